using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Tests.Findings;

public sealed class FindingSorterTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2_000)]
    [InlineData(50_000)]
    [InlineData(int.MaxValue)]
    public void Whatever_order_they_come_in_and_however_few_fit_into_memory_the_order_is_the_same(int mostInMemory)
    {
        var findings = RandomFindings.Some(600).Index().Select(one => (Key: FindingKey.Of(one.Index % 3, one.Item, one.Index), one.Item)).ToList();
        var expected = findings
            .OrderBy(one => one.Key.File)
            .ThenBy(one => one.Item.Place.Span.Offset)
            .ThenBy(one => one.Item.Rule.Id, StringComparer.Ordinal)
            .ThenBy(one => one.Item.Place.Claim ?? 0)
            .ThenBy(one => one.Key.Sequence)
            .Select(one => FindingText.Of(one.Item));
        var shuffled = findings.ToArray();
        new Random(mostInMemory).Shuffle(shuffled);

        var palette = new FindingPalette();
        using var sorter = new FindingSorter(mostInMemory, palette: palette);
        foreach (var (key, finding) in shuffled)
            sorter.Add(key, finding);

        Assert.Equal(expected, sorter.InOrder().Select(bytes => FindingText.Of(new FindingDecoder(palette, bytes.Span).Finding([]))));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(int.MaxValue)]
    public void In_a_list_each_has_the_fingerprint_that_was_made_for_its_rule_and_place(int mostInMemory)
    {
        var findings = RandomFindings.Some(300).Select(finding => finding with { Fingerprint = "" }).ToList();
        using var sorter = new FindingSorter(mostInMemory);
        foreach (var (place, finding) in findings.Index())
            sorter.Add(FindingKey.Of(place, finding, 0), finding);
        var asked = new List<(RuleDescription, Place)>();

        var list = sorter.ToList((rule, place, fingerprint) =>
        {
            asked.Add((rule, place));
            fingerprint.Fill((byte)asked.Count);
        });

        Assert.Equal(list.Select(finding => (finding.Rule, finding.Place)), asked);
        Assert.Equal(
            findings.Select((finding, place) => FindingText.Of(finding with { Fingerprint = Convert.ToHexStringLower([.. Enumerable.Repeat((byte)(place + 1), 16)]) })),
            list.Select(FindingText.Of));
    }

    [Fact]
    public void Nothing_in_gives_nothing_out()
    {
        using var sorter = new FindingSorter();
        Assert.Empty(sorter.InOrder());
    }
}
