using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Claims;

/// <summary>Where the line's values stand.</summary>
public readonly partial record struct ServiceLine
{
    /// <summary>The SV1 or SV2 segment; in JSON the line's object.</summary>
    public SourceSpan Span => Find(Claim.Setting == ClaimSetting.Institutional ? "SV2" : "SV1", null, "");

    /// <summary>Where the line stands, such as "2300[2]/2400[1]", or "/claims/1/lines/0" in JSON.</summary>
    public string Path => Batch.Paths.Of(this);

    /// <summary>The bytes of a field; empty, at the start of the line, where it is missing. A place of service that is the claim's stands there.</summary>
    public SourceSpan SpanOf(LineField field)
    {
        if (IsClaims(field))
            return Claim.SpanOf(ClaimField.PlaceOfService);
        var traits = LineFields.Of(field, Claim.Setting);
        return Find(traits.Element, traits.Qualifiers, FieldTraits.JsonName(field));
    }

    /// <summary>Where a field stands, such as "2300[2]/2400[1]/SV101-2", or "/claims/1/lines/0/code" in JSON.</summary>
    public string PathOf(LineField field) => IsClaims(field) ? Claim.PathOf(ClaimField.PlaceOfService) : Batch.Paths.Of(this, field);

    /// <summary>Whether a field is there but not of its type, such as units with letters. Its property is then null.</summary>
    public bool IsUnreadable(LineField field) => IsClaims(field)
        ? Claim.IsUnreadable(ClaimField.PlaceOfService)
        : Batch.IsUnreadable(FieldOwner.Line, Index, (int)field);

    /// <summary>The offset of its segment in the file.</summary>
    internal long Offset => Batch.Rows.Base + Row.Segment;

    /// <summary>The bytes of one of a field's values, counted from 1.</summary>
    internal SourceSpan SpanOf(LineField field, int position) => Find(
        SegmentPaths.Component(LineFields.Of(field, Claim.Setting).Element, position), null, $"{FieldTraits.JsonName(field)}/{position - 1}");

    internal string PathOf(LineField field, int position) => Batch.Paths.Of(this, field, position);

    private bool IsClaims(LineField field) => field == LineField.PlaceOfService && !HasOwnPlace;

    private SourceSpan Find(string element, string? qualifiers, string pointer) => Batch.SpanOf(new(
        FieldOwner.Line, Offset, Claim.Transaction.Interchange.Index, element, qualifiers, Pointer: pointer));
}
