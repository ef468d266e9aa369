using System.Text;
using MedCodes.Validator.Batches;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Rules;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Tests.Batches;

/// <summary>What is found depends on the claims: neither on the format that holds them nor on the order they come in.</summary>
public sealed class SameFindingsTests
{
    private static readonly string[] Replacements = ["\"frequency\":\"7\"", "\"frequency\":\"8\""];

    private static readonly ClaimValidator Validator = new(ShippedRules.Set, new ValidatorOptions { AsOf = new DateOnly(2024, 9, 16) });

    // What is wrong with an interchange itself has nothing that answers to it in JSON; one file is written to while it is read.
    private static readonly string[] SoundRuns =
    [
        .. GoldenPair.All.Where(pair => !pair.IsWrittenTo)
            .SelectMany(pair => new[] { string.Join(' ', pair.Defect), string.Join(' ', pair.Clean) })
            .Distinct()
            .Where(run => run.Split(' ').All(IsSound)),
    ];

    public static TheoryData<string> Runs => new(SoundRuns);

    // A claim replaces or voids one that came before it, so that there the order tells.
    public static TheoryData<string> RunsInAnyOrder => new(SoundRuns.Where(run =>
        run.Split(' ').Select(file => Content(AsNdjson(Read(file)))).ToList() is var contents
        && contents.Sum(content => content.Count(letter => letter == '\n')) > 1
        && !contents.Exists(content => Replacements.Any(replacement => content.Contains(replacement, StringComparison.Ordinal)))));

    [Theory]
    [MemberData(nameof(Runs))]
    public void Claims_as_X12_and_as_NDJSON_give_the_same_findings(string run)
    {
        var files = run.Split(' ').Select(Read).ToList();

        Assert.Equal(
            Validator.Check(files).Findings.Select(finding => Shown(finding, withPlace: true)),
            Validator.Check(files.Select(AsNdjson)).Findings.Select(finding => Shown(finding, withPlace: true)));
    }

    [Fact]
    public void Findings_of_many_files_are_the_same_whatever_format_holds_them()
    {
        var files = SoundFiles();

        var x12 = Validator.Check(files);
        var ndjson = Validator.Check(files.Select(AsNdjson));

        Assert.True(x12.Findings.Count > 100);
        Assert.Equal(x12.Findings.Select(finding => Shown(finding, withPlace: true)), ndjson.Findings.Select(finding => Shown(finding, withPlace: true)));
        Assert.Equal(x12.Ledger.Total, ndjson.Ledger.Total);
    }

    [Theory]
    [MemberData(nameof(RunsInAnyOrder))]
    public void Other_orders_of_claims_and_files_change_nothing_but_positions(string run)
    {
        var random = new Random(1);
        var files = run.Split(' ').Select(file => AsNdjson(Read(file))).ToList();
        var shuffled = files.Select(file => Shuffled(file, random)).Reverse();

        Assert.Equal(
            Validator.Check(files).Findings.Select(finding => Shown(finding, withPlace: false)).Order(StringComparer.Ordinal),
            Validator.Check(shuffled).Findings.Select(finding => Shown(finding, withPlace: false)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Another_order_of_a_whole_batch_changes_nothing_but_positions()
    {
        var batch = AsNdjson(SourceFile.FromBytes("batch.837", File.ReadAllBytes(Repository.PathOf("fixtures", "claims", "pain-clinic-batch.837"))));

        var findings = Validator.Check([batch]).Findings;
        Assert.True(findings.Count > 8);
        Assert.Equal(
            findings.Select(finding => Shown(finding, withPlace: false)).Order(StringComparer.Ordinal),
            Validator.Check([Shuffled(batch, new Random(1))]).Findings.Select(finding => Shown(finding, withPlace: false)).Order(StringComparer.Ordinal));
    }

    private static List<SourceFile> SoundFiles() => [.. GoldenPair.Files().Order(StringComparer.Ordinal).Where(IsSound).Select(Read)];

    private static string Content(SourceFile file)
    {
        using var reader = new StreamReader(file.OpenRead());
        return reader.ReadToEnd();
    }

    private static bool IsSound(string file)
    {
        using var nowhere = new MemoryStream();
        return ClaimConverter.Convert(Read(file), nowhere, ClaimFormat.Ndjson) is { Faults: 0 };
    }

    private static SourceFile Read(string file) => SourceFile.FromBytes(file, File.ReadAllBytes(GoldenPair.PathOf(file)));

    private static SourceFile AsNdjson(SourceFile file)
    {
        using var output = new MemoryStream();
        ClaimConverter.Convert(file, output, ClaimFormat.Ndjson);
        return SourceFile.FromBytes(file.Path, output.ToArray());
    }

    private static SourceFile Shuffled(SourceFile file, Random random)
    {
        var claims = Content(file).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        random.Shuffle(claims);
        return SourceFile.FromBytes(file.Path, Encoding.UTF8.GetBytes(string.Join('\n', claims) + "\n"));
    }

    private static string Shown(Finding finding, bool withPlace) => string.Join(
        " | ",
        [
            $"{finding.Rule.Id} {finding.Severity} {finding.ChargeAtRisk}",
            withPlace ? $"{finding.Place.File.Path} claim {finding.Place.Claim} line {finding.Place.Line}: {finding.Message.Render(Privacy.Identifying)}" : "",
            .. finding.Witnesses.Select(Shown),
        ]);

    // The path of a file is a place too, though rules read it as a value.
    private static string Shown(Witness witness) =>
        $"{witness.Name} {witness.Row?.Table} {witness.Absence?.Sought} {witness.Members.Length} {string.Join(", ", witness.Fields.Where(field => field.Name != "path").Select(field => $"{field.Name} {string.Join(' ', field.Values)}"))}";
}
