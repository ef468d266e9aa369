using System.Text;
using MedCodes.Validator.Batches;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Support;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Tests.Engine;

/// <summary>Judges rules that are written as YAML on whole files, by the definition.</summary>
internal static class FileTrial
{
    public static string Claims { get; } = File.ReadAllText(Repository.PathOf("fixtures", "claims", "newline-terminated.837"));

    /// <summary>A page that lacks a section that it needs: the summary.</summary>
    public const string Page = """
        # Injection of the neck under fluoroscopy

        ## CPT code

        64490

        ## Name of the Procedure

        Injection of the neck

        ## Procedure Description

        1. The needle is guided.

        ## Risks and Complications

        - Bleeding

        """;

    /// <summary>Checks files; of the shipped library only vocabularies and page schemas are there.</summary>
    public static Report Check(IEnumerable<YamlSource> rules, params (string Path, string Text)[] files)
    {
        var words = Repository.Files("rules", "*.yaml")
            .Select(file => new YamlSource(Path.GetRelativePath(Repository.PathOf("rules"), file), File.ReadAllText(file)))
            .Where(source => source.Path.Split('/')[0] is "terms" or "pages");
        Assert.True(RuleSet.TryLoad(words.Concat(rules), out var set, out var diagnostics), string.Join('\n', diagnostics));
        return new ClaimValidator(set, new ValidatorOptions { AsOf = new DateOnly(2024, 9, 16), Engine = EngineChoice.Naive })
            .Check(files.Select(file => SourceFile.FromBytes(file.Path, Encoding.UTF8.GetBytes(file.Text))));
    }

    /// <summary>Each finding as rule and path.</summary>
    public static IEnumerable<string> Found(Report report) => report.Findings.Select(finding => $"{finding.Rule.Id} {finding.Place.File.Path}");
}
