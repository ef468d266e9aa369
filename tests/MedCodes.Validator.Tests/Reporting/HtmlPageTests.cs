using System.Diagnostics;
using System.Text.RegularExpressions;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Tests.Reporting;

public sealed class HtmlPageTests
{
    private static readonly string[] Browsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
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

    [Theory]
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
        if (Browser is not { } browser)
            return;
        var folder = Directory.CreateTempSubdirectory("medcodes-html-");
        try
        {
            var file = Path.Combine(folder.FullName, "report.html");
            File.WriteAllText(file, Page);

            var dom = Loaded(browser, folder.FullName, $"file://{file}#{filter}");

            Assert.Contains($">{says}</span>", dom, StringComparison.Ordinal);
            Assert.Equal(findings, Regex.Matches(dom, "<div class=\"finding\"[^>]*>").Count(match => !match.Value.Contains("hidden", StringComparison.Ordinal)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string? Browser => Browsers.FirstOrDefault(File.Exists);

    private static string Loaded(string browser, string profile, string address)
    {
        string[] arguments = ["--headless", "--no-sandbox", "--disable-gpu", $"--user-data-dir={profile}/profile", "--dump-dom", address];
        using var process = Process.Start(new ProcessStartInfo(browser, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var dom = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        error.GetAwaiter().GetResult();
        return dom;
    }
}
