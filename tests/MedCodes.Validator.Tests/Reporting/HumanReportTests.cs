using System.Text;
using System.Text.RegularExpressions;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Reporting;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Tests.Reporting;

public sealed class HumanReportTests
{
    [Fact]
    public void A_report_reads_as_approved() => Snapshot.Match(this, Written(SampleReport.Full));

    [Fact]
    public void A_report_for_the_biller_reads_as_approved() => Snapshot.Match(this, Written(SampleReport.Full, PhiLevel.Account));

    [Fact]
    public void A_report_without_findings_says_what_was_checked() => Snapshot.Match(this, Written(SampleReport.Clean));

    [Fact]
    public void Colour_changes_nothing_but_colour()
    {
        var coloured = Written(SampleReport.Full, colour: true);

        Assert.Contains('\e', coloured);
        Assert.Equal(Written(SampleReport.Full), Regex.Replace(coloured, "\e\\[[0-9;]*m", ""));
    }

    [Fact]
    public void Every_finding_of_a_large_batch_is_written_and_each_rule_explained_once()
    {
        var report = SampleReport.Of(SampleReport.Full.Files, [.. Enumerable.Repeat(SampleReport.AddOnAlone, 3000)]);

        var text = Written(report);

        Assert.Equal(3000, Regex.Count(text, @"^error\[MC4101\]", RegexOptions.Multiline));
        Assert.Equal(1, Regex.Count(text, "= why:"));
        Assert.Contains("3,000 findings", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_of_the_input_cannot_command_the_terminal_or_a_build_server()
    {
        const string page = "\u001b[31mred\u202e and\n::error::x 64491\n";
        var file = SourceFile.FromBytes("bad\u001bname\n::error::y.txt", Encoding.UTF8.GetBytes(page));
        var finding = SampleReport.CodeOnPage with
        {
            Message = new Message([new MessagePart("one\n::error::two\u001b", Privacy.Open)]),
            Place = new Place { File = file, Span = new SourceSpan(page.IndexOf("::error", StringComparison.Ordinal), 7) },
        };
        var first = finding with { Place = finding.Place with { Span = new SourceSpan(1, 3) } };

        var text = Written(SampleReport.Of([new CheckedFile(file.Path, ContentKind.Text, 0, 0)], [finding, first]));

        Assert.DoesNotContain('\e', text);
        Assert.DoesNotContain('\u202e', text);
        Assert.DoesNotMatch(@"(?m)^\s*(::|##\[)", text);
    }

    [Fact]
    public void A_long_line_is_cut_around_the_place()
    {
        var page = string.Join(' ', Enumerable.Repeat("word", 400)) + " 64491 " + string.Join(' ', Enumerable.Repeat("more", 400));
        var file = SourceFile.FromBytes("long.txt", Encoding.UTF8.GetBytes(page));
        var finding = SampleReport.CodeOnPage with
        {
            Place = new Place { File = file, Span = new SourceSpan(page.IndexOf("64491", StringComparison.Ordinal), 5) },
        };

        var lines = Written(SampleReport.Of([new CheckedFile("long.txt", ContentKind.Text, 0, 0)], [finding])).Split('\n');

        var quoted = Array.FindIndex(lines, line => line.Contains("word 64491 more", StringComparison.Ordinal));
        Assert.InRange(lines[quoted].Length, 60, 80);
        Assert.Equal(lines[quoted].IndexOf("64491", StringComparison.Ordinal), lines[quoted + 1].IndexOf("^^^^^", StringComparison.Ordinal));
    }

    [Fact]
    public void Content_that_was_not_recognized_is_never_quoted()
    {
        var file = SourceFile.FromBytes("notes", Encoding.UTF8.GetBytes("CANARYTEXT of somebody"));
        var finding = SampleReport.CodeOnPage with { Place = new Place { File = file, Span = new SourceSpan(0, 10) } };

        var text = Written(SampleReport.Of([new CheckedFile("notes", ContentKind.Unrecognized, 0, 0)], [finding]));

        Assert.Contains("--> notes:1:1", text, StringComparison.Ordinal);
        Assert.DoesNotContain("CANARY", text, StringComparison.Ordinal);
    }

    private static string Written(Report report, PhiLevel phi = PhiLevel.Mask, bool colour = false)
    {
        using var output = new StringWriter { NewLine = "\r\n" };
        HumanReport.Write(report, output, phi, colour);
        return output.ToString();
    }
}
