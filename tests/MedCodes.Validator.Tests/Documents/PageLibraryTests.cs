using System.Collections.Concurrent;
using MedCodes.Validator.Documents.Interpretation;
using MedCodes.Validator.Documents.Library;

namespace MedCodes.Validator.Tests.Documents;

public sealed class PageLibraryTests
{
    private const string Text = "The skin is cleaned and covered, a thin needle is advanced to the joint, and the medicine is injected slowly before a small dressing is applied.";

    [Fact]
    public void Pages_with_the_same_text_are_twins_from_each_side()
    {
        var library = Library(Text, "Something else is told here, of which no other page has as much as five words in a row.", Text);
        Assert.Equal([(0, 2, 100m), (2, 0, 100m)], library.Twins.Select(twin => (twin.Page, twin.Twin.Other, twin.Twin.Share)));
    }

    [Fact]
    public void The_share_is_that_of_the_shorter_page()
    {
        var library = Library(Text, Text + " Afterwards the patient is observed for half an hour, and then somebody else drives home with the patient and stays there overnight.");
        Assert.All(library.Twins, twin => Assert.Equal(100m, twin.Twin.Share));
        Assert.Equal(2, library.Twins.Length);
    }

    [Fact]
    public void Half_the_runs_make_twins_and_less_do_not()
    {
        // Sixteen words have twelve runs of five. With the eighth changed seven are left; with the fifth and the eleventh two.
        const string words = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen";
        Assert.Equal(2, Library(words, words.Replace("eight", "x", StringComparison.Ordinal)).Twins.Length);
        Assert.Empty(Library(words, words.Replace("five", "x", StringComparison.Ordinal).Replace("eleven", "y", StringComparison.Ordinal)).Twins);
    }

    [Fact]
    public void Any_two_pages_that_share_half_are_found_whatever_else_the_library_holds()
    {
        var random = new Random(17);
        var texts = Enumerable.Range(0, 60).Select(_ => Words(random, 40)).ToList();
        for (var i = 0; i < 20; i++)
            texts.Add(string.Join(' ', texts[i].Split(' ').Take(20 + i)) + " " + Words(random, 25));
        var pages = texts.Select(text => ShingleIndex.ShinglesOf(Page(text))).ToArray();

        var expected = new List<(int, int)>();
        for (var one = 0; one < pages.Length; one++)
        {
            for (var other = one + 1; other < pages.Length; other++)
            {
                var both = pages[one].Intersect(pages[other]).Count();
                if (both * 100m / Math.Min(pages[one].Length, pages[other].Length) >= ShingleIndex.LeastShare)
                    expected.Add((one, other));
            }
        }

        Assert.NotEmpty(expected);
        Assert.Equal(expected, new ShingleIndex(pages).Twins(jobs: 2).Select(twin => (twin.One, twin.Other)).Order());
    }

    [Fact]
    public void A_line_of_several_pages_is_counted_once_a_page()
    {
        var library = Library("Rest for a day. Rest for a day. Drink a lot.", "Rest for a day.", "Nothing of the kind.", "Rest for a day.");
        var line = Assert.Single(library.RepeatedLines, line => line.Line.Section == "summary");
        Assert.Equal((0, "Rest for a day.", false, 3, 75m), (line.Page, line.Line.Text, line.Line.InPreamble, line.Line.Documents, line.Line.Share));
    }

    [Fact]
    public void Texts_shorter_than_a_run_have_no_twins() => Assert.Empty(Library("Rest.", "Rest.").Twins);

    private static PageLibrary Library(params string[] texts) => PageLibrary.Of([.. texts.Select(text => LibraryPage.Of(Page(text), new ConcurrentDictionary<string, string>()))], jobs: 2);

    private static InterpretedDocument Page(string text) => Interpretation.Pages.Say(text);

    private static string Words(Random random, int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => $"w{random.Next(30)}"));
}
