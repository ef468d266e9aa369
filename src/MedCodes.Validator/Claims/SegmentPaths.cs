using System.Globalization;

namespace MedCodes.Validator.Claims;

/// <summary>Paths in the loops and segments of X12, which claims that no file holds are spoken of in as well.</summary>
internal sealed class SegmentPaths : ClaimPaths
{
    public static SegmentPaths Instance { get; } = new();

    public override string Of(Claim claim) => $"2300[{claim.Ordinal}]";

    public override string Of(Claim claim, ClaimField field)
    {
        var traits = ClaimFields.Of(field, claim);
        return traits.Owner switch
        {
            FieldOwner.Claim => $"{Of(claim)}/{traits.Path}",
            FieldOwner.Patient when claim.PatientIsSubscriber => $"2010BA/{traits.Path.Replace("[QC]", "[IL]", StringComparison.Ordinal)}",
            FieldOwner.Subscriber or FieldOwner.Patient => $"{traits.Loop}/{traits.Path}",
            _ => traits.Path,
        };
    }

    public override string Of(ServiceLine line) => $"{Of(line.Claim)}/2400[{line.Ordinal}]";

    public override string Of(ServiceLine line, LineField field, int position = 0)
    {
        var traits = LineFields.Of(field, line.Claim.Setting);
        if (position > 0)
            return $"{Of(line)}/{Component(traits.Element, position)}";
        return traits.Loop == "2400" ? $"{Of(line)}/{traits.Path}" : $"{Of(line)}/{traits.Loop}/{traits.Path}";
    }

    public override string Of(Diagnosis diagnosis) => $"{Of(diagnosis.Claim)}/HI[{diagnosis.Position}]";

    public override string Of(ClaimCode code) => $"{Of(code.Claim)}/HI[{code.Qualifier},{code.Position}]";

    public override string Of(Provider provider)
    {
        if (provider.Role == ProviderRole.Billing)
            return "2010AA";
        var claim = provider.Owner;
        return provider.OwningLine is { } line
            ? $"{Of(line)}/{ProviderLoops.OfLine(provider.Role, claim.Setting)}"
            : $"{Of(claim)}/{ProviderLoops.OfClaim(provider.Role, claim.Setting)}";
    }

    public override string Of(Provider provider, ProviderField field) => $"{Of(provider)}/{ProviderFields.Of(field).Path}";

    public override string Of(OtherPayer payer) => $"{Of(payer.Claim)}/2320[{payer.Position}]";

    public override string Of(OtherPayer payer, OtherPayerField field)
    {
        var traits = OtherPayerFields.Of(field);
        return traits.Loop == "2320" ? $"{Of(payer)}/{traits.Path}" : $"{Of(payer)}/{traits.Loop}/{traits.Path}";
    }

    public override string Of(Adjudication adjudication) => $"{Of(adjudication.Line)}/2430[{adjudication.Position}]";

    public override string Of(Adjudication adjudication, AdjudicationField field) => $"{Of(adjudication)}/{AdjudicationFields.Of(field).Path}";

    /// <summary>One of an element's components, counted onwards from the first of the field: the second of "SV101-3" is "SV101-4".</summary>
    public static string Component(string element, int position)
    {
        var dash = element.IndexOf('-', StringComparison.Ordinal);
        var first = dash < 0 ? 1 : int.Parse(element.AsSpan(dash + 1), CultureInfo.InvariantCulture);
        return $"{(dash < 0 ? element : element[..dash])}-{first + position - 1}";
    }
}
