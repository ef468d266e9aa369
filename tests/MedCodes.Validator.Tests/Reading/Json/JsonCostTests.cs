using System.Text;
using MedCodes.Validator.Benchmarks.Generation;
using MedCodes.Validator.Claims.Building;
using MedCodes.Validator.Reading.Json;
using MedCodes.Validator.Reading.X12;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Tests.Reading.Json;

/// <summary>What reading records costs grows with the file and no faster: counted in bytes gone over and in bytes allocated, because a clock counts the machine.</summary>
public class JsonCostTests
{
    private const int Buffer = 1 << 16;

    // A value that never ends is tried again from its next line, but never deeper than JSON is read: 64 levels.
    private const int Deepest = 64;

    public static TheoryData<string, int> Shapes => new()
    {
        { "lines", 3 },
        { "document", 3 },
        { "one long claim", 4 },
        { "numbers", 3 },
        { "broken lines", 3 },
        { "deeper and deeper", 3 * Deepest },
        { "never closed", 3 * Deepest },
        { "blank", 3 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_byte_is_gone_over_a_few_times_whatever_the_file_is_made_of(string shape, int most)
    {
        var (few, many) = (Cost(Bytes(shape, 200)), Cost(Bytes(shape, 2000)));

        Assert.True(few.Looked <= (long)most * few.Bytes + 2 * Buffer, $"{shape}, {few.Bytes} bytes: {few.Looked} gone over");
        Assert.True(many.Looked <= (long)most * many.Bytes + 2 * Buffer, $"{shape}, {many.Bytes} bytes: {many.Looked} gone over");
        var growth = (double)many.Bytes / few.Bytes;
        Assert.True(many.Allocated <= 1.2 * growth * few.Allocated + (1 << 20), $"{shape}: {few.Allocated} allocated before, {many.Allocated} with {growth:F1} times the bytes");
    }

    private static byte[] Bytes(string shape, int size) => shape switch
    {
        "lines" => Generated(size, isDocument: false, largest: 0),
        "document" => Generated(size, isDocument: true, largest: 0),
        "one long claim" => Generated(size, isDocument: false, largest: size),
        "numbers" => Repeated("17\n", size),
        "broken lines" => Repeated("{\"type\":\"claim\",\"id\":oops}\n", size),
        "deeper and deeper" => Repeated("[\n", size),
        "never closed" => [.. Repeated("[\n", Deepest - 2), .. Repeated("1,\n", size)],
        _ => Repeated(" \n", size),
    };

    private static byte[] Repeated(string text, int times) => Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(text, times)));

    private static byte[] Generated(int claims, bool isDocument, int largest)
    {
        using var memory = new MemoryStream();
        new ClaimFileGenerator(new() { Claims = claims, DefectRate = 0.2, LinesOfLargestPatient = largest }).Write(memory);
        return WrittenClaims.Json(X12Reader.Read(SourceFile.FromBytes("cost.837", memory.ToArray())), isDocument);
    }

    private static (long Looked, long Allocated, int Bytes) Cost(byte[] bytes)
    {
        var file = SourceFile.FromBytes("cost.json", bytes);
        using var source = new JsonClaimSource(file.OpenRead(), Buffer);
        var paths = new JsonPaths();
        var reading = new JsonReading(file, source, new JsonClaimOptions { ClaimsPerBatch = 5 }, new ClaimBatchBuilder(file, new JsonPositions(file, paths)), paths);
        var before = GC.GetAllocatedBytesForCurrentThread();
        while (reading.Next() is not null)
        {
        }

        return (source.Looked, GC.GetAllocatedBytesForCurrentThread() - before, bytes.Length);
    }
}
