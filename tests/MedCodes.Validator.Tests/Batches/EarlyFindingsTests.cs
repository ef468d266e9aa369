using System.Text;
using System.Text.RegularExpressions;
using MedCodes.Validator.Batches;
using MedCodes.Validator.Configuration;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Reading.Json;
using MedCodes.Validator.Reporting;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Engine;
using MedCodes.Validator.Tests.Findings;
using MedCodes.Validator.Tests.Reporting;
using MedCodes.Validator.Tests.Rules;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Tests.Batches;

/// <summary>What one claim is enough for is handed on while files are read, and nothing else of a run changes.</summary>
public sealed partial class EarlyFindingsTests
{
    // More than two batches of claims.
    private const int ClaimsOfLargeFile = 9_000;

    private static readonly DateOnly AsOf = new(2024, 9, 16);

    private static readonly string[] Files =
    [
        .. new[] { "*.837", "*.json", "*.ndjson" }.SelectMany(pattern => Directory.EnumerateFiles(Repository.PathOf("fixtures", "claims"), pattern, SearchOption.AllDirectories)).Order(StringComparer.Ordinal),
        Repository.PathOf("fixtures", "documents", "code-missing.txt"),
    ];

    private static readonly RuleSet CheckDigits = ShippedRules.Set.Without(ShippedRules.Set.Rules.Where(rule => rule.Id != "MC2001").Select(rule => rule.Id));

    [Fact]
    public void What_is_handed_on_and_what_is_reported_are_together_what_is_found_at_once()
    {
        var taker = new Taker();
        var whole = Check(new ValidatorOptions { AsOf = AsOf });

        var rest = Check(new ValidatorOptions { AsOf = AsOf, Early = taker });

        Assert.NotEmpty(taker.Findings);
        Assert.Equal([FindingPhase.Claim, FindingPhase.File], taker.Findings.Select(finding => finding.Rule.Phase).Distinct().Order());
        Assert.All(rest.Findings, finding => Assert.Equal(FindingPhase.Run, finding.Rule.Phase));
        Assert.Equal(InAnyOrder(whole.Findings), InAnyOrder(taker.Findings.Concat(rest.Findings)));
        Assert.Equal(whole.Ledger.Rules.Select(rule => rule.ToString()), rest.Ledger.Rules.Select(rule => rule.ToString()));
        Assert.Equal(whole.Ledger.NotEvaluated.Select(cause => cause.ToString()), rest.Ledger.NotEvaluated.Select(cause => cause.ToString()));
        Assert.Equal(whole.Run.Profiles.Select(profile => profile.ToString()), rest.Run.Profiles.Select(profile => profile.ToString()));
        Assert.All(Enum.GetValues<Severity>(), severity => Assert.Equal(whole.Count(severity), rest.Count(severity)));
        Assert.Equal(CountsOf(whole), CountsOf(rest));
    }

    [Theory]
    [InlineData(1, ValidatorOptions.UsualMemory)]
    [InlineData(3, ValidatorOptions.UsualMemory)]
    [InlineData(1, 20_000)]
    [InlineData(2, 200_000)]
    public void A_report_begun_while_files_are_read_has_the_bytes_of_one_written_at_once(int jobs, long memory)
    {
        var whole = Check(new ValidatorOptions { AsOf = AsOf });

        var streamed = Streamed(ShippedRules.Set, jobs, memory, [.. Files.Select(FileAt)]);

        Assert.Equal(Written.As("ndjson", whole), streamed);
        Assert.Equal(Written.As("json", whole), Written.As("json", SavedReport.Read(new MemoryStream(Encoding.UTF8.GetBytes(streamed))), out _));
    }

    [Fact]
    public void A_claim_s_findings_come_after_those_of_the_claim_before_it_wherever_they_stand()
    {
        var places = Streamed(ShippedRules.Set, 2, ValidatorOptions.UsualMemory, [.. Files.Select(FileAt)]).Split('\n')
            .Where(line => line.Contains("\"phase\":\"claim\"", StringComparison.Ordinal))
            .Select(line => (File: Array.FindIndex(Files, path => path.EndsWith(FileOf().Match(line).Groups[1].Value, StringComparison.Ordinal)), Claim: int.Parse(ClaimOf().Match(line).Groups[1].Value, null)))
            .ToList();

        Assert.Equal(places.Order(), places);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_file_of_several_batches_is_handed_on_batch_by_batch_and_in_order(int jobs)
    {
        var file = SourceFile.FromBytes("large.ndjson", Encoding.UTF8.GetBytes(LargeFile()));
        var taker = new Taker();
        var validator = new ClaimValidator(CheckDigits, new ValidatorOptions { AsOf = AsOf, Jobs = jobs, Early = taker, Progress = taker });

        var report = validator.Check([file]);

        Assert.Empty(report.Findings);
        Assert.Equal(Enumerable.Range(1, ClaimsOfLargeFile), taker.Findings.Select(finding => finding.Place.Claim!.Value).Distinct());
        var batches = JsonClaimReader.Read(file).Count();
        Assert.True(batches > 2);
        Assert.Equal(["begin", .. Enumerable.Repeat("take", batches), "close", "read"], taker.Events.Take(batches + 3));
        Assert.Equal(Written.As("ndjson", new ClaimValidator(CheckDigits, new ValidatorOptions { AsOf = AsOf }).Check([file])), Streamed(CheckDigits, jobs, 1_000_000, [file]));
    }

    [Fact]
    public void The_first_findings_are_handed_on_before_the_rest_of_the_file_is_read()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "large.ndjson");
        File.WriteAllText(path, LargeFile());
        var taker = new Taker
        {
            OnFirst = () =>
            {
                using var written = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
                written.SetLength(0);
            },
        };

        var report = new ClaimValidator(CheckDigits, new ValidatorOptions { AsOf = AsOf, Jobs = 1, Early = taker }).Check([SourceFile.OnDisk(path)]);

        Assert.NotEmpty(taker.Findings);
        Assert.InRange(report.Files[0].Claims, 1, ClaimsOfLargeFile - 1);
    }

    [Fact]
    public void The_first_findings_are_written_before_the_rest_of_the_file_is_read()
    {
        using var folder = new TemporaryFolder();
        using var output = new MemoryStream();
        var path = Path.Combine(folder.Path, "large.ndjson");
        File.WriteAllText(path, LargeFile().Replace("}\n", "} \n", StringComparison.Ordinal));
        var report = new NdjsonReport(output, PhiLevel.Mask, new Redaction(), 1);
        var taker = new Taker { Next = report, OnTaken = () => BreakLines(path, ClaimsOfLargeFile - 1_000) };

        report.End(new ClaimValidator(CheckDigits, new ValidatorOptions { AsOf = AsOf, Jobs = 1, Early = taker }).Check([SourceFile.OnDisk(path)]));

        // The lines that were added after the first findings had been written count where later ones are placed.
        var last = Encoding.UTF8.GetString(output.ToArray()).Split('\n').Last(line => line.Contains("\"phase\":\"claim\"", StringComparison.Ordinal));
        Assert.Contains($"\"startLine\":{ClaimsOfLargeFile + 999},", last, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_of_nothing_or_written_by_nobody_is_refused()
    {
        Assert.Throws<ArgumentNullException>(() => new NdjsonReport(null!, PhiLevel.Mask, new Redaction(), 1));
        Assert.Throws<ArgumentNullException>(() => new NdjsonReport(Stream.Null, PhiLevel.Mask, null!, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new NdjsonReport(Stream.Null, PhiLevel.Mask, new Redaction(), 0));
    }

    [Fact]
    public void A_file_that_is_given_twice_has_the_fingerprints_that_it_has_in_one_report()
    {
        var file = FileAt(Files.First(path => path.EndsWith("pain-clinic-batch.837", StringComparison.Ordinal)));
        var taker = new Taker();

        var rest = new ClaimValidator(ShippedRules.Set, new ValidatorOptions { AsOf = AsOf, Early = taker }).Check([file, file]);

        Assert.Equal(
            InAnyOrder(new ClaimValidator(ShippedRules.Set, new ValidatorOptions { AsOf = AsOf }).Check([file, file]).Findings),
            InAnyOrder(taker.Findings.Concat(rest.Findings)));
    }

    [Fact]
    public void Where_a_rule_rests_on_what_others_found_nothing_is_handed_on()
    {
        const string first = "match: { claim: { is: claim } }\ncheck: { claim.frequency: 9 }";
        const string reads = "match: { claim: { is: claim } }\nforbid: { found: { is: finding, same-as: { claim: [claim] }, where: { rule: MC2001 } } }";
        Assert.True(RuleSet.TryLoad([RuleText.Source(first, 1), RuleText.Source(reads, 2)], out var rules, out _));
        var taker = new Taker();

        var report = new ClaimValidator(rules, new ValidatorOptions { AsOf = AsOf, Early = taker }).Check([FileAt(Files[0])]);

        Assert.Empty(taker.Events);
        Assert.Equal(["MC2001", "MC2002"], report.Findings.Select(finding => finding.Rule.Id).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Transactions_are_judged_alike_whether_their_claims_are_kept_or_not()
    {
        Assert.True(RuleSet.TryLoad([RuleText.Source("match: { transaction: { is: transaction } }\ncheck: { transaction.reporting: yes }", 1)], out var rules, out _));
        var (start, end) = (FileTrial.Claims.IndexOf("ST*", StringComparison.Ordinal), FileTrial.Claims.IndexOf("GE*", StringComparison.Ordinal));
        var file = SourceFile.FromBytes("many.837", Encoding.UTF8.GetBytes(FileTrial.Claims[..start] + string.Concat(Enumerable.Repeat(FileTrial.Claims[start..end], 20)) + FileTrial.Claims[end..]));

        var (kept, readAgain) = (Check(long.MaxValue), Check(1));

        Assert.Equal(20, kept.Findings.Count);
        Assert.Equal(InAnyOrder(kept.Findings), InAnyOrder(readAgain.Findings));

        Report Check(long memory) => new ClaimValidator(rules, new ValidatorOptions { AsOf = AsOf, Memory = memory }).Check([file]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void What_is_wrong_with_a_file_is_handed_on_before_the_next_file_is_read(int jobs)
    {
        var claims = Encoding.UTF8.GetBytes(FileTrial.Claims.Replace("SE*26*", "SE*25*", StringComparison.Ordinal));
        var taker = new Taker();

        var report = new ClaimValidator(ShippedRules.Set, new ValidatorOptions { AsOf = AsOf, Jobs = jobs, Early = taker, Progress = taker })
            .Check([SourceFile.FromBytes("b.837", claims), SourceFile.FromBytes("a.837", claims), SourceFile.FromBytes("page.md", Encoding.UTF8.GetBytes("---\ntitle: [\n---\n" + FileTrial.Page))]);

        Assert.Equal(["begin", "close", "read", "close", "read", "close", "read"], taker.Events.Where(happened => happened != "take").Take(7));
        Assert.Equal(["MC1117 b.837", "MC1117 a.837"], taker.Findings.Where(finding => finding.Rule.Phase == FindingPhase.File).Select(finding => $"{finding.Rule.Id} {finding.Place.File.Path}").Take(2));
        Assert.DoesNotContain(report.Findings, finding => finding.Rule.Phase != FindingPhase.Run);
    }

    [Fact]
    public void A_file_that_is_passed_over_is_handed_on_nowhere()
    {
        var taker = new Taker();
        var files = new[] { SourceFile.FromBytes("notes.txt", "\0\u0001\u0002\u0003"u8.ToArray()), SourceFile.FromBytes("a.837", Encoding.UTF8.GetBytes(FileTrial.Claims.Replace("SE*26*", "SE*25*", StringComparison.Ordinal))) };

        var report = new ClaimValidator(ShippedRules.Set, new ValidatorOptions { AsOf = AsOf, Early = taker, PassOver = file => file.Path == "notes.txt" }).Check(files);

        Assert.Equal(["notes.txt"], report.PassedOver.AsEnumerable());
        Assert.Equal(["a.837"], report.Files.Select(file => file.Path));
        Assert.Single(taker.Events, "close");
        Assert.DoesNotContain(taker.Findings, finding => finding.Place.File.Path == "notes.txt");
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 20_000)]
    public void Many_small_files_of_which_few_claims_can_be_kept_are_handed_on_file_by_file(int jobs, long memory)
    {
        var files = Enumerable.Range(0, 250)
            .Select(number => SourceFile.FromBytes($"{number:D3}.837", Encoding.UTF8.GetBytes(FileTrial.Claims.Replace("SE*26*", $"SE*{number % 3 + 25}*", StringComparison.Ordinal).Replace("1245319599", "1245319598", StringComparison.Ordinal))))
            .ToList();
        var taker = new Taker();
        var whole = new ClaimValidator(ShippedRules.Set, new ValidatorOptions { AsOf = AsOf }).Check(files);

        var rest = new ClaimValidator(ShippedRules.Set, new ValidatorOptions { AsOf = AsOf, Jobs = jobs, Memory = memory, Early = taker }).Check(files);

        Assert.Equal(InAnyOrder(whole.Findings), InAnyOrder(taker.Findings.Concat(rest.Findings)));
        Assert.Equal(250, taker.Events.Count(happened => happened == "close"));
        Assert.Equal(taker.Findings.Select(finding => finding.Place.File.Path).Order(StringComparer.Ordinal), taker.Findings.Select(finding => finding.Place.File.Path));
        Assert.Equal(Written.As("ndjson", whole), Streamed(ShippedRules.Set, jobs, memory, files));
    }

    [Fact]
    public void A_rule_that_crashes_while_findings_are_handed_on_is_named_and_the_others_run_on()
    {
        var loaded = Loaded("match: { line: { is: line } }\ncheck: { line.unit: MJ }", "match: { line: { is: line } }\ncheck: { line.code: 99999 }", "match: { file: { is: file } }\ncheck: { file.path: x }");
        var rules = new RuleSet([CrashingRule.Of(loaded.Rules[0]), loaded.Rules[1], CrashingRule.Of(loaded.Rules[2])], loaded.Library, loaded.Profiles);
        var file = SourceFile.FromBytes("a.837", Encoding.UTF8.GetBytes(FileTrial.Claims));
        var taker = new Taker();

        var (whole, rest) = (new ClaimValidator(rules, new ValidatorOptions { AsOf = AsOf }).Check([file]), new ClaimValidator(rules, new ValidatorOptions { AsOf = AsOf, Early = taker }).Check([file]));

        Assert.Equal(["MC2001", "MC2003"], rest.Crashed.Select(crashed => crashed.Rule));
        Assert.Equal(whole.Crashed.AsEnumerable(), rest.Crashed);
        Assert.Equal(["MC2002"], taker.Findings.Select(finding => finding.Rule.Id));
        Assert.Equal(whole.Ledger.Rules.AsEnumerable(), rest.Ledger.Rules);
        Assert.Equal(Written.As("ndjson", whole), Streamed(rules, 2, ValidatorOptions.UsualMemory, [file]));
    }

    [Fact]
    public void What_was_handed_on_counts_at_the_severity_that_is_asked_for_and_not_where_a_rule_is_off()
    {
        var report = Check(new ValidatorOptions { AsOf = AsOf, Early = new Taker() });
        var (early, count) = report.CountByRule().First(rule => rule.Key.Phase == FindingPhase.Claim);
        var selection = new RuleSelection { Known = [.. ShippedRules.Set.Rules.Select(rule => rule.Description)], ConfigurationOf = _ => ProjectConfiguration.Empty };

        var graded = (selection with { Severities = selection.Severities.Add(early.Id, Severity.Info), Select = [early.Id] }).Apply(report);
        var ignored = (selection with { Ignore = [early.Id] }).Apply(report);

        Assert.Equal((count, 0), (graded.Count(Severity.Info), graded.Count(Severity.Error) + graded.Count(Severity.Warning)));
        Assert.DoesNotContain(ignored.CountByRule(), rule => rule.Key.Id == early.Id);
    }

    private static RuleSet Loaded(params IEnumerable<string> logic)
    {
        Assert.True(RuleSet.TryLoad(logic.Select((rule, place) => RuleText.Source(rule, place + 1)), out var rules, out var diagnostics), string.Join('\n', diagnostics));
        return rules;
    }

    private static Report Check(ValidatorOptions options) => new ClaimValidator(ShippedRules.Set, options).Check(Files.Select(FileAt));

    private static string Streamed(RuleSet rules, int jobs, long memory, IReadOnlyList<SourceFile> files)
    {
        using var output = new MemoryStream();
        var written = new NdjsonReport(output, PhiLevel.Mask, new Redaction(), jobs);
        written.End(new ClaimValidator(rules, new ValidatorOptions { AsOf = AsOf, Jobs = jobs, Memory = memory, Early = written }).Check(files));
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static IEnumerable<string> InAnyOrder(IEnumerable<Finding> findings) => findings.Select(FindingText.Of).Order(StringComparer.Ordinal);

    private static IEnumerable<(string, int)> CountsOf(Report report) => report.CountByRule().Select(rule => (rule.Key.Id, rule.Value)).Order();

    private static SourceFile FileAt(string path) => SourceFile.FromBytes(path, File.ReadAllBytes(path));

    // One claim with a wrong check digit, over and over.
    private static string LargeFile()
    {
        using var claims = new MemoryStream();
        ClaimConverter.Convert(FileAt(Files.First(path => path.EndsWith("pain-clinic-batch.837", StringComparison.Ordinal))), claims, ClaimFormat.Ndjson);
        var first = Encoding.UTF8.GetString(claims.ToArray()).Split('\n')[0];
        return string.Concat(Enumerable.Repeat(Npi().Replace(first, "\"idText\":\"1234567890\"") + "\n", ClaimsOfLargeFile));
    }

    // Ends each line behind so many once more, where a blank stood before.
    private static void BreakLines(string path, int lines)
    {
        var bytes = File.ReadAllBytes(path);
        for (var at = 1; at < bytes.Length; at++)
        {
            if (bytes[at] == '\n' && --lines < 0)
                bytes[at - 1] = (byte)'\n';
        }

        using var written = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        written.Write(bytes);
    }

    [GeneratedRegex("\"idText\":\"[0-9]{10}\"")]
    private static partial Regex Npi();

    [GeneratedRegex("\"file\":\"([^\"]+)\"")]
    private static partial Regex FileOf();

    [GeneratedRegex("\"claim\":([0-9]+)")]
    private static partial Regex ClaimOf();

    /// <summary>Notes what is handed on, and when files were read.</summary>
    private sealed class Taker : IEarlyFindings, IProgress<CheckProgress>
    {
        public List<string> Events { get; } = [];

        public List<Finding> Findings { get; } = [];

        public NdjsonReport? Next { get; init; }

        public Action OnFirst { get; init; } = () => { };

        public Action OnTaken { get; init; } = () => { };

        public void Begin(RunDescription run)
        {
            Events.Add("begin");
            Next?.Begin(run);
        }

        public void Take(ContentKind kind, FindingList findings)
        {
            if (Findings.Count == 0)
                OnFirst();
            Events.Add("take");
            Next?.Take(kind, findings);
            if (Findings.Count == 0)
                OnTaken();
            Findings.AddRange(findings);
        }

        public void Close(CheckedFile file, FindingList findings)
        {
            Events.Add("close");
            Next?.Close(file, findings);
            Findings.AddRange(findings);
        }

        public void Report(CheckProgress value)
        {
            if (value.Claims == 0)
                Events.Add("read");
        }
    }
}
