using MedCodes.Validator.Findings;
using MedCodes.Validator.Reporting;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Tests.Reporting;

public sealed class RedactionTests
{
    private const string Folder = "CANARYFOLDER/";

    public static TheoryData<string> Names => [.. ReportFormats.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_name_of_a_file_is_shown_where_it_is_hashed(string format)
    {
        Assert.DoesNotContain("CANARYNAME", As(format, new Redaction(PathStyle.Hash)), StringComparison.Ordinal);
        Assert.DoesNotContain("CANARYFOLDER", As(format, new Redaction(PathStyle.Basename)), StringComparison.Ordinal);
    }

    [Fact]
    public void Files_stay_apart_and_keep_what_they_end_with()
    {
        var redaction = new Redaction(PathStyle.Hash);

        Assert.Matches("^[0-9a-f]{12}[.]837$", redaction.NameOf("a/b.837"));
        Assert.NotEqual(redaction.NameOf("a/b.837"), redaction.NameOf("b/b.837"));
        Assert.Equal("b.837", new Redaction(PathStyle.Basename).NameOf("a/b.837"));
        Assert.Equal("<stdin>", redaction.NameOf("<stdin>"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Numbers_of_providers_in_claims_are_masked_where_that_is_asked_for(string format)
    {
        Assert.DoesNotMatch("(?<![0-9a-f])[0-9]{10}(?![0-9a-f])", As(format, new Redaction(Npis: true)));
        if (format == "human")
        {
            Assert.Contains("1234567893", As(format, new Redaction()), StringComparison.Ordinal);
            Assert.Contains("XX*••••••••••", As(format, new Redaction(Npis: true)), StringComparison.Ordinal);
        }
    }

    private static string As(string format, Redaction redaction)
    {
        var name = $"{Folder}CANARYNAME.837";
        var file = SourceFile.FromBytes(name, System.Text.Encoding.UTF8.GetBytes(SampleReport.Batch));
        var at = SampleReport.Batch.IndexOf("1234567893", StringComparison.Ordinal);
        var place = SampleReport.AddOnAlone.Place with { File = file, Span = new SourceSpan(at, 10) };
        var finding = SampleReport.AddOnAlone with
        {
            Place = place,
            Message = new Message([new MessagePart($"{name} is of 1234567893.", Privacy.Open)]),
            Witnesses = [new Witness { Name = "other", Kind = "file", Place = place, Members = [place], Fields = [new WitnessField("path", [name, "1234567893"], true, Privacy.Open)] }],
        };
        var report = SampleReport.Of([new CheckedFile(name, ContentKind.X12, 1, 1)], [finding]) with { SetAside = [new SetAside(finding, SetAsideReason.Waived, "agreed")] };
        return Written.As(format, ShownReport.Of(report).With(redaction), out _, new ReportSettings { SarifSuppressed = true });
    }
}
