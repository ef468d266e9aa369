using MedCodes.Validator.Documents;

namespace MedCodes.Validator.Tests.Documents;

/// <summary>A small kind of page for tests.</summary>
internal static class SomeSchema
{
    public static PageSchema Procedure { get; } = new()
    {
        Name = "procedure",
        Sections =
        [
            Section("title", SectionNeed.Required),
            Section("code", SectionNeed.Required, "CPT4 code", "CPT code", "Code") with { Holds = SectionContent.Codes },
            Section("name", SectionNeed.Required, "Name of the Procedure"),
            Section("summary", SectionNeed.Required, "Summary", "Overview"),
            Section("preparation", SectionNeed.Expected, "Preparation"),
            Section("procedure-description", SectionNeed.Required, "Procedure Description") with { Holds = SectionContent.Steps },
            Section("duration", SectionNeed.Required, "Duration") with { AmountsOf = "whole-procedure" },
            Section("personnel", SectionNeed.Required, "Personnel") with { Holds = SectionContent.Items },
            Section("alternatives", SectionNeed.Optional, "Alternatives") with { SpeaksOf = Referent.Other },
            Section("similar-codes", SectionNeed.Expected, "Similar Codes") with { SpeaksOf = Referent.Other, Holds = SectionContent.Codes },
        ],
        FrontMatter = [new("code", FrontMatterMeaning.Code), new("title", FrontMatterMeaning.Title), new("effective", FrontMatterMeaning.Effective)],
    };

    private static PageSection Section(string name, SectionNeed needs, params string[] headings) =>
        new() { Name = name, Needs = needs, Headings = [.. headings] };
}
