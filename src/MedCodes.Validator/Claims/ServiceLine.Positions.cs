using System.Globalization;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Claims;

/// <summary>Where the line's values stand.</summary>
public readonly partial record struct ServiceLine
{
    /// <summary>The SV1 or SV2 segment.</summary>
    public SourceSpan Span => Find(Claim.Setting == ClaimSetting.Institutional ? "SV2" : "SV1", null);

    /// <summary>Where the line stands, such as "2300[2]/2400[1]".</summary>
    public string Path => $"{Claim.Path}/2400[{Ordinal}]";

    /// <summary>The bytes of a field; empty, at the start of the line, where it is missing. A place of service that is the claim's stands there.</summary>
    public SourceSpan SpanOf(LineField field)
    {
        if (IsClaims(field))
            return Claim.SpanOf(ClaimField.PlaceOfService);
        var traits = LineFields.Of(field, Claim.Setting);
        return Find(traits.Element, traits.Qualifiers);
    }

    /// <summary>Where a field stands, such as "2300[2]/2400[1]/SV101-2".</summary>
    public string PathOf(LineField field)
    {
        if (IsClaims(field))
            return Claim.PathOf(ClaimField.PlaceOfService);
        var traits = LineFields.Of(field, Claim.Setting);
        return traits.Loop == "2400" ? $"{Path}/{traits.Path}" : $"{Path}/{traits.Loop}/{traits.Path}";
    }

    /// <summary>Whether a field is there but not of its type, such as units with letters. Its property is then null.</summary>
    public bool IsUnreadable(LineField field) => IsClaims(field)
        ? Claim.IsUnreadable(ClaimField.PlaceOfService)
        : Batch.IsUnreadable(FieldOwner.Line, Index, (int)field);

    /// <summary>The bytes of one of a field's components, counted onwards from the first of the field.</summary>
    internal SourceSpan SpanOf(LineField field, int onwards) =>
        Find(Onwards(LineFields.Of(field, Claim.Setting).Element, onwards), null);

    internal string PathOf(LineField field, int onwards) =>
        $"{Path}/{Onwards(LineFields.Of(field, Claim.Setting).Element, onwards)}";

    private bool IsClaims(LineField field) => field == LineField.PlaceOfService && !HasOwnPlace;

    private static string Onwards(string element, int onwards)
    {
        var dash = element.IndexOf('-', StringComparison.Ordinal);
        var first = dash < 0 ? 0 : int.Parse(element.AsSpan(dash + 1), CultureInfo.InvariantCulture);
        return $"{(dash < 0 ? element : element[..dash])}-{first + onwards}";
    }

    private SourceSpan Find(string element, string? qualifiers) => Batch.SpanOf(
        new(FieldOwner.Line, Batch.Rows.Base + Row.Segment, Claim.Transaction.Interchange.Index, element, qualifiers));
}
