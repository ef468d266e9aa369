using System.Text;
using MedCodes.Validator.Claims;

namespace MedCodes.Validator.Engine.Cases;

/// <summary>
/// Tells patients apart: payer, member id and first name, upper-cased, letters and digits only. Dependents and twins share an id,
/// so the name is part of it.
/// </summary>
internal static class PatientKey
{
    /// <summary>The key; null where the claim does not tell who the patient is.</summary>
    public static string? Of(Claim claim)
    {
        var payer = Fold(claim.PayerId ?? claim.PayerName);
        var member = Fold(claim.MemberId);
        var name = Fold(claim.PatientFirstName);
        return payer.Length == 0 || member.Length == 0 || name.Length == 0 ? null : $"{payer}\n{member}\n{name}";
    }

    private static string Fold(string? text)
    {
        var folded = new StringBuilder();
        foreach (var letter in text ?? "")
        {
            if (char.IsLetterOrDigit(letter))
                folded.Append(char.ToUpperInvariant(letter));
        }

        return folded.ToString();
    }
}
