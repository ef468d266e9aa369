using System.Globalization;
using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Claims;

/// <summary>A provider as one NM1 segment of the claim names it.</summary>
public readonly record struct Provider : IClaimPart<Provider>
{
    internal Provider(ClaimBatch batch, int index)
    {
        Batch = batch;
        Index = index;
    }

    /// <summary>The batch that owns it.</summary>
    public ClaimBatch Batch { get; }

    /// <summary>Its place among all providers of the batch, from 0.</summary>
    public int Index { get; }

    /// <summary>What it is named for.</summary>
    public ProviderRole Role => Row.Role;

    /// <summary>Whether it is an organisation (NM102 is 2) and not a person (1); null where the claim says neither.</summary>
    public bool? IsOrganization => (Row.Flags & (ProviderFlags.Organization | ProviderFlags.Person)) switch
    {
        ProviderFlags.Organization => true,
        ProviderFlags.Person => false,
        _ => null,
    };

    /// <summary>The kind of id: XX for an NPI (NM108).</summary>
    public string? IdQualifier => PackedText.Unpack(Row.IdQualifier);

    /// <summary>The id as written (NM109).</summary>
    public string? IdText => Row.Id switch
    {
        0 => null,
        >= ProviderRow.IsText => Batch.Text((uint)Row.Id),
        _ => (Row.Id - 1).ToString("D10", CultureInfo.InvariantCulture),
    };

    /// <summary>The id as written where its qualifier is XX, whether it is well formed or not; else null.</summary>
    public string? Npi => IdQualifier == "XX" ? IdText : null;

    /// <summary>The employer's tax id (REF*EI).</summary>
    public string? TaxId => Batch.Text(Row.TaxId);

    /// <summary>The taxonomy code of the specialty (PRV03).</summary>
    public string? Taxonomy => Batch.Text(Row.Taxonomy);

    /// <summary>The payer's own number of the provider (REF*G2).</summary>
    public string? SecondaryId => HasSecondaryId ? Batch.SecondaryIdOf(Index) : null;

    /// <summary>Whether it carries a payer's own number (REF*G2), readable or not.</summary>
    public bool HasSecondaryId => (Row.Flags & ProviderFlags.HasSecondaryId) != 0;

    /// <summary>Its name and address, read from the file again each time.</summary>
    public PartyDetails Details => Batch.DetailsOf(AddressOf("NM1", NameQualifier, ""));

    /// <summary>The NM1 segment.</summary>
    public SourceSpan Span => Batch.SpanOf(AddressOf("NM1", NameQualifier, ""));

    /// <summary>Where it stands, such as "2300[2]/2310B" or "2300[2]/2400[1]/2420A"; "2010AA" for a billing provider.</summary>
    public string Path => Batch.Paths.Of(this);

    /// <summary>The bytes of a field; empty, at the start of the provider, where it is missing.</summary>
    public SourceSpan SpanOf(ProviderField field)
    {
        var traits = ProviderFields.Of(field);
        var qualifiers = traits.Qualifiers ?? (traits.Element.StartsWith("NM1", StringComparison.Ordinal) ? NameQualifier : null);
        return Batch.SpanOf(AddressOf(traits.Element, qualifiers, FieldTraits.JsonName(field)));
    }

    /// <summary>Where a field stands, such as "2300[2]/2310B/NM109".</summary>
    public string PathOf(ProviderField field) => Batch.Paths.Of(this, field);

    /// <summary>Whether a field is there but not of its type. Its property is then null.</summary>
    public bool IsUnreadable(ProviderField field) => Batch.IsUnreadable(FieldOwner.Provider, Index, (int)field);

    internal ref readonly ProviderRow Row => ref Batch.Rows.Providers[Index];

    /// <summary>The claim that names it; for a billing provider one that it bills.</summary>
    internal Claim Owner => new(Batch, Batch.ClaimOfProvider(Index));

    /// <summary>The line that names it; null where the claim itself does.</summary>
    internal ServiceLine? OwningLine
    {
        get
        {
            var claim = Owner;
            if (Index < claim.Row.FirstProvider + claim.Row.ProviderCount)
                return null;
            foreach (var line in claim.Lines)
            {
                if (Index >= line.Detail.FirstProvider && Index < line.Detail.FirstProvider + line.Detail.ProviderCount)
                    return line;
            }

            return null;
        }
    }

    internal static Provider? Find(PartList<Provider> providers, ProviderRole role)
    {
        foreach (var provider in providers)
        {
            if (provider.Role == role)
                return provider;
        }

        return null;
    }

    /// <summary>The offset of its first segment in the file.</summary>
    internal long Offset => Batch.Rows.OffsetOfProvider(Index);

    // A billing provider's row starts with its level, in which others are named too.
    private string? NameQualifier => Role == ProviderRole.Billing ? "85" : null;

    private ElementAddress AddressOf(string element, string? qualifiers, string pointer)
    {
        var owner = Role == ProviderRole.Billing ? FieldOwner.BillingLevel : FieldOwner.Provider;
        return new(owner, Offset, Batch.InterchangeAt(Offset), element, qualifiers, Pointer: pointer);
    }

    static Provider IClaimPart<Provider>.At(ClaimBatch batch, int index) => new(batch, index);
}
