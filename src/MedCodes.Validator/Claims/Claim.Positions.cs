using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Claims;

/// <summary>Where the claim's values stand.</summary>
public readonly partial record struct Claim
{
    /// <summary>Where the claim stands, such as "2300[2]", or "/claims/1" in JSON.</summary>
    public string Path => Batch.Paths.Of(this);

    /// <summary>The bytes of a field; empty, at the start of the part that could hold it, where it is missing.</summary>
    public SourceSpan SpanOf(ClaimField field)
    {
        var traits = ClaimFields.Of(field, this);
        return Batch.SpanOf(new(
            traits.Owner, OffsetOf(traits.Owner), Transaction.Interchange.Index, traits.Element, traits.Qualifiers,
            Pointer: ClaimFields.JsonName(field)));
    }

    /// <summary>Where a field stands, such as "2300[2]/CLM05-1", or "/claims/1/placeOfService" in JSON.</summary>
    public string PathOf(ClaimField field) => Batch.Paths.Of(this, field);

    /// <summary>Whether a field is there but not of its type, such as a date with letters. Its property is then null.</summary>
    public bool IsUnreadable(ClaimField field)
    {
        // A type of bill is made of both.
        if (field == ClaimField.TypeOfBill)
            return Setting == ClaimSetting.Institutional && (IsUnreadable(ClaimField.PlaceOfService) || IsUnreadable(ClaimField.Frequency));
        var owner = ClaimFields.Of(field).Owner;
        return Batch.IsUnreadable(owner, RowOf(owner), (int)field);
    }

    private int RowOf(FieldOwner owner) => owner switch
    {
        FieldOwner.Interchange => Transaction.Interchange.Index,
        FieldOwner.Transaction => Coverage.Transaction,
        FieldOwner.Subscriber => Party.Subscriber,
        FieldOwner.Patient => Row.Party,
        _ => Index,
    };

    private PartyDetails DetailsOf(FieldOwner owner, string role, string pointer) =>
        Batch.DetailsOf(new(owner, OffsetOf(owner), Transaction.Interchange.Index, "NM1", role, Pointer: pointer));

    private long OffsetOf(FieldOwner owner) => owner switch
    {
        _ when Batch.Paths.EveryClaimIsWhole => Offset,
        FieldOwner.Interchange => Batch.Rows.Interchanges[Transaction.Interchange.Index].Segment,
        FieldOwner.Transaction => Batch.Rows.Transactions[Coverage.Transaction].Segment,
        FieldOwner.Subscriber => Batch.Rows.OffsetOfParty(Party.Subscriber),
        FieldOwner.Patient => Batch.Rows.OffsetOfParty(Row.Party),
        _ => Offset,
    };
}
