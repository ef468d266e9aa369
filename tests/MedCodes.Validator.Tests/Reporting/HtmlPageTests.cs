using System.Diagnostics;
using System.Text.RegularExpressions;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Tests.Reporting;

public sealed class HtmlPageTests
{
    private static readonly string Page = Written.As("html", SampleReport.Mendable);

    [Fact]
    public void The_page_asks_for_nothing_and_its_policy_forbids_it()
    {
        Assert.DoesNotMatch(@"(?i)(src|href|action)\s*=|url\(|@import|<link|<img|<iframe", Page);
        Assert.Matches("Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-[^']+'\"", Page);
    }

    [Fact]
    public void Text_of_the_input_is_never_markup()
    {
        var hostile = SampleReport.CodeOnPage with { Message = new Message([new MessagePart("<script>alert(1)</script> \" onload='x", Privacy.Open)]) };

        var page = Written.As("html", SampleReport.Of(SampleReport.Full.Files, [hostile]));

        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(page, "<script>"));
    }

    [NeedsTheory(Need.Browser)]
    [InlineData("", "4 shown", 4)]
    [InlineData("rule=MC4101", "1 of 4 shown", 1)]
    [InlineData("severity=info", "2 of 4 shown", 2)]
    [InlineData("actor=coder", "1 of 4 shown", 1)]
    [InlineData("file=batch.837", "2 of 4 shown", 2)]
    [InlineData("claim=1", "2 of 4 shown", 2)]
    [InlineData("claim=9", "0 of 4 shown", 0)]
    [InlineData("rule=MC4101&severity=info", "0 of 4 shown", 0)]
    public void A_browser_shows_what_a_link_filters(string filter, string says, int findings)
    {
        var dom = Loaded(Page, filter);

        Assert.Contains($">{says}</span>", dom, StringComparison.Ordinal);
        Assert.Equal(findings, Regex.Matches(dom, "<div class=\"finding\"[^>]*>").Count(match => !match.Value.Contains("hidden", StringComparison.Ordinal)));
    }

    [NeedsFact(Need.Browser)]
    public void A_browser_shows_what_a_person_chooses_and_opens_it()
    {
        // The page's own policy forbids further scripts, so the copy that is tried goes without it.
        const string script = """
            <script>
              const said = [];
              const choose = (name, value) => { const at = document.getElementById('by-' + name); at.value = value; at.dispatchEvent(new Event('input')); read(); };
              const read = () => said.push(document.getElementById('count').textContent + ', ' + document.querySelectorAll('details[open]').length + ' open');
              read();
              choose('rule', 'MC4101');
              choose('claim', '9');
              document.getElementById('clear').click();
              read();
              choose('file', 'pages/injection.txt');
              document.body.dataset.said = said.join('; ');
            </script>
            """;
        var tried = Regex.Replace(Page, "<meta http-equiv[^>]*>", "").Replace("</body>", script + "</body>", StringComparison.Ordinal);

        Assert.Contains("data-said=\"4 shown, 0 open; 1 of 4 shown, 1 open; 0 of 4 shown, 1 open; 4 shown, 1 open; 2 of 4 shown, 2 open\"", Loaded(tried, ""), StringComparison.Ordinal);
    }

    private static string Loaded(string page, string filter)
    {
        var folder = Directory.CreateTempSubdirectory("medcodes-html-");
        try
        {
            var file = Path.Combine(folder.FullName, "report.html");
            File.WriteAllText(file, page);
            string[] arguments = ["--headless", "--no-sandbox", "--disable-gpu", $"--user-data-dir={folder.FullName}/profile", "--dump-dom", $"file://{file}#{filter}"];
            using var process = Process.Start(new ProcessStartInfo(Needs.Browser!, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var error = process.StandardError.ReadToEndAsync();
            var dom = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            error.GetAwaiter().GetResult();
            return dom;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
