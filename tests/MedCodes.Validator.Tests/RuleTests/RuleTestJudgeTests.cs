using System.Collections.Frozen;
using System.Collections.Immutable;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules;
using MedCodes.Validator.RuleTests;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Engine;

namespace MedCodes.Validator.Tests.RuleTests;

public sealed class RuleTestJudgeTests
{
    private const string Rule = "match: { fault: { is: fault } }\ncheck: { fault.found: good }";

    private static readonly SourceFile File = SourceFile.FromBytes("claims.837", ReadOnlyMemory<byte>.Empty);

    [Fact]
    public void Faults_are_told_apart_by_their_places_where_they_are_too_many_for_memory_and_say_the_same()
    {
        // Behind those that are kept in memory all are made again when they are read.
        var (kept, last) = (20_000, Fault("bad"));
        using var room = new FaultRoom();
        FaultList inMemory = [.. Enumerable.Repeat(Fault("good"), kept), last, Fault("good"), last];
        var faults = inMemory.OfKinds([FaultKind.InvalidNumber], room);

        Assert.Equal([new ExpectedPlace(null, null, null, kept + 1), new ExpectedPlace(null, null, null, kept + 3)], Places(faults, []).AsEnumerable());
    }

    [Fact]
    public void Faults_of_a_later_file_are_counted_behind_those_of_the_files_before_it() =>
        Assert.Equal([new ExpectedPlace(null, null, null, 2), new ExpectedPlace(null, null, null, 4)], Places([Fault("good"), Fault("bad")], [Fault("good"), Fault("bad")]).AsEnumerable());

    private static ImmutableArray<ExpectedPlace> Places(FaultList first, FaultList second)
    {
        Assert.True(RuleSet.TryLoad([RuleText.Source(Rule, 1)], out var rules, out var diagnostics), string.Join('\n', diagnostics));
        var judge = new RuleTestJudge(rules);
        var test = new RuleTest
        {
            Name = "faults",
            Line = 1,
            IsInvalid = true,
            Outcome = Outcome.Fail,
            Findings = [],
            Claims = [.. new[] { first, second }.Where(faults => faults.Count > 0).Select(faults => new LoadedFile(File, [], [], faults))],
            Pages = [],
            Policy = FrozenDictionary<string, ImmutableArray<Validator.Rules.Profiles.ParameterValue>>.Empty,
            Tables = FrozenDictionary<string, Validator.Reference.Table>.Empty,
        };
        return judge.Run(rules.Rules[0], judge.Prepare(test)).Places;
    }

    private static Fault Fault(string found) => new() { Kind = FaultKind.InvalidNumber, File = File, Span = new SourceSpan(0, 0), Found = found };
}
