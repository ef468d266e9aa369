using System.Text;
using MedCodes.Validator.Documents.Interpretation;
using MedCodes.Validator.Reading.Text;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Rules.Vocabularies;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Tests.Reading.Text;

/// <summary>Pages of every format whose lines were lost, doubled, moved and mixed with marks of all formats.</summary>
public class PageMutationTests
{
    private static readonly string[] Strange =
    [
        "", "# ", "## Summary", "### CPT Code: 64490", "* item", "  * deeper", "1. step", "99999999999. step", "> quote", "```", "```x12 fails", "~~~", "---", "title: x", "- a", "  b: [", "|a|b|", "|-|-|",
        "<div>", "</div>", "<h2>Summary</h2>", "<script>", "<!--", "<table><tr><td>1", "&#99999;", "&amp", "{", "}", "\"summary\": [\"a\", 1],", "key: |", "\t\tx", "\u0000", "\ud83d\ude00 é", "[link](", "**bold", "CPT code 64490", "\r",
    ];

    private static readonly (string Path, string[] Lines)[] Pages =
        [.. Repository.Files("fixtures/documents", "*").Where(path => Path.GetExtension(path) is not ".verified").Select(path => (Path.GetFileName(path), File.ReadAllLines(path)))];

    private static readonly PageReader Reader = new(ShippedVocabulary.Vocabulary.Schemas);

    private static readonly Interpreter Interpreter = new(ShippedVocabulary.Vocabulary);

    [Fact]
    public void Broken_pages_are_read_and_understood_inside_the_file() => Try(first: 0, pages: 300);

    [LongFact]
    [Trait("Length", "Long")]
    public void Thousands_of_broken_pages_are_read_and_understood_inside_the_file() => Try(LongRun.First, LongRun.Of(10_000));

    [Theory]
    [InlineData("page.md")]
    [InlineData("page.html")]
    [InlineData("page.txt")]
    [InlineData("page.yaml")]
    [InlineData("page.json")]
    public void What_reading_allocates_grows_with_the_page_and_no_faster(string path)
    {
        foreach (var shape in new[] { "# Title\n\nText of it.\n\n", "> ", "* a\n", "  * a\n", "[", "{\"a\":", "<div>", "<p>x", "a: b\n", "- ", "**", "`", "|a", "(", "é", "64490 " })
        {
            byte[] Repeated(int times) => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(shape, times)));
            Allocated(path, Repeated(500));
            var (few, many) = (Allocated(path, Repeated(1000)), Allocated(path, Repeated(4000)));

            Assert.True(many < (few * 5) + 200_000, $"{path} of '{shape}': {few} and {many} bytes");
        }
    }

    private static void Try(int first, int pages) => EachSeed.Try(first, pages, Broken, page => Look(page.Path, page.Bytes), page => $"{page.Path}\n{Encoding.UTF8.GetString(page.Bytes)}");

    private static (string Path, byte[] Bytes) Broken(Random random)
    {
        var (path, lines) = Pages[random.Next(Pages.Length)];
        return (path, Encoding.UTF8.GetBytes(string.Join(random.Next(9) == 0 ? "\r\n" : "\n", Mutation.Of(random, lines, Strange, most: 8))));
    }

    private static void Look(string path, byte[] bytes)
    {
        var reading = Reader.Read(SourceFile.FromBytes(path, bytes));
        Assert.True(!reading.Documents.IsEmpty || !reading.Faults.IsEmpty);
        foreach (var fault in reading.Faults)
            WholeRead.IsInside(fault.Span, bytes);
        foreach (var document in reading.Documents)
        {
            foreach (var block in document.Blocks)
                WholeRead.IsInside(block.Span, bytes);
            var page = Interpreter.Interpret(document, new DateOnly(2024, 7, 15));
            foreach (var fact in page.Sections.Cast<PageFact>().Concat(page.Items).Concat(page.Sentences).Concat(page.Mentions).Concat(page.Stated).Concat(page.CodeMentions).Concat(page.Amounts).Concat(page.Examples).Concat(page.FrontMatter))
                WholeRead.IsInside(fact.Span, bytes);
        }
    }

    private static long Allocated(string path, byte[] bytes)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        GC.KeepAlive(Reader.Read(SourceFile.FromBytes(path, bytes)));
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
