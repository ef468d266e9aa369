using MedCodes.Validator.Benchmarks.Generation;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Reading.X12;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Tests.Reading.X12;

public class GeneratedFileTests
{
    private static readonly X12ReaderOptions Options = new() { ClaimsPerBatch = 100, BufferSize = 4096 };

    [Theory]
    [InlineData(ClaimSetting.Professional)]
    [InlineData(ClaimSetting.Institutional)]
    public void Generated_file_is_read_without_a_fault(ClaimSetting setting)
    {
        var batches = Read(new() { Claims = 1500, Setting = setting, ClaimsPerTransaction = 400 });

        Assert.Empty(batches.SelectMany(batch => batch.Faults));
        Assert.Equal(1500, batches.Sum(batch => batch.Claims.Count));
        Assert.All(batches.SelectMany(batch => batch.Claims), claim => Assert.Equal(claim.Total, claim.Lines.Sum(line => line.Charge)));
        Assert.All(batches.SelectMany(batch => batch.Claims), claim => Assert.True(Npi.HasValidCheckDigit(claim.BillingProvider?.Npi)));
    }

    [Fact]
    public void Generated_file_has_what_real_ones_have()
    {
        var claims = Read(new() { Claims = 3000 }).SelectMany(batch => batch.Claims).ToArray();
        var patients = claims.GroupBy(claim => (claim.MemberId, claim.PatientFirstName)).ToArray();
        var lines = claims.SelectMany(claim => claim.Lines).ToArray();

        Assert.True(patients.Count(patient => patient.Count() > 1) >= patients.Length / 5);
        Assert.Equal(5000, patients.Max(patient => patient.Sum(claim => claim.Lines.Count)));
        Assert.InRange(lines.Count(line => line.Through != line.Date) * 100.0 / lines.Length, 4, 6);
        Assert.Contains(claims, claim => !claim.PatientIsSubscriber);
        Assert.Contains(claims, claim => claim.OtherPayers.Count > 0);
        Assert.Contains(claims, claim => claim.RenderingProvider is null);
        Assert.Contains(lines, line => line.Ndc is not null);
        Assert.Contains(lines, line => line.Adjudications.Count > 0);
    }

    [Fact]
    public void Defects_come_by_rate()
    {
        var faults = Read(new() { Claims = 2000, DefectRate = 0.1, LinesOfLargestPatient = 0 }).Sum(batch => batch.Faults.Length);

        Assert.InRange(faults, 100, 260);
    }

    [Fact]
    public void Same_seed_gives_the_same_bytes()
    {
        Assert.Equal(Bytes(new() { Claims = 300, Seed = 7 }), Bytes(new() { Claims = 300, Seed = 7 }));
        Assert.NotEqual(Bytes(new() { Claims = 300, Seed = 7 }), Bytes(new() { Claims = 300, Seed = 8 }));
    }

    private static List<ClaimBatch> Read(GeneratorOptions options) =>
        [.. X12Reader.Read(SourceFile.FromBytes("generated.837", Bytes(options)), Options)];

    private static byte[] Bytes(GeneratorOptions options)
    {
        using var memory = new MemoryStream();
        new ClaimFileGenerator(options).Write(memory);
        return memory.ToArray();
    }
}
