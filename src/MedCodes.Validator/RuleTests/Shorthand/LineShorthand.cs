using System.Collections.Immutable;
using MedCodes.Validator.Claims.Building;

namespace MedCodes.Validator.RuleTests.Shorthand;

/// <summary>Reads a service line of the shorthand.</summary>
internal static class LineShorthand
{
    /// <summary>The line of the clean claim.</summary>
    /// <param name="isRendered">Whether the clean claim's rendering provider did it; a claim that lists its providers says so there.</param>
    public static LineInput Clean(bool isRendered) => new()
    {
        Number = 1,
        Code = CleanClaim.Code,
        Charge = CleanClaim.Charge,
        Unit = "UN",
        Units = 1,
        Pointers = [1],
        Date = CleanClaim.Date,
        Providers = isRendered ? [ProviderShorthand.Rendering(CleanClaim.RenderingNpi)] : [],
    };

    /// <summary>Reads a line.</summary>
    /// <param name="line">Its map.</param>
    /// <param name="number">Its number in the claim.</param>
    /// <param name="isRendered">As for <see cref="Clean"/>.</param>
    public static LineInput Read(ShorthandReader line, int number, bool isRendered)
    {
        var clean = Clean(isRendered);
        var input = new LineInput
        {
            Number = line.Whole("number", number),
            CodeQualifier = line.Text("code-qualifier", clean.CodeQualifier),
            Code = line.Text("code", clean.Code),
            Modifiers = line.Texts("modifiers", []),
            HasDescription = line.YesNo("described", false) ?? false,
            Charge = line.Number("charge", clean.Charge),
            Unit = line.Text("unit", clean.Unit),
            Units = line.Number("units", clean.Units),
            PlaceOfService = line.Text("line-place-of-service"),
            RevenueCode = line.Text("revenue-code"),
            Pointers = line.Has("pointers") ? line.Wholes("pointers") : clean.Pointers,
            Date = line.Date("date", clean.Date),
            Through = line.Date("through"),
            ControlNumber = line.Text("line-control-number"),
            Ndc = line.Text("ndc"),
            NdcUnits = line.Number("ndc-units"),
            NdcUnit = line.Text("ndc-unit"),
            Providers = ProvidersOf(line) ?? clean.Providers,
            Adjudications = [.. line.Maps("adjudications", "adjudication").Select(AnswerShorthand.Adjudication)],
        };
        line.Done();
        return input;
    }

    // A line names nobody but the individual who did it; where an organisation stands there, who did it is unknown.
    private static ImmutableArray<ProviderInput>? ProvidersOf(ShorthandReader line)
    {
        if (!line.Has("rendering-provider"))
            return null;
        return line.Text("rendering-provider") switch
        {
            null => [],
            "organization" => [ProviderShorthand.Rendering(CleanClaim.BillingNpi) with { IsOrganization = true }],
            var npi => [ProviderShorthand.Rendering(npi)],
        };
    }
}
