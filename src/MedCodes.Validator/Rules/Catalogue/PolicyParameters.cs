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

    public static ImmutableArray<Parameter> All { get; } =
    [
        new("edit-program", FieldType.AnyName, "The program whose national edits (PTP, MUE, add-on codes) the payer applies."),
        OthersBill,
        new("timely-filing", FieldType.Number, "The months after the date of service within which a claim must be received."),
        new("facet-sessions-per-year", FieldType.Number, "Facet joint injection sessions that are covered in a rolling year, per region."),
    ];

    public static Parameter? Find(string name) => All.FirstOrDefault(parameter => parameter.Name == name);
}
