using System.Globalization;
using System.Text;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Reading.X12;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Tests.Reading.X12;

public class X12AllocationTests
{
    private const int ClaimsPerBatch = 1024;
    private const int WarmBatches = 3;
    private const int MeasuredBatches = 5;
    private const int BytesPerClaim = 340;

    [Fact]
    public void Claim_of_three_lines_takes_at_most_340_bytes_and_nothing_else_is_allocated_for_it()
    {
        var file = SourceFile.FromBytes("many.837", Encoding.ASCII.GetBytes(Many(ClaimsPerBatch * (WarmBatches + MeasuredBatches + 1))));
        using var batches = X12Reader.Read(file, new() { ClaimsPerBatch = ClaimsPerBatch, ChunkSize = int.MaxValue, BufferSize = 1 << 16 }).GetEnumerator();
        for (var i = 0; i < WarmBatches; i++)
            batches.MoveNext();

        var before = GC.GetAllocatedBytesForCurrentThread();
        var claims = 0;
        for (var i = 0; i < MeasuredBatches; i++)
        {
            Assert.True(batches.MoveNext());
            claims += batches.Current.Claims.Count;
            Assert.Empty(batches.Current.Faults);
        }

        var perClaim = (double)(GC.GetAllocatedBytesForCurrentThread() - before) / claims;
        Assert.Equal(ClaimsPerBatch * MeasuredBatches, claims);
        Assert.True(perClaim <= BytesPerClaim, perClaim.ToString("F1", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Views_over_a_batch_allocate_nothing()
    {
        var batch = ClaimFiles.ReadOne(ClaimFiles.Text(ClaimFiles.Professional));
        var total = Total(batch);

        var allocated = Allocation.LeastOf(() => total = Total(batch));

        Assert.Equal(0, allocated);
        Assert.Equal(850.5m, total);
    }

    private static decimal Total(ClaimBatch batch)
    {
        var total = 0m;
        foreach (var claim in batch.Claims)
        {
            foreach (var line in claim.Lines)
            {
                total += line.Charge ?? 0;
                foreach (var modifier in line.Modifiers)
                    total += modifier.IsUnreadable ? 1 : 0;
                foreach (var pointer in line.Pointers)
                    total += pointer.Diagnosis is null ? 1 : 0;
                total += line.Date is null || line.RenderingProvider is null || line.Code is null ? 1 : 0;
            }
        }

        return total;
    }

    private static string Many(int claims)
    {
        var whole = ClaimFiles.Text(ClaimFiles.OneLine).Replace("\n", "~", StringComparison.Ordinal);
        var start = whole.IndexOf("HL*2*", StringComparison.Ordinal);
        var text = new StringBuilder(whole, 0, start, claims * 500);
        for (var i = 2; i < claims + 2; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"HL*{i}*1*22*0~SBR*P*18*******MB~NM1*IL*1*TESTPATIENT{i % 97}*ANN{i % 13}****MI*1TEST{i:D6}~N3*2 TEST STREET~N4*TESTTOWN*OH*43215~");
            text.Append(CultureInfo.InvariantCulture, $"DMG*D8*19500102*F~NM1*PR*2*TESTPAYER*****PI*00001~CLM*SYN-{i:D8}*300***11:B:1*Y*A*Y*Y~HI*ABK:M47816*ABF:M5450~NM1*82*1*TESTDOCTOR*PAT****XX*1245319599~");
            text.Append("LX*1~SV1*HC:64493:RT*100*UN*1***1:2~DTP*472*D8*20240715~LX*2~SV1*HC:64494:RT*100*UN*1***1:2~DTP*472*D8*20240715~LX*3~SV1*HC:99213:25*100*UN*1***1~DTP*472*D8*20240715~");
        }

        return text.Append("SE*1*0001~GE*1*1~IEA*1*000000001~").ToString();
    }
}
