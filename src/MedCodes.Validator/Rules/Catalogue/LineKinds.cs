using MedCodes.Validator.Claims;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Values;
using static MedCodes.Validator.Rules.Catalogue.FieldReading;

namespace MedCodes.Validator.Rules.Catalogue;

/// <summary>Service lines and what stands in them.</summary>
internal static class LineKinds
{
    public static FactKind Line { get; } = new(
        "line",
        "A service line.",
        Scope.Claim,
        ClaimKinds.Claim,
        Of("number", FieldType.Number, LineField.Number, "Its number (LX01).", l => l.Number is { } n ? Value.Of((decimal)n) : null),
        Of("code-qualifier", FieldType.Code, LineField.CodeQualifier, "The list its code is of: HC for CPT and HCPCS.", l => Text(l.CodeQualifier)),
        Of("code", FieldType.Code, LineField.Code, "Its procedure code, CPT or HCPCS.", l => Text(l.Code?.Text)),
        Of("modifiers", FieldType.Codes, LineField.Modifiers, "Its modifiers, in order.", ModifiersOf, Absence.Never),
        Field.Of<ServiceLine>("described", FieldType.YesNo, "Whether the service is described in words (SV101-7).", l => Value.Of(l.HasDescription), Absence.Never),
        Of("charge", FieldType.Amount, LineField.Charge, "Its charge (SV102).", l => Number(l.Charge)),
        Of("unit", FieldType.Code, LineField.Unit, "UN units, MJ minutes, DA days (SV103).", l => Text(l.Unit)),
        Of("units", FieldType.Number, LineField.Units, "Its quantity (SV104).", l => Number(l.Units)),
        Of("line-place-of-service", FieldType.Code, LineField.PlaceOfService, "Its own place of service, else the claim's.", l => Text(l.PlaceOfService)),
        Of("revenue-code", FieldType.Code, LineField.RevenueCode, "Its revenue code (SV201).", l => Text(l.RevenueCode)),
        Of("date", FieldType.Date, LineField.Date, "The first day of service; unknown where the range is reversed.", l => DateOf(l, l.Date)),
        Of("through", FieldType.Date, LineField.Through, "The last day of service; the first where only one is given.", l => DateOf(l, l.Through)),
        Of("written-from", FieldType.Date, LineField.Date, "The first day of service as written, reversed or not.", l => Date(l.Date)),
        Of("written-through", FieldType.Date, LineField.Through, "The last day of service as written, reversed or not.", l => Date(l.Through)),
        Of("line-control-number", FieldType.Code, LineField.ControlNumber, "The submitter's id of the line (REF*6R).", l => Text(l.ControlNumber)),
        Of("ndc", FieldType.Code, LineField.Ndc, "The drug's code (LIN03).", l => Text(l.Ndc), Absence.Blank),
        Of("ndc-units", FieldType.Number, LineField.NdcUnits, "The drug's quantity (CTP04).", l => Number(l.NdcUnits)),
        Of("ndc-unit", FieldType.Code, LineField.NdcUnit, "The unit of that quantity (CTP05).", l => Text(l.NdcUnit)),
        Field.Of<ServiceLine>("rendering-provider", FieldType.Code, "The NPI of the individual who rendered it; unknown where an organization stands in.", RenderingProvider),
        Field.Of<ServiceLine>("rendering-npi", FieldType.Code, "The NPI that the claim gives for who rendered it, an individual's or an organization's.", l => Text(l.RenderingProvider?.Npi)),
        Field.Of<ServiceLine>("group-and-specialty", FieldType.Code, "The billing group's NPI with the rendering provider's taxonomy.", GroupAndSpecialty),
        Field.Of<ServiceLine>("ordering-provider", FieldType.Code, "The ordering provider's NPI.", l => Text(l.OrderingProvider?.Npi)),
        Of("pointers", new FieldType(ScalarType.Number, IsList: true), LineField.Pointers, "The diagnoses it points to.", PointersOf, Absence.Never),
        Field.OfFact("history", FieldType.YesNo, "Whether it was loaded as history.", fact => Value.Of(fact.IsHistory), Absence.Never),
        Field.OfFact("denied", FieldType.YesNo, "Whether a rule of this run denies it; never unknown.", fact => Value.Of(fact.IsDenied), Absence.Never));

    public static FactKind LineDay { get; } = new(
        "line-day",
        "A day of a line; its units are the line's shared out over its days, rounded half up.",
        Scope.Claim,
        Line,
        Field.Of<LineDay>(
            "date", FieldType.Date, "The day; unknown where the range is reversed or longer than three years.", DayOf, privacy: Sources.Privacy.Account),
        Field.Of<LineDay>("units", FieldType.Number, "The line's units of that day.", UnitsOf));

    public static FactKind Modifier { get; } = new(
        "modifier",
        "A modifier of a line.",
        Scope.Claim,
        Line,
        Field.Of<Modifier>("position", FieldType.Number, "Its place, from 1.", m => Value.Of((decimal)m.Position), Absence.Never),
        Field.Of<Modifier>(
            "modifier-code",
            FieldType.Code,
            "The modifier as written.",
            m => Text(m.Text) ?? Unreadable("modifier-code"),
            Absence.Never,
            locate: m => new FieldPlace(m.Span, m.Path)));

    public static FactKind Pointer { get; } = new(
        "pointer",
        "A pointer of a line to a diagnosis of its claim.",
        Scope.Claim,
        Line,
        Field.Of<Pointer>("position", FieldType.Number, "Its place, from 1.", p => Value.Of((decimal)p.Position), Absence.Never),
        Field.Of<Pointer>(
            "target",
            FieldType.Number,
            "The position of the diagnosis that it points to.",
            p => p.Target is { } target ? Value.Of((decimal)target) : Unreadable("target"),
            Absence.Never,
            locate: p => new FieldPlace(p.Span, p.Path)),
        Field.Of<Pointer>("pointed-code", FieldType.Code, "The code of the diagnosis found there.", p => Text(p.Diagnosis?.Code)));

    public static FactKind Adjudication { get; } = new(
        "adjudication",
        "Another payer's answer to a line.",
        Scope.Claim,
        Line,
        Field.Of<Adjudication>("adjudicating-payer", FieldType.Code, "The payer's id (SVD01).", a => Text(a.PayerId)),
        Field.Of<Adjudication>("paid", FieldType.Amount, "What it paid (SVD02).", a => Number(a.Paid)),
        Field.Of<Adjudication>("adjudicated-code", FieldType.Code, "The code it answered to (SVD03).", a => Text(a.Code?.Text)),
        Field.Of<Adjudication>("adjudicated", FieldType.Date, "The day of its answer (DTP*573).", a => Date(a.Date), privacy: Sources.Privacy.Account));

    public static FactKind Adjustment { get; } = new(
        "adjustment",
        "An amount by which another payer changed a line's charge (CAS).",
        Scope.Claim,
        Adjudication,
        Field.Of<Adjustment>("adjustment-group", FieldType.Code, "Who bears it (CAS01).", a => Text(a.Group)),
        Field.Of<Adjustment>("adjustment-reason", FieldType.Code, "The claim adjustment reason code.", a => Text(a.Reason)),
        Field.Of<Adjustment>("adjustment-amount", FieldType.Amount, "The amount.", a => Number(a.Amount)));

    /// <summary>Whether a rule has marked the line as not payable; never unknown.</summary>
    public static Field Denied { get; } = Line.Find("denied")!;

    /// <summary>Whether the line was loaded as history; never unknown.</summary>
    public static Field History { get; } = Line.Find("history")!;

    /// <summary>The billing group with the specialty.</summary>
    public static Field GroupAndSpecialtyField { get; } = Line.Find("group-and-specialty")!;

    /// <summary>Whether a field tells who bills or renders: an entry that asks for it asks for nothing of other groups.</summary>
    public static bool TellsProvider(Field field) => field.Name is "rendering-provider" or "rendering-npi" or "billing-provider" or "group-and-specialty" or "tax-id";

    private static Value ModifiersOf(ServiceLine line) => new Value.List(
        [.. line.Modifiers.Select(modifier => modifier.Text is { } text ? Value.Of(text) : Unreadable("a modifier"))]);

    private static Value PointersOf(ServiceLine line) => new Value.List(
        [.. line.Pointers.Select(pointer => pointer.Target is { } target ? Value.Of((decimal)target) : Unreadable("a pointer"))]);

    private static Value? DateOf(ServiceLine line, DateOnly? date) =>
        line.Date > line.Through ? new Value.Unknown("the range of dates is reversed") : Date(date);

    private static Value? DayOf(LineDay day) => day switch
    {
        { Day: { } known } => Value.Of(known),
        { Line: { Date: null } line } => line.IsUnreadable(LineField.Date) ? Unreadable("date") : null,
        { Line: { Through: null } } => Unreadable("through"),
        { Line: var line } => DateOf(line, null) ?? new Value.Unknown("the range of dates is longer than three years"),
    };

    private static Value? RenderingProvider(ServiceLine line) => line.RenderingProvider switch
    {
        null => null,
        { IsOrganization: true } => new Value.Unknown("an organization stands in for the rendering provider"),
        { } provider => Text(provider.Npi),
    };

    private static Value? GroupAndSpecialty(ServiceLine line) =>
        line.Claim.BillingProvider?.Npi is { } group && (line.RenderingProvider?.Taxonomy ?? line.Claim.BillingProvider?.Taxonomy) is { } specialty
            ? Value.Of($"{group}/{specialty}")
            : null;

    private static Value? UnitsOf(LineDay day) => day.Line.Units is { } units
        ? Value.Of(day.Days <= 1 ? units : decimal.Round(units / day.Days, 0, MidpointRounding.AwayFromZero))
        : day.Line.IsUnreadable(LineField.Units) ? Unreadable("units") : null;
}
