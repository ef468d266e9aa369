using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MedCodes.Validator.Benchmarks.Generation;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Reading.Json;
using MedCodes.Validator.Reading.X12;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Reading.X12;

namespace MedCodes.Validator.Tests.Reading;

/// <summary>Claims are the same in whichever format they are written.</summary>
public class ConversionTests
{
    private static readonly FaultKind[] OfValues = [FaultKind.InvalidNumber, FaultKind.InvalidDate, FaultKind.ElementTooLong];

    private static readonly JsonClaimOptions SmallBatches = new() { ClaimsPerBatch = 7 };

    [Theory]
    [MemberData(nameof(ClaimFiles.All), MemberType = typeof(ClaimFiles))]
    public void Shipped_files_say_the_same_in_every_format(string name) => SaysTheSame(ClaimFiles.Text(name));

    [Fact]
    public void Generated_batches_say_the_same_in_every_format() => Prop.ForAll(Batches(), SaysTheSame).Check(Config.QuickThrowOnFailure.WithMaxTest(40).WithReplay(20240715UL, 5UL));

    [Theory]
    [InlineData("CLM*SYN-EVERY*730.5*", "CLM*SYN-EVERY*7OO*")]
    [InlineData("*730.5*", "*1234567890123456789*")]
    [InlineData("CLM*SYN-EVERY*", "CLM*SYN-EVERY-WITH-AN-ID-THAT-IS-LONGER-THAN-IT-MAY-BE*")]
    [InlineData("DTP*431*D8*20240701", "DTP*431*D8*20241301")]
    [InlineData("DTP*472*RD8*20240715-20240716", "DTP*472*RD8*2024-07-15")]
    [InlineData("DTP*472*RD8*20240715-20240716", "DTP*472*RD8*20240716-20240715")]
    [InlineData("DTP*472*D8*20240715", "DTP*472*D8*2024-07-15")]
    [InlineData("SV1*HC:64493:RT:59:", "SV1*HC:64493::RTX:")]
    [InlineData("SV1*HC:64493:", "SV1*HC:64493-PLUS:")]
    [InlineData("450.5*UN*1*22*", "450.5*UN*ONE*222*")]
    [InlineData("1:2:3:12*", "1::X:300*")]
    [InlineData("AMT*D*200", "AMT*D*2OO")]
    [InlineData("SVD*99999*200*", "SVD*99999*2OO*")]
    [InlineData("CAS*CO*45*100.25*1*253*2", "CAS*CO*45*1OO.25*1*253*2")]
    [InlineData("DMG*D8*20050315*M", "DMG*D8*20050399*MALE")]
    [InlineData("ABF:M5416*", "ABF:M5416-TOO-LONG*")]
    [InlineData("20240801*1200*CH", "20249901*1200*CH")]
    public void Unreadable_values_are_unreadable_in_every_format(string old, string damaged) =>
        SaysTheSame(ClaimFiles.Text(ClaimFiles.EveryElement).With(old, damaged));

    [Theory]
    [InlineData("CLM*SYN-EVERY*730.5*", "CLM*SYN-EVERY*7OO*")]
    [InlineData("DTP*431*D8*20240701", "DTP*431*D8*20241301")]
    [InlineData("450.5*UN*1*22*", "450.5*UN*ONE*222*")]
    [InlineData("SVD*99999*200*", "SVD*99999*2OO*")]
    [InlineData("CAS*PR*1*50", "CAS*PR*1*5O")]
    public void Values_have_the_same_faults_in_every_format(string old, string damaged)
    {
        var text = ClaimFiles.Text(ClaimFiles.EveryElement).With(old, damaged);
        var expected = Faults(ClaimFiles.Read(text));

        Assert.NotEmpty(expected);
        Assert.Equal(expected, Faults(ReadJson(WrittenClaims.Json(ClaimFiles.Read(text), isDocument: false))));
        Assert.Equal(expected, Faults(ReadJson(WrittenClaims.Json(ClaimFiles.Read(text), isDocument: true))));
    }

    [Fact]
    public void Unreadable_dates_and_amounts_of_codes_are_unreadable_in_every_format() =>
        SaysTheSame(ClaimFiles.Text(ClaimFiles.EveryCode).With("BI:70:RD8:20240601-20240604", "BI:70-TOO-LONG:RD8:20240601-20249904:1O0"));

    [Fact]
    public void Text_with_delimiters_becomes_x12_with_blanks()
    {
        var json = Encoding.UTF8.GetString(WrittenClaims.Json([ClaimFiles.ReadOne(ClaimFiles.Text(ClaimFiles.EveryElement))], isDocument: false))
            .With("SYNTHETIC NOTE OF THE CLAIM", "ONE*TWO~THREE");
        using var stream = new MemoryStream();
        using (var writer = new X12Writer(stream))
        {
            foreach (var batch in ReadJson(Encoding.UTF8.GetBytes(json)))
                writer.Write(batch);
            Assert.Equal(1, writer.Replaced);
        }

        Assert.Equal("ONE TWO THREE", ClaimFiles.Read(stream.ToArray()).Single().Claims[0].Supplements[2].Text);
    }

    private static Arbitrary<string> Batches()
    {
        var options =
            from seed in Gen.Choose(1, 1_000_000)
            from claims in Gen.Choose(1, 40)
            from isInstitutional in Gen.Elements(true, false)
            from defects in Gen.Elements(0.0, 0.3)
            from perTransaction in Gen.Choose(3, 50)
            select new GeneratorOptions
            {
                Seed = seed,
                Claims = claims,
                Setting = isInstitutional ? ClaimSetting.Institutional : ClaimSetting.Professional,
                DefectRate = defects,
                ClaimsPerTransaction = perTransaction,
                LinesOfLargestPatient = 0,
            };
        return options.Select(Generated).ToArbitrary();
    }

    private static string Generated(GeneratorOptions options)
    {
        using var memory = new MemoryStream();
        new ClaimFileGenerator(options).Write(memory);
        return Encoding.UTF8.GetString(memory.ToArray());
    }

    private static void SaysTheSame(string text)
    {
        var batches = ClaimFiles.Read(text);
        var expected = ClaimDump.Of(batches);

        var lines = WrittenClaims.Json(batches, isDocument: false);
        Assert.Equal(expected, ClaimDump.Of(ReadJson(lines)));
        Assert.Equal(expected, ClaimDump.Of(ReadJson(WrittenClaims.Json(batches, isDocument: true))));
        Assert.Equal(expected, ClaimDump.Of(ClaimFiles.Read(ToX12(batches))));
        Assert.Equal(expected, ClaimDump.Of(ClaimFiles.Read(ToX12(ReadJson(lines)))));
        Assert.Equal(lines, WrittenClaims.Json(ReadJson(lines), isDocument: false));
    }

    private static IEnumerable<(FaultKind, string?)> Faults(IEnumerable<ClaimBatch> batches) =>
        batches.SelectMany(batch => batch.Faults).Where(fault => OfValues.Contains(fault.Kind)).Select(fault => (fault.Kind, fault.Found)).Order();

    private static List<ClaimBatch> ReadJson(byte[] bytes) => [.. JsonClaimReader.Read(SourceFile.FromBytes("claims.json", bytes), SmallBatches)];

    private static byte[] ToX12(IEnumerable<ClaimBatch> batches)
    {
        using var stream = new MemoryStream();
        using (var writer = new X12Writer(stream))
        {
            foreach (var batch in batches)
                writer.Write(batch);
        }

        return stream.ToArray();
    }
}
