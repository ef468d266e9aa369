using System.Collections.Immutable;
using System.Text;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Documents;
using MedCodes.Validator.Documents.Interpretation;
using MedCodes.Validator.Engine;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Reading.Json;
using MedCodes.Validator.Reading.X12;
using MedCodes.Validator.Rules;
using MedCodes.Validator.RuleTests.Shorthand;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.RuleTests;

/// <summary>Runs the worked billing examples of pages: the claims of each are a run of their own, under the default profile.</summary>
internal sealed class ExampleRunner(IRuleEngine engine, RuleSet rules, DateOnly asOf)
{
    private readonly Lock _oneAtATime = new();

    /// <summary>The page with what the rules find in its examples. It may be called from several threads; examples are rare and run in turn.</summary>
    /// <exception cref="IOException">The file of the page can no longer be read.</exception>
    public InterpretedDocument Run(InterpretedDocument page)
    {
        if (page.Examples.IsEmpty)
            return page;
        lock (_oneAtATime)
            return page with { Examples = [.. page.Examples.Where(example => IsMeant(example, page)).Select(example => Run(example, page.Source.File))] };
    }

    // "json" marks settings and answers too, and texts that are no pages have such blocks for their own reasons.
    private static bool IsMeant(ExampleFact example, InterpretedDocument page) =>
        example is not { Format: ExampleFormat.Json, Expect: ExampleExpectation.Clean }
        || (page.Document.Schema != PageSchema.None && JsonContent.LooksLike(Content(example, page.Source.File)));

    private ExampleFact Run(ExampleFact example, SourceFile file) => example.Format switch
    {
        ExampleFormat.Claim => Shorthand(example, file),
        ExampleFormat.X12 => Claims(example, file, own => X12Reader.Read(own)),
        ExampleFormat.Json => Claims(example, file, own => JsonClaimReader.Read(own)),
        _ => example,
    };

    private ExampleFact Shorthand(ExampleFact example, SourceFile file)
    {
        var diagnostics = new Diagnostics();
        var text = Encoding.UTF8.GetString(Content(example, file));
        var root = YamlTreeReader.Read(new YamlSource(file.Path, text), diagnostics);
        ImmutableArray<LoadedFile> claims = [];
        LoadedHistory? history = null;
        if (ShorthandReader.Of(root, "claim", diagnostics) is { } claim)
        {
            var given = new CaseShorthand(rules, diagnostics);
            claims = given.Claims(claim);
            history = given.History(claim);
            claim.Done();
        }

        return diagnostics.ToSorted() is [var first, ..]
            ? example with { Unreadable = $"line {first.Line} of it: {first.Message}" }
            : Judged(example, claims, CleanClaim.AsOf, history);
    }

    private ExampleFact Claims(ExampleFact example, SourceFile file, Func<SourceFile, IEnumerable<ClaimBatch>> read)
    {
        var own = SourceFile.FromBytes(file.Path, Content(example, file));
        ImmutableArray<ClaimBatch> batches = [.. read(own)];
        return batches.Sum(batch => batch.Claims.Count) == 0
            ? example with { Unreadable = "it has no claims" }
            : Judged(example, [new LoadedFile(own, batches, [], [.. batches.SelectMany(batch => batch.Faults)])], asOf, null);
    }

    private static byte[] Content(ExampleFact example, SourceFile file) =>
        example.Content is [var all] ? file.Read(all) : [.. example.Content.SelectMany(line => (byte[])[.. file.Read(line), (byte)'\n'])];

    private ExampleFact Judged(ExampleFact example, ImmutableArray<LoadedFile> claims, DateOnly day, LoadedHistory? history)
    {
        var findings = RunJudgement.Of(engine, rules, claims, day, history).Judgements.SelectMany(judgement => judgement.Findings)
            .Select(finding => finding.Finding)
            .Where(finding => finding.Severity != Severity.Info)
            .OrderBy(finding => finding.Rule.Id, StringComparer.Ordinal)
            .ToList();
        return example with
        {
            Findings = [.. findings.Select(finding => finding.Rule.Id).Distinct(StringComparer.Ordinal)],
            Said = [.. findings.Select(finding => $"{finding.Rule.Id} ({finding.Message.Render(Privacy.Open).TrimEnd('.')})").Distinct(StringComparer.Ordinal)],
        };
    }
}
