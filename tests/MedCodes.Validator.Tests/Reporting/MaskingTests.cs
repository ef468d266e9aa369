using System.Text;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Reporting;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Tests.Reporting;

/// <summary>Every identifying value of the sample starts with CANARY, and so does every account value.</summary>
public sealed class MaskingTests
{
    private static readonly string[] Identifying = ["CANARYLAST", "CANARYFIRST", "CANARYMEMBER", "CANARYDOCTOR", "CANARYFIELD", "CANARYMESSAGE", "19500102"];
    private static readonly string[] Account = ["CANARYACCOUNT", "CANARYCONTROL", "20240715", "2024-07-15"];

    /// <summary>A finding at every byte of the batch, so that every element of it is quoted.</summary>
    private static readonly Report Everywhere = SampleReport.Of(
        SampleReport.Full.Files,
        [
            SampleReport.AddOnAlone,
            .. Enumerable.Range(0, SampleReport.Batch.Length + 1).Select(offset => SampleReport.PatientNamed with
            {
                Place = SampleReport.PatientNamed.Place with { Span = new SourceSpan(offset, offset % 4 * 20) },
            }),
        ]);

    [Fact]
    public void Masked_reports_show_no_value_of_a_patient()
    {
        foreach (var text in Written(PhiLevel.Mask))
            Assert.All(Identifying.Concat(Account), canary => Assert.DoesNotContain(canary, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Account_reports_show_what_finds_the_account_and_nothing_more()
    {
        var texts = Written(PhiLevel.Account).ToList();

        foreach (var text in texts)
            Assert.All(Identifying, canary => Assert.DoesNotContain(canary, text, StringComparison.Ordinal));
        Assert.All(Account, canary => Assert.Contains(canary, string.Concat(texts), StringComparison.Ordinal));
    }

    [Fact]
    public void Full_reports_show_everything()
    {
        var texts = string.Concat(Written(PhiLevel.Show));

        Assert.All(Identifying.Concat(Account), canary => Assert.Contains(canary, texts, StringComparison.Ordinal));
    }

    [Fact]
    public void Codes_amounts_and_provider_numbers_are_shown()
    {
        var text = Written(PhiLevel.Mask).First();

        Assert.Contains("SV1*HC:64491:50*100*UN*1***1", text, StringComparison.Ordinal);
        Assert.Contains("HI*ABK:M47812", text, StringComparison.Ordinal);
        Assert.Contains("NM1*82*1*•••*•••****XX*1234567893", text, StringComparison.Ordinal);
        Assert.Contains("NM1*IL*1*•••*•••****MI*•••", text, StringComparison.Ordinal);
        Assert.Contains("DMG*•••*•••*•••", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SV1*HC:CANARY IN A CODE*100*UN*1~")]
    [InlineData("SV1*HC:64491:::::CANARYDESCRIPTION*100~")]
    [InlineData("SV1*HC:CANARYTHATISLONGERTHANANYCODE*100~")]
    [InlineData("NTE*ADD*CANARY~")]
    [InlineData("REF*G1*CANARY~")]
    [InlineData("DTP*435*D8*CANARY~")]
    [InlineData("CANARY*1*2~")]
    [InlineData("CANARY~")]
    [InlineData("NM1*85*2*CANARY*****24*CANARY~")]
    [InlineData("NM1*85*2*CANARY*****XX*1234567893*CANARY*CANARY~")]
    [InlineData("HI*ABK:M47812:CANARY*BH:11:D8:CANARY^::D8:CANARY~")]
    [InlineData("ST*837*0001*CANARY1950~")]
    [InlineData("GS*HC*CANARY*CANARY*20240715*1200*1*X*CANARY~")]
    [InlineData("PER*IC*CANARY*TE*CANARY~")]
    [InlineData("N3*CANARY~")]
    public void What_is_not_known_to_be_safe_is_masked(string segment) =>
        Assert.DoesNotContain("CANARY", Quoted(SampleReport.Batch[..107] + segment + "\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("NM1*IL*1*QX*QY****1EG4TE5MK73~", "1EG4TE5MK73")]
    [InlineData("NM1*IL*1*QX*QY*****1EG4-TE5-MK73~", "MK73")]
    [InlineData("NM1*IL*1AB12345C~", "AB12345C")]
    [InlineData("HI*1EG4TE5MK73~", "1EG4TE5MK73")]
    [InlineData("CLM*CANARY*1947-03-11***11:B:1*Y*A*Y*Y~", "1947")]
    [InlineData("SV1*HC:1EG4TE5MK73*100*UN*1***1~", "1EG4TE5MK73")]
    [InlineData("SBR*P*18*****CI*1EG4TE5MK73~", "1EG4TE5MK73")]
    public void A_number_of_a_person_is_masked_where_a_code_belongs(string segment, string number) =>
        Assert.DoesNotContain(number, Quoted(SampleReport.Batch[..107] + segment + "\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("PRV*BI*PXC*207L00000X~", "207L00000X")]
    [InlineData("HI*ABK:S72001A*ABF:S72.001A~", "HI*ABK:S72001A*ABF:S72.001A")]
    [InlineData("SV1*HC:J3301:JZ:59*123456.78*UN*1***1~", "SV1*HC:J3301:JZ:59*123456.78*UN*1***1")]
    [InlineData("CAS*CO*45*48.5~", "CAS*CO*45*48.5")]
    public void The_longest_codes_are_shown(string segment, string shown) =>
        Assert.Contains(shown, Quoted(SampleReport.Batch[..107] + segment + "\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("", "\n")]
    [InlineData("", "")]
    [InlineData("X", "\n")]
    [InlineData("\n", "")]
    public void Where_a_terminator_is_lost_no_name_and_no_number_of_a_person_is_shown(string instead, string lineBreak)
    {
        // Names of two letters and a member id of digits are the hardest to tell from codes.
        var batch = SampleReport.Batch
            .Replace("CANARYLAST", "QX", StringComparison.Ordinal).Replace("CANARYFIRST", "QY", StringComparison.Ordinal)
            .Replace("CANARYMEMBER", "777888999", StringComparison.Ordinal).Replace("CANARYDOCTOR", "QZ", StringComparison.Ordinal)
            .Replace("\n", lineBreak, StringComparison.Ordinal);

        // The patient's segments behind each kind of segment that has open elements.
        var patient = batch[batch.IndexOf("NM1*IL", StringComparison.Ordinal)..batch.IndexOf("NM1*82", StringComparison.Ordinal)];
        foreach (var segment in batch.Split('~')[1..])
        {
            var whole = SampleReport.Batch[..107] + segment.Trim() + instead + patient;
            var text = Quoted(whole);

            Assert.All(["QX", "QY", "QZ", "777888999", "19500102", "CANARY"], one => Assert.DoesNotContain(one, text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_broken_header_leaves_everything_behind_it_unquoted()
    {
        var second = SampleReport.Batch.Replace("*SYNTHETIC      *ZZ*", "*CANARY*ZZ*", StringComparison.Ordinal).Replace('*', '|');

        Assert.DoesNotContain("CANARY", Quoted(SampleReport.Batch + second), StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_interchange_is_read_with_its_own_separators()
    {
        var second = SampleReport.Batch.Replace('*', '|').Replace('~', '\'').Replace(':', '>');

        var text = Quoted(SampleReport.Batch + second);

        Assert.Contains("SV1|HC>64491>50|100|UN|1|||1", text, StringComparison.Ordinal);
        Assert.DoesNotContain("CANARY", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_claim_file_of_any_bytes_is_quoted_without_failing()
    {
        var random = new Random(20240901);
        for (var round = 0; round < 200; round++)
        {
            var bytes = Encoding.UTF8.GetBytes(SampleReport.Batch);
            for (var change = 0; change < 8; change++)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);

            var offset = random.Next(bytes.Length + 1);
            _ = Quoted(bytes[..random.Next(1, bytes.Length)], [new SourceSpan(offset, random.Next(200))]);
        }
    }

    private static string Quoted(string batch) =>
        Quoted(Encoding.UTF8.GetBytes(batch), Enumerable.Range(106, batch.Length - 105).Select(offset => new SourceSpan(offset, 0)));

    private static string Quoted(byte[] batch, IEnumerable<SourceSpan> spans)
    {
        var file = SourceFile.FromBytes("other.837", batch);
        var findings = spans.Select(span => SampleReport.PatientNamed with { Place = new Place { File = file, Span = span } });
        var report = SampleReport.Of([new CheckedFile("other.837", ContentKind.X12, 1, 1)], [.. findings]);
        using var human = new StringWriter();
        HumanReport.Write(report, human);
        return human.ToString();
    }

    private static IEnumerable<string> Written(PhiLevel phi)
    {
        using var human = new StringWriter();
        HumanReport.Write(Everywhere, human, phi);
        yield return human.ToString();
        using var json = new MemoryStream();
        JsonReport.Write(Everywhere, json, phi);
        yield return Encoding.UTF8.GetString(json.ToArray());
    }
}
