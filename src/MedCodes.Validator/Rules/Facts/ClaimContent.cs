using MedCodes.Validator.Claims;
using MedCodes.Validator.Rules.Profiles;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Rules.Facts;

/// <summary>A claim with what rules see around it.</summary>
/// <param name="View">The claim.</param>
/// <param name="File">Its file; null for claims of rule tests.</param>
/// <param name="Patient">The fact of its patient.</param>
/// <param name="Profile">The profile of its payer.</param>
internal sealed record ClaimContent(Claim View, SourceFile? File, Fact Patient, Profile Profile)
{
    /// <summary>The earliest day of its lines, else the first day of the statement.</summary>
    public DateOnly? ServiceDate { get; } = DateOf(View);

    private static DateOnly? DateOf(Claim claim)
    {
        DateOnly? earliest = null;
        foreach (var line in claim.Lines)
        {
            if (line.Date is { } date && (earliest is null || date < earliest))
                earliest = date;
        }

        return earliest ?? claim.StatementFrom;
    }
}

/// <summary>A day of a line: the line's units are shared out over its days.</summary>
/// <param name="Line">The line.</param>
/// <param name="Day">The day; null where the line's dates are missing or unknown.</param>
/// <param name="Days">The number of days of the range.</param>
internal sealed record LineDay(ServiceLine Line, DateOnly? Day, int Days);

/// <summary>A patient, the same person in all the claims of a unit.</summary>
/// <param name="Key">Payer, member id and first name, folded; null where the claim does not tell.</param>
internal sealed record PatientContent(string? Key);
