using System.Text;
using MedCodes.Validator.Reading.X12;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Tests.Reading.X12;

/// <summary>Whatever the bytes are, reading ends without an exception, and what it says lies inside the file.</summary>
public class X12DamageTests
{
    private const int Flips = 4000;

    [Theory]
    [MemberData(nameof(ClaimFiles.All), MemberType = typeof(ClaimFiles))]
    public void File_cut_at_any_byte_is_read(string name)
    {
        var bytes = Encoding.UTF8.GetBytes(ClaimFiles.Text(name));
        for (var length = 0; length < bytes.Length; length++)
            Survives(bytes[..length], checkParts: length % 37 == 0);
    }

    [Theory]
    [MemberData(nameof(ClaimFiles.All), MemberType = typeof(ClaimFiles))]
    public void File_with_any_byte_changed_is_read(string name)
    {
        var bytes = Encoding.UTF8.GetBytes(ClaimFiles.Text(name));
        var random = new Random(20240715);
        for (var i = 0; i < Flips; i++)
        {
            var damaged = (byte[])bytes.Clone();
            for (var flips = random.Next(1, 4); flips > 0; flips--)
                damaged[random.Next(damaged.Length)] = random.Next(3) == 0 ? (byte)random.Next(256) : "*~:\n0A-."u8[random.Next(8)];
            Survives(damaged, checkParts: i % 10 == 0);
        }
    }

    [Fact]
    public void File_with_segments_dropped_doubled_and_swapped_is_read()
    {
        var segments = ClaimFiles.Text(ClaimFiles.Secondary).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var random = new Random(20240716);
        for (var i = 0; i < segments.Length; i++)
        {
            Survives(Joined(segments.Where((_, place) => place != i)), checkParts: true);
            Survives(Joined(segments.SelectMany((segment, place) => place == i ? [segment, segment] : new[] { segment })), checkParts: true);
            for (var j = 0; j < 10; j++)
            {
                var swapped = (string[])segments.Clone();
                var other = random.Next(segments.Length);
                (swapped[i], swapped[other]) = (swapped[other], swapped[i]);
                Survives(Joined(swapped), checkParts: true);
            }
        }
    }

    [Fact]
    public void Random_bytes_are_read()
    {
        var random = new Random(20240717);
        for (var i = 0; i < 200; i++)
        {
            var bytes = new byte[random.Next(2000)];
            random.NextBytes(bytes);
            Survives(bytes, checkParts: false);
            Survives([.. Encoding.UTF8.GetBytes(ClaimFiles.Text(ClaimFiles.Professional)[..110]), .. bytes], checkParts: false);
        }
    }

    private static byte[] Joined(IEnumerable<string> segments) => Encoding.UTF8.GetBytes(string.Join('\n', segments) + "\n");

    private static void Survives(byte[] bytes, bool checkParts)
    {
        var file = SourceFile.FromBytes("damaged.837", bytes);
        foreach (var batch in X12Reader.Read(file, new() { BufferSize = 1024, ClaimsPerBatch = 1 }))
        {
            foreach (var fault in batch.Faults)
                WholeRead.IsInside(fault.Span, bytes);
            if (!checkParts)
                continue;
            foreach (var claim in batch.Claims)
                WholeRead.Look(claim, bytes);
        }
    }
}
