using System.Runtime.CompilerServices;
using MedCodes.Validator.Claims.Rows;

namespace MedCodes.Validator.Claims;

/// <summary>
/// A service line of a claim. Texts are as written; null is missing or unreadable, which <see cref="IsUnreadable"/> tells apart.
/// </summary>
public readonly partial record struct ServiceLine : IClaimPart<ServiceLine>
{
    internal ServiceLine(ClaimBatch batch, int index)
    {
        Batch = batch;
        Index = index;
    }

    /// <summary>The batch that owns it.</summary>
    public ClaimBatch Batch { get; }

    /// <summary>Its place among all lines of the batch, from 0.</summary>
    public int Index { get; }

    /// <summary>The claim that it belongs to.</summary>
    public Claim Claim => new(Batch, Row.Claim);

    /// <summary>Its place among the lines of its claim, from 1.</summary>
    public int Ordinal => Index - Claim.Row.FirstLine + 1;

    /// <summary>Its number as written (LX01).</summary>
    public int? Number => (Row.Flags & LineFlags.NumberInDetail) != 0 ? Detail.Number : Row.Number == 0 ? null : Row.Number - 1;

    /// <summary>The code system of the procedure code, HC for CPT and HCPCS (SV101-1, SV202-1).</summary>
    public string? CodeQualifier => PackedText.Unpack(Row.Qualifier);

    /// <summary>The procedure code (SV101-2, SV202-2). Malformed text of up to eight bytes is kept; longer text is unreadable.</summary>
    public ProcedureCode? Code => Row.Code == 0 ? null : new ProcedureCode(Row.Code);

    /// <summary>The modifiers (SV101-3 to SV101-6, SV202-3 to SV202-6).</summary>
    public ModifierList Modifiers => new(this);

    /// <summary>Whether the line describes its procedure (SV101-7, SV202-7).</summary>
    public bool HasDescription => (Row.Flags & LineFlags.HasDescription) != 0;

    /// <summary>The charge (SV102, SV203).</summary>
    public decimal? Charge => PackedNumber.Unpack(Row.Charge);

    /// <summary>What the units count: UN units, MJ minutes, DA days (SV103, SV204).</summary>
    public string? Unit => PackedText.Unpack(Row.Unit);

    /// <summary>The units of service (SV104, SV205).</summary>
    public decimal? Units => PackedNumber.Unpack(
        (Row.Flags & LineFlags.UnitsInDetail) != 0 ? Detail.Units : PackedNumber.Lengthen(Row.Units));

    /// <summary>The place of service: the line's own (SV105), else the claim's; null for institutional claims.</summary>
    public string? PlaceOfService => HasOwnPlace ? PackedText.Unpack(Row.Place) : Claim.PlaceOfService;

    /// <summary>Whether the service was an emergency (SV109 is Y).</summary>
    public bool IsEmergency => (Row.Flags & LineFlags.EmergencyIndicated) != 0;

    /// <summary>Whether the service came of a screening of children (SV111 is Y).</summary>
    public bool IsScreening => (Row.Flags & LineFlags.ScreeningIndicated) != 0;

    /// <summary>Whether the service was for family planning (SV112 is Y).</summary>
    public bool IsFamilyPlanning => (Row.Flags & LineFlags.PlanningIndicated) != 0;

    /// <summary>The revenue code of an institutional line (SV201).</summary>
    public string? RevenueCode => Batch.Text(Detail.RevenueCode);

    /// <summary>The diagnosis pointers (SV107).</summary>
    public PointerList Pointers => new(this);

    /// <summary>The first day of service (DTP*472).</summary>
    public DateOnly? Date => PackedDate.Unpack(Row.Date);

    /// <summary>The last day of service; <see cref="Date"/> where only one day is given. It may lie before it in a reversed range.</summary>
    public DateOnly? Through => Detail.Through == 0 ? Date : PackedDate.Unpack(Detail.Through);

    /// <summary>The line's control number (REF*6R).</summary>
    public string? ControlNumber => Batch.Text(Detail.ControlNumber);

    /// <summary>The prior authorization number of the line (REF*G1).</summary>
    public string? PriorAuthorization => Batch.Text(Detail.PriorAuthorization);

    /// <summary>The laboratory's CLIA number of the line (REF*X4).</summary>
    public string? CliaNumber => Batch.Text(Detail.CliaNumber);

    /// <summary>The day the patient was last seen by the physician in charge (DTP*304).</summary>
    public DateOnly? LastSeen => PackedDate.Unpack(Detail.LastSeen);

    /// <summary>The drug's national drug code (LIN03 behind N4).</summary>
    public string? Ndc => Batch.Text(Detail.Ndc);

    /// <summary>The quantity of the drug (CTP04).</summary>
    public decimal? NdcUnits => PackedNumber.Unpack(Detail.NdcUnits);

    /// <summary>What the quantity of the drug counts (CTP05-1).</summary>
    public string? NdcUnit => PackedText.Unpack(Detail.NdcUnit);

    /// <summary>Notes, fixed-format information and attachments of the line, in their order (NTE, K3, PWK).</summary>
    public PartList<Supplement> Supplements => new(Batch, Detail.FirstSupplement, Detail.SupplementCount);

    /// <summary>Whether the line carries a note (NTE).</summary>
    public bool HasNote => (Row.Flags & LineFlags.HasNote) != 0;

    /// <summary>Whether the line names paperwork that goes with it (PWK).</summary>
    public bool HasAttachment => (Row.Flags & LineFlags.HasAttachment) != 0;

    /// <summary>Whether the line carries fixed-format information (K3).</summary>
    public bool HasFixedFormat => (Row.Flags & LineFlags.HasFixedFormat) != 0;

    /// <summary>The provider that gave the service: the line's own, else the claim's, else the billing provider, who may be an organisation.</summary>
    public Provider? RenderingProvider => Provider.Find(Providers, ProviderRole.Rendering) ?? Claim.RenderingProvider ?? Claim.BillingProvider;

    /// <summary>The provider that ordered the service (2420E).</summary>
    public Provider? OrderingProvider => Provider.Find(Providers, ProviderRole.Ordering);

    /// <summary>The provider that sent the patient: the line's own, else the claim's.</summary>
    public Provider? ReferringProvider => Provider.Find(Providers, ProviderRole.Referring) ?? Claim.ReferringProvider;

    /// <summary>The provider that supervised: the line's own, else the claim's.</summary>
    public Provider? SupervisingProvider => Provider.Find(Providers, ProviderRole.Supervising) ?? Claim.SupervisingProvider;

    /// <summary>The providers that the line itself names, in their order.</summary>
    public PartList<Provider> Providers => new(Batch, Detail.FirstProvider, Detail.ProviderCount);

    /// <summary>What other payers answered to the line (2430).</summary>
    public PartList<Adjudication> Adjudications => new(Batch, Detail.FirstAdjudication, Detail.AdjudicationCount);

    internal bool HasOwnPlace =>
        Row.Place != 0 || Batch.IsUnreadable(FieldOwner.Line, Index, (int)LineField.PlaceOfService);

    internal ref readonly LineRow Row
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Batch.Rows.Lines[Index];
    }

    internal ref readonly LineDetailRow Detail => ref Batch.Rows.LineDetails[Row.Detail];

    static ServiceLine IClaimPart<ServiceLine>.At(ClaimBatch batch, int index) => new(batch, index);
}
