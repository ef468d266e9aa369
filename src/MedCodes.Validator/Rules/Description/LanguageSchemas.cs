using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Loading;
using static MedCodes.Validator.Rules.Description.SchemaNodes;

namespace MedCodes.Validator.Rules.Description;

/// <summary>JSON Schemas (draft 7) of the files of a library, for editors that complete and check while one writes.</summary>
public static class LanguageSchemas
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>The names of the schemas, one per kind of file.</summary>
    public static ImmutableArray<string> Names { get; } = ["rule", "code-set", "table", "terms", "page", "profile"];

    /// <summary>A schema as JSON.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="rules">The library whose tables rules can speak of.</param>
    /// <exception cref="ArgumentException">There is no schema of that name.</exception>
    public static string Write(string name, RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var schema = name switch
        {
            "rule" => RuleSchema.Of(rules),
            "code-set" => CodeSet(),
            "table" => TableSchema(),
            "terms" => Terms(),
            "page" => Page(),
            "profile" => Profile(),
            _ => throw new ArgumentException($"There is no schema '{name}'.", nameof(name)),
        };
        schema.Insert(0, "$schema", "http://json-schema.org/draft-07/schema#");
        schema.Insert(1, "title", $"MedCodes Validator: {name}");
        return schema.ToJsonString(Layout) + "\n";
    }

    private static JsonObject CodeSet() => Map(
        ["code-set", "summary", "source"],
        ("code-set", Scalar()),
        ("summary", Scalar()),
        ("source", RuleSchema.Source()),
        ("include", Several(Scalar).Described("Codes and ranges such as 64490-64495.")),
        ("include-sets", Several(Scalar)),
        ("exclude", Several(Scalar)),
        ("exclude-sets", Several(Scalar)),
        ("from", Scalar().Described("The first day on which its codes belong to it.")),
        ("through", Scalar().Described("The last day.")));

    private static JsonObject TableSchema() => Map(
        ["table", "summary", "source", "release", "choose", "period", "columns", "keys", "missing", "covers", "rows"],
        ("table", Scalar()),
        ("summary", Scalar()),
        ("source", RuleSchema.Source()),
        ("release", Scalar()),
        ("choose", Choice(TableLoader.Choices).Described("snapshot: the release whose period holds the date; dated: the newest release, the row by its own dates.")),
        ("period", List(Scalar())),
        ("columns", MapOf(Choice(TableLoader.Types))),
        ("keys", List(List(Scalar())).Described("The ways in, each a list of columns.")),
        ("shape", Choice(["row", "group"])),
        ("group", MapOf(Scalar()).Described("The column that is grouped into a list, and the list's name.")),
        ("missing", Choice(["none", "unknown"]).Described("What it means that a key is not there.")),
        ("skip", MapOf(Scalar()).Described("Rows that never count.")),
        ("stricter", MapOf(List(Scalar())).Described("Which of several rows in force counts: the column's values, strictest first.")),
        ("extrapolate", YesNo()),
        ("covers", AnyOf(Choice(["everything"]), Map(["dates"], ("codes", Several(Scalar)), ("dates", List(Scalar()))))),
        ("rows", List(new JsonObject { ["type"] = "array" })));

    private static JsonObject Terms() => Map(
        ["axis", "terms"],
        ("axis", Scalar()),
        ("billing", YesNo().Described("Whether its values tell codes apart.")),
        ("terms", MapOf(Map(
            [],
            ("phrases", Several(Scalar).Described("As written.")),
            ("nouns", Several(Scalar).Described("The last word also in the plural.")),
            ("verbs", Several(Scalar).Described("The first word also with -s, -ed, -ing.")),
            ("covers", Several(Scalar))))),
        ("ignore", Several(Scalar).Described("Phrases that count as nothing.")));

    private static JsonObject Page() => Map(
        ["schema", "sections"],
        ("schema", Scalar()),
        ("sections", List(Map(
            ["section"],
            ("section", Scalar()),
            ("headings", Several(Scalar)),
            ("needs", Choice(["required", "expected", "optional"])),
            ("holds", Choice(["prose", "items", "steps", "codes"])),
            ("speaks-of", Choice(["own", "other", "earlier"])),
            ("amounts-of", Scalar())))),
        ("front-matter", Map([], ("code", Several(Scalar)), ("title", Several(Scalar)), ("effective", Several(Scalar)), ("reviewed", Several(Scalar)))));

    private static JsonObject Profile() => Map(
        ["profile"],
        ("profile", Scalar()),
        ("summary", Scalar()),
        ("default", YesNo()),
        ("extends", Scalar()),
        ("for", Map([], ("payers", Several(Scalar)), ("filing-indicators", Several(Scalar)), ("pages", YesNo()))),
        ("severities", MapOf(Choice(RuleChoices.Severities))),
        ("off", Several(Scalar)),
        ("parameters", Map([], PolicyParameters.All.Select(parameter => (parameter.Name, Several(ParameterValue).Described(parameter.Summary))))));

    private static JsonObject ParameterValue() => Map(["value"], ("value", Scalar()), ("from", Scalar()), ("through", Scalar()), ("source", Scalar()));
}
