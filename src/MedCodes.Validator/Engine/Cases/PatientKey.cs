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
        var (payer, member, name) = (claim.PayerId ?? claim.PayerName ?? "", claim.MemberId ?? "", claim.PatientFirstName ?? "");
        var most = payer.Length + member.Length + name.Length + 2;
        Span<char> key = most <= UsualLength ? stackalloc char[UsualLength] : new char[most];
        var length = 0;
        return Fold(payer, key, ref length) && Divide(key, ref length) && Fold(member, key, ref length) && Divide(key, ref length) && Fold(name, key, ref length)
            ? new string(key[..length])
            : null;
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
}
