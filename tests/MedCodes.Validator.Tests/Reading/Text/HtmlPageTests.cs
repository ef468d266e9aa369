using System.Net;
using System.Text;
using MedCodes.Validator.Documents;
using MedCodes.Validator.Reading.Text;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Documents;

namespace MedCodes.Validator.Tests.Reading.Text;

public sealed class HtmlPageTests
{
    private static readonly PageReader Reader = new([SomeSchema.Procedure]);

    [Theory]
    [InlineData("<p>One<p>Two<br>Three", "p: One|p: Two|p: Three")]
    [InlineData("<ul><li>One<li>Two<ul><li>Inner</ul>Behind<li>Three</ul>After", "i1: One|i1: Two|i2: Inner|p: Behind|i1: Three|p: After")]
    [InlineData("<ol><li>One</li><ol><li>Inner</li></ol><li>Two</li></ol>", "1: One|1: Inner|2: Two")]
    [InlineData("<ol start=3><li>One<li value=7>Two<li>Three</ol>", "3: One|7: Two|8: Three")]
    [InlineData("<ul><li><p>One</p><p>goes on</p></li></ul>", "i1: One goes on")]
    [InlineData("<p>un<b>clo<i>sed</b> mark</i>up</p>", "p: unclosed markup")]
    [InlineData("<h1>A<br>title</h1><h2>Summary<p>Text", "h1: A title|h2: Summary|h2: Text")]
    [InlineData("<h2>Summary:</h2>Text", "h2: Summary|p: Text")]
    [InlineData("<p><b>Summary</b></p><p>Text</p>", "h2: Summary|p: Text")]
    [InlineData("<dl><dt>Duration<dd>An hour</dl>", "h2: Duration|p: An hour")]
    [InlineData("<p>&amp;&lt &notin; &#8226; &#x41;&#150;&copy2024 &nope; & x&shy;y&zwj;z</p>", "p: &< \u2209 \u2022 A\u2013\u00A92024 &nope; & xyz")]
    [InlineData("<script>if (a < b) '<p>no</p>'</script><style>p{}</style><template>no</template><p>Yes", "p: Yes")]
    [InlineData("<nav>Home<a>Codes</a></nav><h1>Title</h1><button>Share</button><footer>64490</footer>", "h1: Title")]
    [InlineData("<nav>Home<h1>Title</h1><h2>Summary</h2>Text", "p: Home|h1: Title|h2: Summary|p: Text")]
    [InlineData("<p hidden>no</p><p style='DISPLAY : none'>no</p><!-- <p>no</p> --><p>Yes<!-- no -->.", "p: Yes.")]
    [InlineData("<table><tr><th>CPT code<td>64491<tr><td><p>a</p></td><td><p>b</p></td></tr></table>", "h2: CPT code|p: 64491|p: a;b")]
    [InlineData("<table><tr><td>Menu</td><td><h2>Summary</h2><p>One</p><p>Two</p></td></tr></table>", "p: Menu|h2: Summary|p: One|p: Two")]
    [InlineData("<table>lost<tr><td>a</td></tr>found</table>", "p: lostfound|p: a")]
    [InlineData("<pre>Summary\nOne\nTwo</pre>", "h2: Summary|p: One|p: Two")]
    [InlineData("<p>\u2022 One<br>\u2022 Two</p><p>1. Step</p>", "i1: One|i1: Two|1: Step")]
    [InlineData("<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>\u00B7<span>&nbsp;&nbsp; </span></span><![endif]>One<o:p></o:p></p>", "i1: One")]
    [InlineData("<frameset><frame src=x></frameset>", "")]
    [InlineData("", "")]
    public void A_page_is_read_as_a_browser_shows_it(string html, string expected) => Assert.Equal(expected, Shown(Read("<!doctype html>" + html)));

    [Fact]
    public void A_marked_block_of_code_is_an_example()
    {
        var page = Read("<h2>Summary</h2><pre><code class=\"language-claim fails\">lines: []\n</code></pre><pre class=language-x12>ISA</pre>");
        Assert.Equal(
            ["claim fails: lines: []\n", "x12: ISA"],
            page.Blocks.OfType<PageBlock.Fence>().Select(fence => $"{fence.Mark}: {Encoding.UTF8.GetString(page.File.Read(fence.Content[0]))}"));
    }

    [Fact]
    public void Every_character_knows_its_bytes_in_whatever_is_thrown_together()
    {
        string[] pieces =
        [
            "<p>", "</p>", "<li>", "</ul>", "<ul>", "<ol>", "</ol>", "<b>", "</b>", "<i>", "</i>", "<table>", "<tr>", "<td>", "</table>", "<h2>", "</h2>", "<br>", "<!-- x -->",
            "<div>", "</div>", "<script>x</script>", "<a href='x > y'>", "</a>", "&amp;", "&nbsp;", "&lt", "\u00E9", "\uD83D\uDE00", " ", "\r\n", "word", "two words", "x", "<select>", "<p/>", "</x>", "<svg>", "</svg>",
        ];
        var random = new Random(8);
        for (var run = 0; run < 2000; run++)
        {
            var html = string.Concat(random.GetItems(pieces, random.Next(1, 40)));
            var file = SourceFile.FromBytes("page.html", Encoding.UTF8.GetBytes(html));
            foreach (var text in (Reader.Read(file).Document?.Blocks ?? []).Select(TextOf))
            {
                for (var i = 0; i < text.Value.Length; i++)
                {
                    var written = Encoding.UTF8.GetString(file.Read(text.SpanOf(i, 1)));
                    var said = text.Value[i];
                    Assert.True(
                        char.IsWhiteSpace(said) || said == ';' || written.Contains(said, StringComparison.Ordinal) || (said == '<' && written == "&lt") || char.IsSurrogate(said) || WebUtility.HtmlDecode(written).Contains(said, StringComparison.Ordinal),
                        $"'{said}' of \"{text.Value}\" is said to stand at '{written}' of {html}");
                }
            }
        }
    }

    [Theory]
    [InlineData("<div>", 100_000)]
    [InlineData("<b><p>", 20_000)]
    [InlineData("<table>x<tr><td>y", 2_000)]
    [InlineData("<ul><li>", 20_000)]
    [InlineData("<span>", 100_000)]
    [InlineData("<p>", 100_000)]
    [InlineData("&amp", 100_000)]
    public void Hostile_nesting_is_read_or_refused(string piece, int times)
    {
        var reading = Reader.Read(SourceFile.FromBytes("page.html", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, times)) + "end")));
        Assert.True(reading.Document is not null || reading.Faults is [{ Kind: FaultKind.PageNestedTooDeep }]);
    }

    private static ProcedureDocument Read(string html) => Reader.Read(SourceFile.FromBytes("page.html", Encoding.UTF8.GetBytes(html))).Document!;

    private static PageText TextOf(PageBlock block) => block switch
    {
        PageBlock.Heading heading => heading.Text,
        PageBlock.Item item => item.Text,
        PageBlock.Paragraph paragraph => paragraph.Text,
        _ => throw new ArgumentException("A block without text.", nameof(block)),
    };

    private static string Shown(ProcedureDocument page) => string.Join('|', page.Blocks.Select(block => block switch
    {
        PageBlock.Heading heading => $"h{heading.Level}: {heading.Text}",
        PageBlock.Item { Ordered: true } item => $"{item.Number}: {item.Text}",
        PageBlock.Item item => $"i{item.Depth}: {item.Text}",
        _ => $"p: {TextOf(block)}",
    }));
}
