using System.Globalization;
using System.Text.Json.Nodes;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Description;
using MedCodes.Validator.Tests.Support;
using MedCodes.Validator.Yaml;
using NJsonSchema;

namespace MedCodes.Validator.Tests.Rules.Description;

public sealed class LanguageSchemaTests
{
    private static readonly Dictionary<string, string> FolderOf = new(StringComparer.Ordinal)
    {
        ["rule"] = "claims",
        ["code-set"] = "code-sets",
        ["table"] = "tables",
        ["terms"] = "terms",
        ["page"] = "pages",
        ["profile"] = "profiles",
    };

    private static readonly Lazy<RuleSet> Shipped = new(() => RuleSet.Load(Repository.PathOf("rules")));

    public static TheoryData<string> Names => [.. LanguageSchemas.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_the_loader_takes_the_schema_takes(string name)
    {
        var schema = await JsonSchema.FromJsonAsync(LanguageSchemas.Write(name, Shipped.Value));
        var folders = name == "rule" ? ["claims", "documents"] : new[] { FolderOf[name] };
        var files = folders.SelectMany(folder => Repository.Files($"rules/{folder}", "*.yaml")).ToList();

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Empty(schema.Validate(Json(file))));
    }

    /// <summary>Faults of form: what needs the whole library, or the bound names, is the loader's alone.</summary>
    [Theory]
    [InlineData("rule", "unknown-key")]
    [InlineData("rule", "unknown-choice")]
    [InlineData("rule", "missing-words")]
    [InlineData("rule", "number-expected")]
    [InlineData("rule", "level-out-of-range")]
    [InlineData("rule", "unknown-kind-of-input")]
    [InlineData("rule", "unknown-field-in-where")]
    [InlineData("rule", "unknown-key-of-an-entry")]
    [InlineData("rule", "name-off-the-list")]
    [InlineData("rule", "list-for-a-text")]
    [InlineData("code-set", "unknown-key-of-a-code-set")]
    [InlineData("terms", "unknown-key-of-a-term")]
    [InlineData("table", "table-with-unknown-type")]
    [InlineData("page", "page-with-unknown-need")]
    [InlineData("profile", "profile-with-unknown-parameter")]
    public async Task What_is_malformed_the_schema_refuses(string name, string situation)
    {
        var schema = await JsonSchema.FromJsonAsync(LanguageSchemas.Write(name, Shipped.Value));
        var file = Assert.Single(Repository.Files($"fixtures/rules/broken/{situation}/{FolderOf[name]}", "*.yaml"));

        Assert.NotEmpty(schema.Validate(Json(file)));
    }

    [Fact]
    public void There_is_no_schema_of_another_name() => Assert.Throws<ArgumentException>(() => LanguageSchemas.Write("rules", Shipped.Value));

    // As an editor reads the file: what looks like a number is one.
    private static string Json(string file)
    {
        var node = YamlTreeReader.Read(new YamlSource(Path.GetFileName(file), File.ReadAllText(file)), new Diagnostics());
        return ToJson(node!)!.ToJsonString();
    }

    private static JsonNode? ToJson(YamlNode node) => node switch
    {
        YamlScalar { IsNull: true } => null,
        YamlScalar scalar when long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        YamlScalar { Text: "true" or "false" } scalar => JsonValue.Create(scalar.Text == "true"),
        YamlScalar scalar => JsonValue.Create(scalar.Text),
        YamlSequence list => new JsonArray([.. list.Items.Select(ToJson)]),
        YamlMapping map => new JsonObject(map.Entries.Select(entry => KeyValuePair.Create(entry.Key.Text, ToJson(entry.Value)))),
        _ => throw new ArgumentException(node.Shape, nameof(node)),
    };
}
