using System.Text;
using MedCodes.Validator.Benchmarks.Generation;
using MedCodes.Validator.Reading.X12;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Tests.Reading.X12;

/// <summary>What reading costs grows with the file and no faster: counted in bytes looked at and steps taken, because a clock counts the machine.</summary>
public class X12CostTests
{
    private const int Buffer = 1 << 16;
    private static readonly string Header = ClaimFiles.Text(ClaimFiles.Professional)[..106];

    public static TheoryData<string> Shapes => ["generated", "interchanges", "alternating", "unfinished", "false headers", "broken headers", "endless segment", "separators", "blank"];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_byte_is_looked_at_a_few_times_whatever_the_file_is_made_of(string shape)
    {
        foreach (var size in new[] { 20, 200, 2000 })
        {
            var bytes = Encoding.Latin1.GetBytes(Text(shape, size));
            var (looked, steps) = Cost(bytes);

            Assert.True(looked <= 4L * bytes.Length + 2 * Buffer, $"{shape}, {bytes.Length} bytes: {looked} looked at");
            Assert.True(steps <= bytes.Length + 2, $"{shape}, {bytes.Length} bytes: {steps} steps");
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Claims_of_a_file_cost_as_much_when_there_are_more_of_them(string shape)
    {
        var (few, many) = (CostOfClaims(Text(shape, 500)), CostOfClaims(Text(shape, 4000)));

        // Looked at once more is the segment behind each batch; of what is allocated some is the same for every file.
        Assert.True(many.Looked <= 6L * many.Bytes + 2 * Buffer, $"{shape}, {many.Bytes} bytes: {many.Looked} looked at");
        var growth = (double)many.Bytes / few.Bytes;
        Assert.True(many.Allocated <= 1.2 * growth * few.Allocated + (1 << 20), $"{shape}: {few.Allocated} allocated before, {many.Allocated} with {growth:F1} times the bytes");
    }

    private static (long Looked, long Allocated, int Bytes) CostOfClaims(string text)
    {
        var bytes = Encoding.Latin1.GetBytes(text);
        var file = SourceFile.FromBytes("cost.837", bytes);
        using var source = new X12Source(file.OpenRead(), Buffer);
        var reading = new X12Reading(file, source, new X12ReaderOptions { ClaimsPerBatch = 5 });
        var before = GC.GetAllocatedBytesForCurrentThread();
        while (reading.Next() is not null)
        {
        }

        return (source.Looked, GC.GetAllocatedBytesForCurrentThread() - before, bytes.Length);
    }

    private static string Text(string shape, int size) => shape switch
    {
        "generated" => Generated(size),
        "interchanges" => string.Concat(Enumerable.Repeat(Header + "\nIEA*0*000000001~\n", size)),
        "alternating" => string.Concat(Enumerable.Range(0, size).Select(i => (i % 2 == 0 ? Header : Header.Replace('*', '|')) + "\n")),
        "unfinished" => Header + new string('A', size * 10),
        "false headers" => Header + "~" + string.Concat(Enumerable.Repeat("ISA", size)),
        "broken headers" => string.Concat(Enumerable.Repeat(Header.Replace(':', 'A'), size)),
        "endless segment" => Header + "REF*" + new string('X', size * 200) + "~IEA*0*1~",
        "separators" => Header + new string('*', size * 100) + "~",
        _ => Header + new string('\n', size * 100),
    };

    private static string Generated(int claims)
    {
        using var memory = new MemoryStream();
        new ClaimFileGenerator(new() { Claims = claims, DefectRate = 0.2, LinesOfLargestPatient = 100 }).Write(memory);
        return Encoding.ASCII.GetString(memory.ToArray());
    }

    /// <summary>How many bytes are looked at and how many steps taken to find the segments of a file.</summary>
    internal static (long Looked, int Steps) Cost(byte[] bytes, int buffer = Buffer)
    {
        using var source = new X12Source(new MemoryStream(bytes), buffer);
        var steps = 0;
        if (!source.FindHeader())
            return (source.Looked, steps);
        while (source.Next() is var step && step != X12Step.End)
        {
            steps++;
            if (step == X12Step.BadHeader && !source.FindHeader())
                break;
        }

        return (source.Looked, steps);
    }
}
