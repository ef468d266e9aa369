using MedCodes.Validator.Claims;

namespace MedCodes.Validator.Engine.Cases;

/// <summary>
/// Tells patients apart: payer, member id and first name, upper-cased, letters and digits only. Dependents and twins share an id,
/// so the name is part of it.
/// </summary>
internal static class PatientKey
{
    // Keys are made for every claim; longer ones are rare.
    private const int UsualLength = 256;

    /// <summary>The key; null where the claim does not tell who the patient is.</summary>
    public static string? Of(Claim claim)
    {
        var texts = new Texts(claim);
        Span<char> key = texts.Most <= UsualLength ? stackalloc char[UsualLength] : new char[texts.Most];
        return texts.TryWrite(key, out var length) ? new string(key[..length]) : null;
    }

    /// <summary>A number that claims of one patient share while the process runs; null where the claim does not tell who the patient is.</summary>
    public static int? HashOf(Claim claim)
    {
        var texts = new Texts(claim);
        Span<char> key = texts.Most <= UsualLength ? stackalloc char[UsualLength] : new char[texts.Most];
        return texts.TryWrite(key, out var length) ? string.GetHashCode(key[..length]) : null;
    }

    /// <summary>Whether claims have the same key.</summary>
    public static bool AreEqual(Claim one, Claim other)
    {
        var (texts, others) = (new Texts(one), new Texts(other));
        Span<char> key = texts.Most <= UsualLength ? stackalloc char[UsualLength] : new char[texts.Most];
        Span<char> otherKey = others.Most <= UsualLength ? stackalloc char[UsualLength] : new char[others.Most];
        return texts.TryWrite(key, out var length) && others.TryWrite(otherKey, out var otherLength) && key[..length].SequenceEqual(otherKey[..otherLength]);
    }

    // False where nothing is left of the text.
    private static bool Fold(string text, Span<char> key, ref int length)
    {
        var before = length;
        foreach (var letter in text)
        {
            if (char.IsLetterOrDigit(letter))
                key[length++] = char.ToUpperInvariant(letter);
        }

        return length > before;
    }

    private static bool Divide(Span<char> key, ref int length)
    {
        key[length++] = '\n';
        return true;
    }

    private readonly struct Texts(Claim claim)
    {
        private readonly string _payer = claim.PayerId ?? claim.PayerName ?? "";
        private readonly string _member = claim.MemberId ?? "";
        private readonly string _name = claim.PatientFirstName ?? "";

        public int Most => _payer.Length + _member.Length + _name.Length + 2;

        public bool TryWrite(Span<char> key, out int length)
        {
            length = 0;
            return Fold(_payer, key, ref length) && Divide(key, ref length) && Fold(_member, key, ref length) && Divide(key, ref length) && Fold(_name, key, ref length);
        }
    }
}
