using MedCodes.Validator.Configuration;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Tests.Reporting;
using NJsonSchema;
using YamlDotNet.Serialization;

namespace MedCodes.Validator.Tests.Configuration;

public sealed class ConfigurationReaderTests
{
    private static readonly RuleDescription AddOn = SampleReport.AddOnAlone.Rule;

    [Fact]
    public void Rules_overrides_and_waivers_hold_with_their_origin()
    {
        var found = Read("""
            fail-on: warning
            max-warnings: 3
            rules:
              national-edits: info
              MC4101: { severity: warning }
            overrides:
              - files: ["drafts/**"]
                rules: { add-on-without-primary: off }
              - files: ["drafts/last/**"]
                rules: { MC4101: error }
            waivers:
              - { rule: MC4101, files: "*.837", where: { claim: 2, path: "2300[2]" }, reason: confirmed, until: 2024-12-31, approved-by: office }
            """)!;

        Assert.Equal(Severity.Warning, found.FailOn.Value);
        Assert.Equal("medcodes.yaml:1", found.FailOn.Origin.ToString());
        Assert.Equal(3, found.MaxWarnings!.Value);
        Assert.Equal(Severity.Warning, found.For(AddOn, "page.md")!.Severity);
        Assert.Null(found.For(AddOn, "drafts/page.md")!.Severity);
        Assert.Equal(Severity.Error, found.For(AddOn, "drafts/last/page.md")!.Severity);
        Assert.Equal("medcodes.yaml:10", found.For(AddOn, "drafts/last/page.md")!.Origin.ToString());
        var waiver = Assert.Single(found.Waivers);
        Assert.Equal((2, "2300[2]", "confirmed", new DateOnly(2024, 12, 31), "office"), (waiver.Claim!.Value, waiver.Path, waiver.Reason, waiver.Until!.Value, waiver.ApprovedBy));
        Assert.True(waiver.Covers("/project/claims/a.837"));
        Assert.False(waiver.Covers("/project/claims/a.txt"));
    }

    [Fact]
    public void What_a_file_extends_holds_unless_it_says_otherwise_and_nothing_else_is_merged()
    {
        var found = Read("extends: [./base.yaml, builtin:strict]\nrules: { MC4101: error }\n", "rules: { MC4101: off, MC2301: info }\nfail-on: never\n")!;

        Assert.Equal(Severity.Error, found.Rules["MC4101"].Severity);
        Assert.Equal("./base.yaml:1", found.Rules["mc2301"].Origin.ToString());
        Assert.Equal(Severity.Warning, found.FailOn.Value);
        Assert.Equal("<builtin:strict>", found.FailOn.Origin.ToString());
    }

    [Theory]
    [InlineData("rule: {}", "1:1", "unknown key 'rule' in the configuration", "rules")]
    [InlineData("rules: { MC410: off }", "1:10", "unknown rule 'MC410'", "MC4101")]
    [InlineData("rules: { MC4101: of }", "1:18", "unknown severity 'of'", "off")]
    [InlineData("rules: { MC4101: [off] }", "1:18", "a rule is one of off, info, warning, error, not a list", null)]
    [InlineData("rules: { MC4101: { severity: of } }", "1:30", "unknown severity 'of'", "off")]
    [InlineData("rules: { MC4101: { severty: off } }", "1:18", "the rule has no 'severity'", null)]
    [InlineData("rules: { MC4101: { severity: off, options: { most: 3 } } }", "1:44", "a rule has no options here", null)]
    [InlineData("fail-on: errors", "1:10", "unknown fail-on 'errors'", "error")]
    [InlineData("max-warnings: many", "1:15", "max-warnings is a whole number, not 'many'", null)]
    [InlineData("extends: ./none.yaml", "1:10", "there is no file './none.yaml'", null)]
    [InlineData("extends: builtin:recomended", "1:10", "unknown configuration 'builtin:recomended'", "builtin:recommended")]
    [InlineData("extends: ./medcodes.yaml", "1:10", "'./medcodes.yaml' extends this file in turn", null)]
    [InlineData("exclude: 3", "1:10", "exclude names files, not '3'; what is really called so stands in quotes", null)]
    [InlineData("exclude: [a, yes]", "1:14", "exclude names files, not 'yes'", null)]
    [InlineData("baseline: 3", "1:11", "baseline names files, not '3'", null)]
    [InlineData("baseline: [a]", "1:11", "baseline is a single value, not a list", null)]
    [InlineData("overrides: [ { files: 3, rules: {} } ]", "1:23", "files names files, not '3'", null)]
    [InlineData("overrides: [ { rules: {} } ]", "1:14", "the override has no 'files'", null)]
    [InlineData("waivers: [ { rule: MC4101, files: a } ]", "1:12", "the waiver has no 'reason'", null)]
    [InlineData("waivers: [ { rule: MC1, files: a, reason: b } ]", "1:20", "unknown rule 'MC1'", null)]
    [InlineData("waivers: [ { rule: MC4101, files: a, reason: b, where: { clam: 1 } } ]", "1:58", "unknown key 'clam' in the where", "claim")]
    [InlineData("waivers: [ { rule: MC4101, files: a, reason: b, until: soon } ]", "1:56", "until is a date such as 2024-07-01, not 'soon'", null)]
    [InlineData("profile: medicar", "1:10", "unknown profile 'medicar'", "medicare")]
    [InlineData("profiles: { comercial: { others-bill: yes } }", "1:13", "unknown profile 'comercial'", "commercial")]
    [InlineData("profiles: { medicare: { other-bill: yes } }", "1:25", "unknown parameter 'other-bill'", "others-bill")]
    [InlineData("profiles: { medicare: { others-bill: perhaps } }", "1:38", "others-bill is one of yes, no, auto, not 'perhaps'", null)]
    [InlineData("profiles: { medicare: { timely-filing: [1] } }", "1:40", "timely-filing is a number, not a list", null)]
    [InlineData("profiles: { medicare: 3 }", "1:23", "profile is a map, not '3'", null)]
    [InlineData("- a", "1:1", "configuration is a map, not a list", null)]
    [InlineData("a: [", "", "this is not YAML", null)]
    public void What_is_wrong_is_said_with_its_place_and_what_was_meant(string text, string place, string message, string? suggestion)
    {
        var reader = Reader(text, "");

        Assert.Null(reader.Read("/project/medcodes.yaml", "medcodes.yaml"));

        var diagnostic = reader.Diagnostics[0];
        Assert.StartsWith(message, diagnostic.Message, StringComparison.Ordinal);
        Assert.Equal(suggestion, diagnostic.Suggestion);
        if (place.Length > 0)
            Assert.Equal(place, FormattableString.Invariant($"{diagnostic.Line}:{diagnostic.Column}"));
    }

    [Fact]
    public void Profiles_and_their_parameters_hold_with_their_origin_and_the_later_file_counts()
    {
        var found = Read(
            "extends: ./base.yaml\nprofile: commercial\nprofiles:\n  medicare: { timely-filing-notice: 45 }\n",
            "profile: medicare\nprofiles: { medicare: { timely-filing-notice: 10, others-bill: no } }\n")!;

        Assert.Equal(("commercial", "medcodes.yaml:2"), (found.Profile!.Value, found.Profile.Origin.ToString()));
        Assert.Equal(["timely-filing-notice = 10 ./base.yaml:2", "others-bill = no ./base.yaml:2", "timely-filing-notice = 45 medcodes.yaml:4"],
            found.Parameters.Select(one => $"{one.Value.Name} = {one.Value.Value} {one.Origin}"));
    }

    [Theory]
    [InlineData("exclude: [drafts]", "drafts/a.txt", true)]
    [InlineData("exclude: [drafts]", "pages/drafts/old/a.txt", true)]
    [InlineData("exclude: [./drafts]", "pages/drafts/a.txt", false)]
    [InlineData("exclude: ['drafts/**', '!drafts/a.txt']", "drafts/a.txt", false)]
    [InlineData("exclude: ['!drafts/a.txt', 'drafts/**']", "drafts/a.txt", true)]
    [InlineData("exclude: ['2024']", "2024/a.txt", true)]
    [InlineData("exclude: ['*.md']", "drafts/a.txt", false)]
    public void Of_the_patterns_that_exclude_the_last_that_fits_counts(string text, string path, bool isExcluded) =>
        Assert.Equal(isExcluded, Read(text)!.Excludes(path));

    [Fact]
    public void An_empty_file_says_nothing() => Assert.Equal("/project/medcodes.yaml", Read("# nothing\n")!.File);

    [Fact]
    public async Task The_starter_is_sound_keeps_to_the_schema_and_names_every_key()
    {
        var schema = await JsonSchema.FromJsonAsync(StarterConfiguration.Schema);
        var uncommented = string.Join('\n', StarterConfiguration.Text.Split('\n').Select(line => line.StartsWith("# ", StringComparison.Ordinal) && line.Contains(':', StringComparison.Ordinal) && char.IsLower(line[2]) ? line[2..] : line));

        Assert.NotNull(Read(StarterConfiguration.Text));
        Assert.Empty(schema.Validate(Json(StarterConfiguration.Text)));
        Assert.All(schema.Properties.Keys, key => Assert.Contains($"\n{key}:", uncommented, StringComparison.Ordinal));
        Assert.NotEmpty(schema.Validate("""{ "rule": {} }"""));
        Assert.NotEmpty(schema.Validate("""{ "rules": { "MC4101": "of" } }"""));
        Assert.Empty(schema.Validate("""{ "rules": { "MC4101": { "severity": "off" } } }"""));
        Assert.NotEmpty(schema.Validate("""{ "rules": { "MC4101": { "severity": "off", "options": {} } } }"""));
    }

    private static string Json(string yaml) => new SerializerBuilder().JsonCompatible().Build().Serialize(
        new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize(new StringReader(yaml.Replace("root: yes", "root: true", StringComparison.Ordinal)))!);

    private static ProjectConfiguration? Read(string text, string extended = "")
    {
        var reader = Reader(text, extended);
        var found = reader.Read("/project/medcodes.yaml", "medcodes.yaml");
        Assert.Empty(reader.Diagnostics);
        return found;
    }

    private static ConfigurationReader Reader(string text, string extended) => new(
        path => path switch
        {
            "/project/medcodes.yaml" => text,
            "/project/base.yaml" => extended,
            _ => null,
        },
        ["MC4101", "MC2301", "add-on-without-primary", "national-edits", "MC7001", "MC2205", "text-not-utf8"],
        ["medicare", "commercial"]);
}
