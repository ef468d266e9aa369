using FsCheck;
using FsCheck.Fluent;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Reporting;

namespace MedCodes.Validator.Tests.Findings;

public sealed class FindingListTests
{
    private const int Many = 1000;

    // Findings in memory, and in a file.
    public static TheoryData<int> Limits => [int.MaxValue, 1000];

    [Fact]
    public void Reading_what_was_written_gives_it_back() => Prop.ForAll(
        Arb.From(RandomFindings.One.ArrayOf()),
        findings => findings.Select(FindingText.Of).SequenceEqual(FindingList.Of(findings, mostInMemory: 1000).Select(FindingText.Of)))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(11, 3));

    [Theory]
    [MemberData(nameof(Limits))]
    public void Each_finding_stands_at_its_position(int mostInMemory)
    {
        var findings = RandomFindings.Some(Many);
        var list = FindingList.Of(findings, mostInMemory);

        Assert.Equal(Many, list.Count);
        Assert.Equal(findings.Select(FindingText.Of), list.Select(FindingText.Of));
        Assert.Equal(findings.Select(FindingText.Of), Enumerable.Range(0, Many).Select(index => FindingText.Of(list[index])));
        Assert.Equal(findings.Select(FindingText.Of), list.Blocks.SelectMany(block => block).Select(FindingText.Of));
        Assert.Throws<ArgumentOutOfRangeException>(() => list[Many]);
        Assert.Throws<ArgumentOutOfRangeException>(() => list[-1]);
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public void What_is_left_out_again_and_again_is_what_a_filter_leaves(int mostInMemory)
    {
        var random = new Random(5);
        var expected = RandomFindings.Some(Many).ToList();
        var list = FindingList.Of(expected, mostInMemory);
        while (expected.Count > 0)
        {
            var share = random.Next(2) == 0 ? 0.1 : 0.9;
            var left = Enumerable.Range(0, expected.Count).Where(_ => random.NextDouble() < share).ToHashSet();
            var (kept, others) = list.Split((position, _) => !left.Contains(position));

            Assert.Equal(expected.Index().Where(one => left.Contains(one.Index)).Select(one => FindingText.Of(one.Item)), others.Select(FindingText.Of));
            expected = [.. expected.Index().Where(one => !left.Contains(one.Index)).Select(one => one.Item)];
            list = random.Next(2) == 0 ? kept : list.Without(left);
            Assert.Equal(expected.Select(FindingText.Of), list.Select(FindingText.Of));
            Assert.Equal(expected.Select(FindingText.Of), Enumerable.Range(0, list.Count).Select(index => FindingText.Of(list[index])));
            Assert.All(Enum.GetValues<Severity>(), severity => Assert.Equal(expected.Count(one => one.Severity == severity), list.CountOf(severity)));
            Assert.All(Enum.GetValues<Severity>(), severity => Assert.Equal(others.Count(one => one.Severity == severity), others.CountOf(severity)));
        }
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public void Findings_take_other_severities_and_lose_those_that_do_not_count(int mostInMemory)
    {
        var findings = RandomFindings.Some(Many);
        var list = FindingList.Of(findings, mostInMemory).Without(new HashSet<int> { 0, 500 });

        var higher = list.Regraded(kind => kind.Severity == Severity.Info ? Severity.Error : kind.Severity);
        var fewer = higher.Regraded(kind => kind.Rule.Id == "MC4101" ? null : kind.Severity);

        Assert.Equal(0, higher.CountOf(Severity.Info));
        Assert.Equal(list.Count, higher.Count);
        Assert.Equal(list.Select(one => one.Severity == Severity.Info ? Severity.Error : one.Severity), higher.Select(one => one.Severity));
        Assert.Equal(higher.Where(one => one.Rule.Id != "MC4101").Select(FindingText.Of), fewer.Select(FindingText.Of));
        Assert.Equal(fewer.Count(one => one.Severity == Severity.Error), fewer.CountOf(Severity.Error));
        Assert.Equal(fewer.CountBy(one => one.Rule.Id).OrderBy(rule => rule.Key), fewer.CountByRule().Select(rule => KeyValuePair.Create(rule.Key.Id, rule.Value)).OrderBy(rule => rule.Key));
    }

    [Fact]
    public void More_texts_than_are_known_by_number_are_written_out()
    {
        var findings = Enumerable.Range(0, 20_000).Select(number => SampleReport.CodeOnPage with { Message = new Message([new MessagePart($"word {number}", Privacy.Open)]) }).ToList();

        Assert.Equal(findings.Select(FindingText.Of), FindingList.Of(findings, 1000).Select(FindingText.Of));
    }

    [Fact]
    public void Several_threads_read_a_list_that_a_file_holds()
    {
        var findings = RandomFindings.Some(Many);
        var list = FindingList.Of(findings, 1000);
        var expected = findings.Select(FindingText.Of).ToList();

        Assert.All(list.Blocks.AsParallel().AsOrdered().WithDegreeOfParallelism(4).Select(block => block.Select(FindingText.Of).ToList()).ToList().Index(), block =>
            Assert.Equal(expected.Skip(block.Index * 64).Take(64), block.Item));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(2000)]
    public void Positions_few_or_many_come_back_in_order(int count)
    {
        var random = new Random(count);
        var expected = Enumerable.Range(0, 2000).OrderBy(_ => random.Next()).Take(count).Order().ToList();
        var builder = new Positions.Builder(2000);
        expected.ForEach(builder.Add);
        var positions = builder.ToPositions();

        Assert.Equal(expected, positions.All());
        Assert.Equal(expected, Enumerable.Range(0, positions.Count).Select(rank => positions[rank]));
        Assert.Throws<ArgumentOutOfRangeException>(() => positions[count]);
    }
}
