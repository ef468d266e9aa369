using System.Text;
using MedCodes.Validator.Benchmarks.Generation;
using MedCodes.Validator.Reading.X12;

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
