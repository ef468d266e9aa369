using System.Collections.Immutable;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Reporting;
using MedCodes.Validator.Waivers;

namespace MedCodes.Validator.Tests.Waivers;

public sealed class ChangedLinesTests
{
    private const string Page = "pages/injection.txt";

    // The finding on the page stands on line 4.
    [Theory]
    [InlineData(4, 4, true)]
    [InlineData(1, 9, true)]
    [InlineData(1, 3, false)]
    [InlineData(5, 9, false)]
    public void A_finding_counts_where_its_line_was_changed(int first, int last, bool counts) =>
        Assert.Equal(counts, Kept(SampleReport.CodeOnPage, [new LineRange(first, last)]));

    [Fact]
    public void A_finding_counts_where_the_line_of_its_proof_was_changed() =>
        Assert.True(Kept(SampleReport.CodeOnPage with { Witnesses = [new Witness { Name = "title", Kind = "sentence", Place = SampleReport.CodeOnPage.Place with { Span = new(0, 5) } }] }, [new LineRange(1, 1)]));

    [Fact]
    public void What_is_missing_counts_wherever_the_page_was_changed() =>
        Assert.True(Kept(SampleReport.CodeOnPage with { Witnesses = [new Witness { Name = "x", Kind = "section", Absence = new Absence("a section", null, null) }] }, [new LineRange(1, 1)]));

    [Theory]
    [InlineData("pages/other.txt", 9, true)]
    [InlineData(Page, 9, true)]
    [InlineData("pages/third.txt", 9, false)]
    [InlineData("pages/other.txt", 0, false)]
    public void What_takes_two_files_counts_wherever_one_of_them_was_changed(string changed, int line, bool counts)
    {
        var other = SourceFile.FromBytes("pages/other.txt", "some text"u8.ToArray());
        var twin = SampleReport.CodeOnPage with { Witnesses = [new Witness { Name = "second", Kind = "document", Place = new Place { File = other, Span = new(0, 0) } }] };
        ImmutableArray<LineRange> ranges = line == 0 ? [] : [new LineRange(line, line)];

        Assert.Equal(counts, Kept(twin, ranges, changed));
    }

    [Fact]
    public void Nothing_counts_of_a_file_that_was_only_renamed() =>
        Assert.False(Kept(SampleReport.CodeOnPage with { Witnesses = [new Witness { Name = "x", Kind = "section", Absence = new Absence("a section", null, null) }] }, []));

    [Fact]
    public void All_of_a_new_file_counts_and_nothing_of_an_unchanged_one()
    {
        Assert.True(Kept(SampleReport.CodeOnPage, null));

        var after = new ChangedLines(ImmutableDictionary<string, ImmutableArray<LineRange>?>.Empty).Apply(SampleReport.Full);
        Assert.Empty(after.Findings);
        Assert.All(after.SetAside, aside => Assert.Equal(SetAsideReason.Unchanged, aside.Reason));
    }

    private static bool Kept(Finding finding, ImmutableArray<LineRange>? ranges, string path = Page) => new ChangedLines(
        ImmutableDictionary<string, ImmutableArray<LineRange>?>.Empty.Add(path, ranges)).Apply(SampleReport.Of(SampleReport.Full.Files, [finding])).Findings.Count == 1;
}
