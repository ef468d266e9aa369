using System.Collections.Immutable;
using System.Text;
using MedCodes.Validator.Batches;
using MedCodes.Validator.Engine;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Engine.Planned;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Engine;
using MedCodes.Validator.Tests.Findings;
using MedCodes.Validator.Tests.Rules;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Tests.Batches;

/// <summary>Small files are read several at a time, and nobody can tell.</summary>
public sealed class FilesAheadTests
{
    // Enough that the file is no small one.
    private const int TransactionsOfLargeFile = 1_500;

    private static readonly ValidatorOptions Options = new() { AsOf = new DateOnly(2024, 9, 16), PassOver = file => file.Path == "notes.txt" };

    private static readonly RuleSet CheckDigits = ShippedRules.Set.Without(ShippedRules.Set.Rules.Where(rule => rule.Id != "MC2001").Select(rule => rule.Id));

    private static readonly string Claims = FileTrial.Claims.Replace("1245319599", "1245319598", StringComparison.Ordinal);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Small_files_around_a_large_one_and_one_that_is_passed_over_are_handed_on_in_their_order(int jobs)
    {
        List<SourceFile> files =
        [
            .. Enumerable.Range(0, 12).Select(number => SourceFile.FromBytes($"before-{number:D2}.837", Encoding.UTF8.GetBytes(Claims))),
            SourceFile.FromBytes("notes.txt", "\0\u0001\u0002\u0003"u8.ToArray()),
            SourceFile.FromBytes("large.837", Encoding.UTF8.GetBytes(Many(TransactionsOfLargeFile))),
            .. Enumerable.Range(0, 12).Select(number => SourceFile.FromBytes($"then-{number:D2}.837", Encoding.UTF8.GetBytes(Claims))),
        ];
        var taker = new Taker();

        var rest = new ClaimValidator(CheckDigits, Options with { Jobs = jobs, Early = taker }).Check(files);

        Assert.Equal(new ClaimValidator(CheckDigits, Options).Check(files).Findings.Select(FindingText.Of), taker.Findings.Select(FindingText.Of));
        Assert.Equal(files.Select(file => file.Path).Where(path => path != "notes.txt"), rest.Files.Select(file => file.Path));
        Assert.Equal(rest.Files.Select(file => file.Path), taker.Closed);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void What_was_found_in_the_files_before_one_that_cannot_be_read_is_handed_on(int jobs)
    {
        using var folder = new TemporaryFolder();
        var paths = Enumerable.Range(0, 8).Select(number => Path.Combine(folder.Path, $"{number}.837")).ToList();
        paths.ForEach(path => File.WriteAllText(path, Claims));
        var files = paths.Select(SourceFile.OnDisk).ToList();
        var taker = new Taker { OnFirst = () => File.Delete(paths[^1]) };

        Assert.ThrowsAny<IOException>(() => new ClaimValidator(CheckDigits, Options with { Jobs = jobs, Early = taker }).Check(files));

        Assert.Equal(files.Take(7), taker.Findings.Select(finding => finding.Place.File).Distinct());
        Assert.Equal(files.Take(7).Select(file => file.Path), taker.Closed);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void No_more_claims_are_judged_at_a_time_than_there_are_jobs(int jobs)
    {
        List<SourceFile> files =
        [
            SourceFile.FromBytes("large.837", Encoding.UTF8.GetBytes(Many(TransactionsOfLargeFile))),
            .. Enumerable.Range(0, 2 * jobs).Select(number => SourceFile.FromBytes($"then-{number}.837", Encoding.UTF8.GetBytes(Many(TransactionsOfLargeFile / 5)))),
        ];
        var crowd = new Crowd();
        var options = Options with { Jobs = jobs, Early = new Taker(), MakeEngine = rules => new CrowdedEngine(new PlannedEngine(rules), crowd) };

        new ClaimValidator(CheckDigits, options).Check(files);

        Assert.InRange(crowd.Most, 1, jobs);
    }

    private static string Many(int transactions)
    {
        var (start, end) = (Claims.IndexOf("ST*", StringComparison.Ordinal), Claims.IndexOf("GE*", StringComparison.Ordinal));
        return Claims[..start] + string.Concat(Enumerable.Repeat(Claims[start..end], transactions)) + Claims[end..];
    }

    private sealed class Taker : IEarlyFindings
    {
        public List<Finding> Findings { get; } = [];

        public List<string> Closed { get; } = [];

        public Action OnFirst { get; init; } = () => { };

        public void Begin(RunDescription run)
        {
        }

        public void Take(ContentKind kind, FindingList findings)
        {
            if (Findings.Count == 0)
                OnFirst();
            Findings.AddRange(findings);
        }

        public void Close(CheckedFile file, FindingList findings) => Closed.Add(file.Path);
    }

    /// <summary>How many are at work at a time.</summary>
    private sealed class Crowd
    {
        private readonly Lock _lock = new();
        private int _now;

        public int Most { get; private set; }

        public void Come()
        {
            lock (_lock)
                Most = Math.Max(Most, ++_now);

            // Others get their chance to come too.
            Thread.Sleep(1);
        }

        public void Go() => Interlocked.Decrement(ref _now);
    }

    private sealed class CrowdedEngine(IRuleEngine inner, Crowd crowd) : IRuleEngine
    {
        public string Name => inner.Name;

        public IReadOnlySet<FactKind>? KindsOfFiles => inner.KindsOfFiles;

        public Judgement Judge(PatientCase patient, RunKnowledge run) => inner.Judge(patient, run);

        public Judgement Judge(PatientCase patient, RunKnowledge run, OutcomeTally tally)
        {
            crowd.Come();
            var judged = inner.Judge(patient, run, tally);
            crowd.Go();
            return judged;
        }

        public Judgement Judge(ImmutableArray<Fact> facts, RunKnowledge run) => inner.Judge(facts, run);

        public Judgement JudgeTogether(Scope scope, ImmutableArray<Fact> facts, RunKnowledge run) => inner.JudgeTogether(scope, facts, run);

        public void Learn(ClaimFacts claim, RunKnowledge run) => inner.Learn(claim, run);
    }
}
