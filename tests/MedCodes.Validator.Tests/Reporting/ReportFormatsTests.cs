using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Reporting;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Tests.Reporting;

public sealed class ReportFormatsTests
{
    public static TheoryData<string> Names => [.. ReportFormats.Names];

    public static TheoryData<string> OtherNames => [.. ReportFormats.Names.Except(["human", "json"])];

    public static TheoryData<string> PublicNames => [.. ReportFormats.Names.Where(ReportFormats.IsPublic)];

    [Theory]
    [MemberData(nameof(OtherNames))]
    public void Each_format_reads_as_approved(string format) => Snapshot.Match(this, Written.As(format, SampleReport.Mendable), format);

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_of_a_patient_stands_in_any_format_at_the_level_mask(string format) =>
        Assert.DoesNotContain("CANARY", Written.As(format, SampleReport.Full), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Names))]
    public void Names_and_member_ids_stand_in_no_format_at_the_level_account(string format)
    {
        if (ReportFormats.IsPublic(format))
            return;

        var text = Written.As(format, SampleReport.Full, PhiLevel.Account);

        Assert.DoesNotMatch("CANARY(LAST|FIRST|MEMBER|DOCTOR|FIELD|MESSAGE)", text);
    }

    [Theory]
    [MemberData(nameof(PublicNames))]
    public void What_everybody_reads_has_claims_as_counts_only(string format)
    {
        var text = Written.As(format, SampleReport.Full);

        Assert.DoesNotContain("64491 is an add-on code", text, StringComparison.Ordinal);
        Assert.Contains("64491 is billed alone", text, StringComparison.Ordinal);
        Assert.Contains("MC4101", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(PublicNames))]
    public void What_everybody_reads_takes_no_report_that_shows_more(string format) =>
        Assert.Throws<ArgumentException>(() => Written.As(format, SampleReport.Full, PhiLevel.Account));

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_format_is_utf8_without_a_mark_and_the_same_bytes_every_time(string format)
    {
        var text = Written.As(format, SampleReport.Full);

        Assert.NotEqual('\uFEFF', text[0]);
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        Assert.Equal(text, Written.As(format, SampleReport.Full));
        if (format != "csv")
            Assert.DoesNotContain('\r', text);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_report_without_findings_is_written_in_full(string format)
    {
        var text = Written.As(format, SampleReport.Clean);

        // A list of annotations or diagnostics is complete when it is empty.
        if (format is not ("github" or "rdjsonl"))
            Assert.NotEqual("", text.Trim());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_saved_report_gives_the_same_as_the_check_itself(string format)
    {
        foreach (var phi in Enum.GetValues<PhiLevel>().Where(phi => phi == PhiLevel.Mask || !ReportFormats.IsPublic(format)))
        {
            var saved = Written.As("ndjson", SampleReport.Mendable, phi);

            var report = SavedReport.Read(new MemoryStream(Encoding.UTF8.GetBytes(saved)));

            Assert.Equal(Written.As(format, SampleReport.Mendable, phi), Written.As(format, report, out _));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_text_of_the_input_can_command_a_terminal_or_a_build_server(string format)
    {
        var hostile = ArbMap.Default.ArbFor<string>().Generator
            .Select(text => (text ?? "") + "\n::error::x\r\n##[command]\u001b[31m\u001d%0A::stop-commands::t\u2028\u202e<script>@all|`");
        Prop.ForAll(hostile.ToArbitrary(), text =>
        {
            var finding = SampleReport.CodeOnPage with { Message = new Message([new MessagePart(text, Privacy.Open)]) };
            var written = Written.As(format, SampleReport.Of(SampleReport.Full.Files, [finding]));
            Assert.DoesNotContain('\e', written);
            Assert.DoesNotContain('\u001d', written);
            var lines = written.ReplaceLineEndings("\n").Split('\n');
            var commands = lines.Count(line => line.TrimStart().StartsWith("::", StringComparison.Ordinal) || line.TrimStart().StartsWith("##[", StringComparison.Ordinal));
            Assert.Equal(format == "github" ? 1 : 0, commands);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(50).WithReplay(1234, 5679));
    }

    [Fact]
    public void Every_format_has_a_schema_or_a_test_of_its_own() =>
        Assert.Equal(
            ["human", "json", "ndjson", "sarif", "junit", "github", "gitlab", "summary", "rdjsonl", "csv", "fhir", "html"],
            ReportFormats.Names.AsEnumerable());

    [Fact]
    public void Paths_are_relative_to_the_root_that_platforms_expect()
    {
        var settings = new ReportSettings { WorkingDirectory = "/repo/docs", Root = "/repo" };

        Assert.Equal("docs/page.md", settings.Relative("page.md"));
        Assert.Equal("docs/page.md", settings.Relative("./page.md"));
        Assert.Equal("other/page.md", settings.Relative("../other/page.md"));
        Assert.Equal("other/page.md", settings.Relative("/repo/other/page.md"));
        Assert.Equal("/elsewhere/page.md", settings.Relative("/elsewhere/page.md"));
        Assert.Equal("<stdin>", settings.Relative("<stdin>"));
        Assert.Equal("page.md", new ReportSettings().Relative("./page.md"));
    }

    [Fact]
    public void Thousands_of_findings_keep_to_the_limits_of_the_platforms_and_what_is_left_out_is_said()
    {
        FindingList findings =
        [
            .. Enumerable.Range(0, 13_000).Select(number => SampleReport.CodeOnPage with { Fingerprint = Fingerprint(number) }),
            .. Enumerable.Range(0, 12_500).Select(number => SampleReport.CodeOnPage with { Severity = Severity.Error, Fingerprint = Fingerprint(20_000 + number) }),
        ];
        var report = ShownReport.Of(SampleReport.Of(SampleReport.Full.Files, findings));

        var sarif = Written.As("sarif", report, out var sarifLeftOut);
        var github = Written.As("github", report, out var githubLeftOut).TrimEnd('\n').Split('\n');
        var summary = Written.As("summary", report, out _);
        Written.As("html", report, out var htmlLeftOut);

        Assert.Equal(25_000, sarif.Split("\"ruleId\"").Length - 1);
        Assert.Equal(12_500, sarif.Split("\"level\": \"error\"").Length - 1);
        Assert.Contains("25,000 of 25,500", sarifLeftOut, StringComparison.Ordinal);
        Assert.Contains("toolExecutionNotifications", sarif, StringComparison.Ordinal);
        Assert.Equal(10, github.Count(line => line.StartsWith("::error ", StringComparison.Ordinal)));
        Assert.Equal(9 + 1, github.Count(line => line.StartsWith("::notice ", StringComparison.Ordinal)));
        Assert.Equal("::notice title=medcodes::25,481 more findings; see the job summary", github[^1]);
        Assert.NotNull(githubLeftOut);
        Assert.True(Encoding.UTF8.GetByteCount(summary) <= 900 * 1024);
        Assert.Contains("The first 50 of 25,500.", summary, StringComparison.Ordinal);
        Assert.Contains("50 of 25,500 findings", htmlLeftOut, StringComparison.Ordinal);
    }

    private static string Fingerprint(int number) => number.ToString("x32", System.Globalization.CultureInfo.InvariantCulture);
}
