using System.Collections.Frozen;
using System.Runtime.InteropServices;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Engine.Planned.Joining;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;

namespace MedCodes.Validator.Engine.Planned.Screening;

/// <summary>Reads a field of a row as a number such that rows with equal numbers have equal values. Allocates nothing.</summary>
internal delegate ulong ColumnReader(in RowPlace row, TextNumbers texts);

/// <summary>The fields that can be read straight from the rows of a batch.</summary>
internal static class Columns
{
    /// <summary>Stands for a value that is there and cannot be read.</summary>
    private const ulong Unreadable = ulong.MaxValue;

    private const ulong Reversed = ulong.MaxValue - 1;

    private const ulong WithoutEnd = ulong.MaxValue - 2;

    private const ulong TooLong = ulong.MaxValue - 3;

    /// <summary>From here on numbers stand for values that are equal to nothing.</summary>
    public const ulong FirstUnreadable = TooLong;

    // Keeps numbers of NPIs apart from those of texts.
    private const ulong IsNpi = 1UL << 62;

    private static readonly FrozenDictionary<Field, ColumnReader> All = Build();

    private static readonly FrozenSet<Field> Wide =
    [
        .. new[] { "id", "member-id", "original-reference", "prior-authorization", "patient-birth-date" }.Select(name => ClaimKinds.Claim.Find(name)!),
        LineKinds.Line.Find("line-control-number")!,
    ];

    /// <summary>The reader of a field of a kind's facts; null where only the fact can tell.</summary>
    public static ColumnReader? Of(Field field, FactKind kind) => All.TryGetValue(field, out var reader) && kind.IsWithin(field.Kind) ? reader : null;

    /// <summary>Whether a field has other values in nearly every claim, so that what one led to is of little use to the next.</summary>
    public static bool IsWide(Field field) => field.Type.Scalar == ScalarType.Amount || Wide.Contains(field);

    /// <summary>Whether a field has many values: days are many too, and come together with all else.</summary>
    public static bool IsVaried(Field field) => IsWide(field) || field.Type.Scalar == ScalarType.Date;

    /// <summary>The amount that a number of a field stands for; null where it is no amount or not known.</summary>
    public static decimal? AmountOf(Field field, ulong number) =>
        field.Type.Scalar == ScalarType.Amount && (number & 1) != 0 && number < FirstUnreadable ? PackedNumber.Unpack(number) : null;

    private static FrozenDictionary<Field, ColumnReader> Build()
    {
        var all = new Dictionary<Field, ColumnReader>();
        AddClaims(all);
        AddLines(all);
        AddParts(all);
        return all.ToFrozenDictionary();

        static void AddClaims(Dictionary<Field, ColumnReader> all)
        {
            void Text(string name, ClaimField field, Func<Claim, uint> place) => all[ClaimKinds.Claim.Find(name)!] =
                (in RowPlace row, TextNumbers texts) => texts.Of(row.Batch, place(row.Claim)) is var text and not 0 ? text : Absent(row.Claim, field);
            void Word(string name, ClaimField field, Func<Claim, ulong> read) => all[ClaimKinds.Claim.Find(name)!] =
                (in RowPlace row, TextNumbers texts) => read(row.Claim) is var word and not 0 ? texts.OfPacked(word) : Absent(row.Claim, field);
            void Amount(string name, ClaimField field, Func<Claim, ulong> read) => all[ClaimKinds.Claim.Find(name)!] =
                (in RowPlace row, TextNumbers _) => read(row.Claim) is var amount and not 0 ? Number(amount) : Absent(row.Claim, field);
            void Day(string name, ClaimField field, Func<Claim, DateOnly?> read) => all[ClaimKinds.Claim.Find(name)!] =
                (in RowPlace row, TextNumbers _) => read(row.Claim) is { } day ? Words.OfDay(day) : Absent(row.Claim, field);

            Text("id", ClaimField.Id, claim => claim.Row.Id);
            Amount("total", ClaimField.Total, claim => claim.Row.Total);
            Word("place-of-service", ClaimField.PlaceOfService, claim => claim.Setting == ClaimSetting.Professional ? claim.Row.Facility : 0UL);
            Word("frequency", ClaimField.Frequency, claim => claim.Row.Frequency);
            Word("type-of-bill", ClaimField.TypeOfBill, claim => claim.Setting == ClaimSetting.Institutional && claim.Row is { Facility: not 0, Frequency: not 0 } ? TypeOfBill(claim.Row.Facility, claim.Row.Frequency) : 0);
            Word("delay-reason", ClaimField.DelayReason, claim => claim.Detail.DelayReason);
            Text("original-reference", ClaimField.OriginalReference, claim => claim.Detail.OriginalReference);
            Text("prior-authorization", ClaimField.PriorAuthorization, claim => claim.Detail.PriorAuthorization);
            Text("clia-number", ClaimField.CliaNumber, claim => claim.Detail.CliaNumber);
            Word("payer-sequence", ClaimField.PayerSequence, claim => claim.Coverage.Sequence);
            Word("filing-indicator", ClaimField.FilingIndicator, claim => claim.Coverage.FilingIndicator);
            Word("insurance-type", ClaimField.InsuranceType, claim => claim.Coverage.InsuranceType);
            Text("payer-id", ClaimField.PayerId, claim => claim.Coverage.PayerId);
            Text("member-id", ClaimField.MemberId, claim => claim.Subscriber.MemberId);
            Day("patient-birth-date", ClaimField.PatientBirthDate, claim => claim.PatientBirthDate);
            Word("patient-sex", ClaimField.PatientSex, claim => claim.Party.Sex);
            Day("statement-from", ClaimField.StatementFrom, claim => claim.StatementFrom);
            Day("statement-through", ClaimField.StatementThrough, claim => claim.StatementThrough);
            Day("admission", ClaimField.Admission, claim => claim.Admission);
            Day("onset", ClaimField.Onset, claim => claim.Onset);
            Day("accident", ClaimField.Accident, claim => claim.Accident);
            all[ClaimKinds.Claim.Find("setting")!] = (in RowPlace row, TextNumbers _) => (ulong)row.Claim.Setting;
            all[ClaimKinds.Claim.Find("service-date")!] = (in RowPlace row, TextNumbers _) => ServiceDay(row.Claim);
            all[FileKinds.Transaction.Find("submitted")!] = (in RowPlace row, TextNumbers _) => row.Claim.Submitted is { } day ? Words.OfDay(day) : 0;
            all[FileKinds.Transaction.Find("reporting")!] =
                (in RowPlace row, TextNumbers _) => Is(row.Batch, row.Batch.Rows.Transactions[row.Claim.Coverage.Transaction].Use, "RP"u8) ? 1UL : 0;
            all[ClaimKinds.Claim.Find("referring-provider")!] = (in RowPlace row, TextNumbers texts) => row.Claim.ReferringProvider is { } referring ? Npi(referring, texts) : 0;
            all[ClaimKinds.Claim.Find("tax-id")!] = (in RowPlace row, TextNumbers texts) => row.Claim.BillingProvider is { } billing ? texts.Of(row.Batch, billing.Row.TaxId) : 0;
            all[ClaimKinds.Claim.Find("billing-provider")!] = (in RowPlace row, TextNumbers texts) => row.Claim.BillingProvider is { } billing ? Npi(billing, texts) : 0;
        }

        static void AddLines(Dictionary<Field, ColumnReader> all)
        {
            void Text(string name, LineField field, Func<ServiceLine, uint> place) => all[LineKinds.Line.Find(name)!] =
                (in RowPlace row, TextNumbers texts) => texts.Of(row.Batch, place(row.ServiceLine)) is var text and not 0 ? text : Absent(row, field);
            void Word(string name, LineField field, Func<ServiceLine, ulong> read) => all[LineKinds.Line.Find(name)!] =
                (in RowPlace row, TextNumbers texts) => read(row.ServiceLine) is var word and not 0 ? texts.OfPacked(word) : Absent(row, field);
            void Amount(string name, LineField field, Func<ServiceLine, ulong> read) => all[LineKinds.Line.Find(name)!] =
                (in RowPlace row, TextNumbers _) => read(row.ServiceLine) is var amount and not 0 ? Number(amount) : Absent(row, field);
            void Day(string name, LineField field, Func<ServiceLine, DateOnly?> read) => all[LineKinds.Line.Find(name)!] =
                (in RowPlace row, TextNumbers _) => read(row.ServiceLine) is { } day ? Words.OfDay(day) : Absent(row, field);

            // A reversed range makes both dates unknown, whichever they are.
            void DayInOrder(string name, LineField field, Func<ServiceLine, DateOnly?> read) => all[LineKinds.Line.Find(name)!] =
                (in RowPlace row, TextNumbers _) => row.ServiceLine is var line && line.Date > line.Through
                    ? Reversed
                    : read(line) is { } day ? Words.OfDay(day) : Absent(row, field);

            Amount("number", LineField.Number, line => line.Number is { } number ? (ulong)(uint)number + 1 : 0);
            Word("code-qualifier", LineField.CodeQualifier, line => line.Row.Qualifier);
            Word("code", LineField.Code, line => line.Row.Code);
            Amount("modifiers", LineField.Modifiers, line => line.Row.Modifiers);
            Amount("charge", LineField.Charge, line => line.Row.Charge);
            Word("unit", LineField.Unit, line => line.Row.Unit);
            Amount("units", LineField.Units, UnitsOf);
            Word("line-place-of-service", LineField.PlaceOfService, PlaceOf);
            Text("revenue-code", LineField.RevenueCode, line => line.Detail.RevenueCode);
            DayInOrder("date", LineField.Date, line => line.Date);
            DayInOrder("through", LineField.Through, line => line.Through);
            Day("written-from", LineField.Date, line => line.Date);
            Day("written-through", LineField.Through, line => line.Through);
            Text("line-control-number", LineField.ControlNumber, line => line.Detail.ControlNumber);
            Text("ndc", LineField.Ndc, line => line.Detail.Ndc);
            Amount("ndc-units", LineField.NdcUnits, line => line.Detail.NdcUnits);
            Word("ndc-unit", LineField.NdcUnit, line => line.Detail.NdcUnit);
            Amount("pointers", LineField.Pointers, line => line.Row.Pointers);
            all[LineKinds.Line.Find("described")!] = (in RowPlace row, TextNumbers _) => row.ServiceLine.HasDescription ? 1UL : 0;
            all[LineKinds.Line.Find("rendering-provider")!] = (in RowPlace row, TextNumbers texts) => row.ServiceLine.RenderingProvider is not { } rendering
                ? 0
                : rendering.IsOrganization == true ? Unreadable : Npi(rendering, texts);
            all[LineKinds.Line.Find("rendering-npi")!] = (in RowPlace row, TextNumbers texts) =>
                row.ServiceLine.RenderingProvider is { } rendering ? Npi(rendering, texts) : 0;
            all[LineKinds.LineDay.Find("units")!] = (in RowPlace row, TextNumbers _) => UnitsOfDay(row.ServiceLine);
            all[LineKinds.Line.Find("group-and-specialty")!] = (in RowPlace row, TextNumbers texts) => GroupAndSpecialty(row.ServiceLine, texts);
            all[LineKinds.LineDay.Find("date")!] = (in RowPlace row, TextNumbers _) => row.Part < 0 ? WithoutDay(row) : (ulong)row.Part + 1;
        }

        static void AddParts(Dictionary<Field, ColumnReader> all)
        {
            all[LineKinds.Modifier.Find("modifier-code")!] = (in RowPlace row, TextNumbers texts) =>
                ModifierList.Slot(row.ServiceLine.Row.Modifiers, row.Part) is var modifier && modifier == LineRow.UnreadableModifier ? Unreadable : texts.OfPacked(modifier);
            all[LineKinds.Modifier.Find("position")!] = (in RowPlace row, TextNumbers _) => (ulong)row.Part;
            all[LineKinds.Pointer.Find("target")!] = (in RowPlace row, TextNumbers _) => PointerList.Slot(row.ServiceLine.Row.Pointers, row.Part);
            all[LineKinds.Pointer.Find("pointed-code")!] = (in RowPlace row, TextNumbers texts) => texts.OfPacked(PointedCode(row));
            all[LineKinds.Pointer.Find("position")!] = (in RowPlace row, TextNumbers _) => (ulong)row.Part;
            all[ClaimKinds.Diagnosis.Find("position")!] = (in RowPlace row, TextNumbers _) => (ulong)(row.Part - row.Claim.Row.FirstDiagnosis);
            all[ClaimKinds.Diagnosis.Find("code")!] = (in RowPlace row, TextNumbers texts) =>
                row.Batch.Rows.Diagnoses[row.Part].Code is var code and not 0 ? texts.OfPacked(code) : new Diagnosis(row.Batch, row.Part).IsUnreadable ? Unreadable : 0;
            all[ClaimKinds.Diagnosis.Find("qualifier")!] = (in RowPlace row, TextNumbers texts) =>
                texts.OfPacked(row.Batch.Rows.Diagnoses[row.Part].Qualifier & DiagnosisRow.QualifierMask);
            all[ClaimKinds.Diagnosis.Find("principal")!] = all[ClaimKinds.Diagnosis.Find("qualifier")!];
            all[ClaimKinds.Provider.Find("role")!] = (in RowPlace row, TextNumbers _) => (ulong)row.Batch.Rows.Providers[row.Part].Role;
            all[ClaimKinds.Provider.Find("npi")!] = (in RowPlace row, TextNumbers texts) => new Provider(row.Batch, row.Part) is var provider && Npi(provider, texts) is var npi and not 0
                ? npi
                : Absent(provider, ProviderField.IdText);
            all[ClaimKinds.Provider.Find("id-qualifier")!] = (in RowPlace row, TextNumbers texts) => row.Batch.Rows.Providers[row.Part].IdQualifier is var qualifier and not 0
                ? texts.OfPacked(qualifier)
                : Absent(new Provider(row.Batch, row.Part), ProviderField.IdQualifier);
            all[ClaimKinds.Provider.Find("organization")!] = (in RowPlace row, TextNumbers _) =>
                (ulong)(row.Batch.Rows.Providers[row.Part].Flags & (ProviderFlags.Person | ProviderFlags.Organization));
            all[ClaimKinds.Provider.Find("taxonomy")!] = (in RowPlace row, TextNumbers texts) => texts.Of(row.Batch, row.Batch.Rows.Providers[row.Part].Taxonomy) is var taxonomy and not 0
                ? taxonomy
                : Absent(new Provider(row.Batch, row.Part), ProviderField.Taxonomy);
            all[ClaimKinds.Provider.Find("has-secondary-id")!] = (in RowPlace row, TextNumbers _) =>
                (ulong)(row.Batch.Rows.Providers[row.Part].Flags & ProviderFlags.HasSecondaryId);
        }
    }

    /// <summary>The day by which a claim's profile gives its parameters.</summary>
    public static ulong ServiceDay(Claim claim)
    {
        DateOnly? earliest = null;
        foreach (var line in claim.Lines)
        {
            if (line.Date is { } date && (earliest is null || date < earliest))
                earliest = date;
        }

        return (earliest ?? claim.StatementFrom) is { } day ? Words.OfDay(day) : 0;
    }

    private static ulong WithoutDay(in RowPlace row) => row.ServiceLine switch
    {
        { Date: null } => Absent(row, LineField.Date),
        { Through: null } => WithoutEnd,
        { } line => line.Date > line.Through ? Reversed : TooLong,
    };

    private static ulong UnitsOf(ServiceLine line) => (line.Row.Flags & LineFlags.UnitsInDetail) != 0
        ? line.Detail.Units
        : PackedNumber.Lengthen(line.Row.Units);

    // The units of a day are the line's shared out, so that the number of days tells too.
    private static ulong UnitsOfDay(ServiceLine line)
    {
        var units = UnitsOf(line);
        if (units == 0)
            return line.IsUnreadable(LineField.Units) ? Unreadable : 0;
        if (LineDays.Of(line) is not var (first, last) || first == last)
            return units;
        var shared = decimal.Round(PackedNumber.Unpack(units)!.Value / (last.DayNumber - first.DayNumber + 1), 0, MidpointRounding.AwayFromZero);
        PackedNumber.TryPack(shared, out var packed);
        return packed;
    }

    private static ulong PlaceOf(ServiceLine line)
    {
        if (line.Row.Place != 0)
            return line.Row.Place;
        var claim = line.Claim;
        return line.IsUnreadable(LineField.PlaceOfService) || claim.Setting != ClaimSetting.Professional ? 0UL : claim.Row.Facility;
    }

    private static ulong GroupAndSpecialty(ServiceLine line, TextNumbers texts)
    {
        if (line.Claim.BillingProvider is not { } billing || Npi(billing, texts) is var group && group == 0)
            return 0;
        var (own, of) = line.RenderingProvider is { } rendering && rendering.Row.Taxonomy != 0 ? (rendering.Row.Taxonomy, rendering) : (billing.Row.Taxonomy, billing);
        if (own == 0)
            return 0;

        // A group's number of ten digits cannot run into the specialty behind it; any other text is joined as rules see it.
        return (group & IsNpi) != 0 && group < FirstUnreadable ? texts.OfPair(group, texts.Of(line.Batch, own)) : texts.Of($"{billing.Npi}/{of.Taxonomy}");
    }

    private static ulong TypeOfBill(ushort facility, byte frequency) => facility | (ulong)frequency << (facility > byte.MaxValue ? 16 : 8);

    // Packed numbers are odd; the two that are also marks get even ones of their own.
    private static ulong Number(ulong packed) => packed >= FirstUnreadable ? ulong.MaxValue - packed + 2 & ~1UL : packed;

    private static ulong PointedCode(in RowPlace row)
    {
        var target = PointerList.Slot(row.ServiceLine.Row.Pointers, row.Part);
        var place = row.Claim.Row.FirstDiagnosis + target - 2;
        return target == LineRow.UnreadablePointer || target < 2 || target - 2 >= row.Claim.Diagnoses.Count ? 0 : row.Batch.Rows.Diagnoses[place].Code;
    }

    private static ulong Npi(Provider provider, TextNumbers texts)
    {
        ref readonly var row = ref provider.Row;
        if (row.IdQualifier != XX || row.Id == 0)
            return 0;
        return row.Id < ProviderRow.IsText ? row.Id | IsNpi : texts.Of(provider.Batch, (uint)row.Id);
    }

    private static readonly ushort XX = MemoryMarshal.Read<ushort>("XX"u8);

    private static bool Is(ClaimBatch batch, uint place, ReadOnlySpan<byte> text) => place != 0 && TextPool.At(batch.Rows.Texts, place).SequenceEqual(text);

    private static ulong Absent(Claim claim, ClaimField field) => claim.IsUnreadable(field) ? Unreadable : 0;

    private static ulong Absent(in RowPlace row, LineField field) => row.ServiceLine.IsUnreadable(field) ? Unreadable : 0;

    private static ulong Absent(Provider provider, ProviderField field) => provider.IsUnreadable(field) ? Unreadable : 0;
}
