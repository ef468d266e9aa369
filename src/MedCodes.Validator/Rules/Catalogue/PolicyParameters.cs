using System.Collections.Immutable;

namespace MedCodes.Validator.Rules.Catalogue;

/// <summary>The parameters that payer profiles may give a value.</summary>
internal static class PolicyParameters
{
    /// <summary>Whether others bill for the patient; decides what a run has not seen on the same day.</summary>
    public static Parameter OthersBill { get; } = new(
        "others-bill",
        FieldType.OneOf("yes", "no", "auto"),
        "Whether others than the submitter bill for the same patients: auto says yes where the run holds no such fact at all.");

    /// <summary>How long a payer takes claims.</summary>
    public static Parameter TimelyFiling { get; } = new(
        "timely-filing", FieldType.Number, "The months after the date of service within which a claim must be received.");

    public static ImmutableArray<Parameter> All { get; } =
    [
        new("edit-program", FieldType.AnyName, "The program whose national edits (PTP, MUE, add-on codes) the payer applies."),
        OthersBill,
        TimelyFiling,
        new("timely-filing-notice", FieldType.Number, "The days before the last day of timely filing from which a claim is urgent."),
        new("facet-sessions-per-year", FieldType.Number, "Facet joint injection sessions that are covered in a rolling year, per region."),
        new("ablation-sessions-per-year", FieldType.Number, "Facet joint ablation sessions that are covered in a rolling year, per region."),
        new(
            "facet-sessions-counted",
            FieldType.OneOf("together", "apart"),
            "Whether diagnostic facet joint injection sessions (KX) and therapeutic ones are counted together or apart."),
        new("facet-diagnostic-sessions-per-year", FieldType.Number, "Diagnostic sessions (KX) that are covered in a rolling year, per region, where they are counted apart."),
        new("facet-therapeutic-sessions-per-year", FieldType.Number, "Therapeutic sessions that are covered in a rolling year, per region, where they are counted apart."),
        new("facet-diagnosis-list", FieldType.OneOf("none", "a58403"), "The list of diagnoses for which facet joint procedures are covered, by its article; none where no list is known."),
        new("contractor", FieldType.Code, "The number under which the Medicare coverage database has the contractor; none where it is not known."),
        new(
            "bilateral-add-ons",
            FieldType.OneOf("modifier-50", "two-lines"),
            "How a physician bills a further level on both sides: as one line with modifier 50, or as a line for each side."),
        new("claim-frequencies", FieldType.OneOf("all", "originals"), "Whether the payer takes replacements and voids (frequencies 7 and 8) of professional claims."),
        new("new-patient-years", FieldType.Number, "The years without a visit after which a patient is new to a group and specialty."),
    ];

    public static Parameter? Find(string name) => All.FirstOrDefault(parameter => parameter.Name == name);
}
