using MedCodes.Validator.Claims;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Values;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Rules.Catalogue;

/// <summary>Files, their envelopes, and what readers found wrong.</summary>
internal static class FileKinds
{
    public static FactKind File { get; } = new(
        "file",
        "A file that was read.",
        Scope.File,
        null,
        Field.Of<FileContent>("path", FieldType.Text, "Its path as given.", content => Value.Of(content.File.Path), Absence.Never));

    public static FactKind Interchange { get; } = new(
        "interchange",
        "An interchange, ISA to IEA.",
        Scope.File,
        File,
        Field.Of<Interchange>("interchange-control-number", FieldType.Code, "ISA13.", i => FieldReading.Text(i.ControlNumber), privacy: ClaimFields.Of(ClaimField.InterchangeControlNumber).Privacy),
        Field.Of<Interchange>("interchange-usage", FieldType.OneOf("P", "T", "I"), "ISA15: production, test or information.", i => FieldReading.Text(i.Usage)));

    public static FactKind Transaction { get; } = new(
        "transaction",
        "A transaction set, ST to SE.",
        Scope.File,
        Interchange,
        Field.Of<Transaction>("transaction-control-number", FieldType.Code, "ST02.", t => FieldReading.Text(t.ControlNumber), privacy: ClaimFields.Of(ClaimField.TransactionControlNumber).Privacy),
        Field.Of<Transaction>("guide", FieldType.Code, "The implementation guide and its version, such as 005010X222A1.", t => FieldReading.Text(t.Guide)),
        Field.Of<Transaction>("submitted", FieldType.Date, "The day it was made (BHT04).", t => FieldReading.Date(t.Submitted), privacy: ClaimFields.Of(ClaimField.Submitted).Privacy),
        Field.Of<Transaction>(
            "reporting", FieldType.YesNo, "Whether it reports encounters and asks for no payment (BHT06 RP).", t => Value.Of(t.Use == "RP"), Absence.Never));

    public static FactKind Fault { get; } = new(
        "fault",
        "Something that a reader found wrong.",
        Scope.File,
        File,
        Field.Of<Fault>(
            "kind",
            FieldType.OneOf([.. Enum.GetValues<FaultKind>().Select(kind => kind.ToRuleName())]),
            "What is wrong.",
            fault => Value.Of(fault.Kind.ToRuleName()),
            Absence.Never,
            locate: fault => new FieldPlace(fault.Span, fault.Path)),
        Field.Of<Fault>("expected", FieldType.Text, "What the reader expected there.", fault => FieldReading.Text(fault.Expected)),
        Field.Of<Fault>("found", FieldType.Text, "What stood there; as private as its element.", fault => FieldReading.Text(fault.Found))
            .WithPrivacy(fact => ((Fault)fact.Content).FoundPrivacy),
        Field.Of<Fault>("element", FieldType.Text, "The loop and element, or the heading, it was found in.", fault => FieldReading.Text(fault.Path)),
        Field.Of<Fault>("claim-ordinal", FieldType.Number, "The ordinal of the claim in the file.", fault => FieldReading.Number(fault.Claim)));

    /// <summary>The name of a kind of fault in rules: kebab-case.</summary>
    public static string ToRuleName(this FaultKind kind) => KebabCase.Of(kind.ToString());
}
