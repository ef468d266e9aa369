using System.Collections.Immutable;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Building;

namespace MedCodes.Validator.Tests.Engine;

/// <summary>Claims and lines with nothing wrong, to be changed with <c>with</c>.</summary>
internal static class Some
{
    public static DateOnly Day { get; } = new(2024, 8, 15);

    public static ProviderInput Rendering { get; } = new() { Role = ProviderRole.Rendering, IdText = "1245319599", IsOrganization = false, Taxonomy = "207L00000X" };

    public static ProviderInput OtherRendering { get; } = Rendering with { IdText = "1234567893" };

    public static LineInput Line(string? code = "99213") => new()
    {
        Number = null,
        Code = code,
        Charge = 100m,
        Unit = "UN",
        Units = 1m,
        Pointers = [1],
        Date = Day,
        Through = Day,
    };

    public static ClaimInput Claim(params ImmutableArray<LineInput> lines) => new()
    {
        Id = "C1",
        Total = lines.Sum(line => line.Charge ?? 0),
        PlaceOfService = "11",
        Frequency = "1",
        PayerSequence = "P",
        FilingIndicator = "MB",
        PayerId = "00001",
        MemberId = "1TEST00AA00",
        PatientFirstName = "ANN",
        PatientBirthDate = new DateOnly(1950, 1, 2),
        Submitted = Day.AddDays(10),
        BillingProvider = new ProviderInput { IdText = "1234567893", IsOrganization = true, Taxonomy = "261QP2300X" },
        Providers = [Rendering],
        Diagnoses = [new DiagnosisInput("M5450", "ABK")],
        Lines = lines,
    };
}
