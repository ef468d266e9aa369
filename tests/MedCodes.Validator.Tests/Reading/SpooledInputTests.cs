using System.IO.Compression;
using System.Text;
using MedCodes.Validator.Reading;
using MedCodes.Validator.Reading.X12;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Reading.X12;

namespace MedCodes.Validator.Tests.Reading;

public sealed class SpooledInputTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("medcodes-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(100)]
    public void Stream_is_read_to_its_end_whether_it_stays_in_memory_or_not(int mostInMemory)
    {
        var text = ClaimFiles.Text(ClaimFiles.Professional);
        using var input = SpooledInput.FromStream(new MemoryStream(Encoding.UTF8.GetBytes(text)), "-", mostInMemory);

        Assert.Null(input.Fault);
        Assert.Equal("-", input.File.Path);
        Assert.Equal(text.Length, input.File.Length);
        Assert.Equal(2, X12Reader.Read(input.File).Sum(batch => batch.Claims.Count));
    }

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(100)]
    public void Compressed_stream_is_read_through(int mostInMemory)
    {
        using var input = SpooledInput.FromStream(new MemoryStream(Compressed()), "batch.837.gz", mostInMemory);

        Assert.Null(input.Fault);
        var batch = Assert.Single(X12Reader.Read(input.File));
        Assert.Empty(batch.Faults);
        Assert.Equal("64493", ClaimFiles.TextOf(input.File, batch.Lines[0].SpanOf(MedCodes.Validator.Claims.LineField.Code)));
    }

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(100)]
    public void Damaged_compression_is_a_fault(int mostInMemory)
    {
        var bytes = Compressed();
        bytes[^6] ^= 0xFF;

        using var input = SpooledInput.FromStream(new MemoryStream(bytes), "batch.837.gz", mostInMemory);

        Assert.Equal(FaultKind.DamagedCompression, input.Fault?.Kind);
        Assert.True(input.Fault?.Span.End <= input.File.Length);
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 0x1F })]
    [InlineData(new byte[] { 0x1F, 0x8B })]
    [InlineData(new byte[] { 0x1F, 0x8B, 8, 0, 1, 2, 3 })]
    public void Tiny_input_is_no_error(byte[] bytes)
    {
        using var input = SpooledInput.FromStream(new MemoryStream(bytes), "-");

        Assert.NotEmpty(X12Reader.Read(input.File));
    }

    [Fact]
    public void File_on_disk_is_read_where_it_is_and_a_compressed_one_read_through()
    {
        var plain = Path.Combine(_folder.FullName, "batch.837");
        File.WriteAllText(plain, ClaimFiles.Text(ClaimFiles.Professional));
        var compressed = plain + ".gz";
        File.WriteAllBytes(compressed, Compressed());

        using var first = SpooledInput.Open(plain);
        using var second = SpooledInput.Open(compressed);

        Assert.Equal(first.File.Length, second.File.Length);
        Assert.EndsWith("batch.837.gz", second.File.Path, StringComparison.Ordinal);
    }

    [Fact]
    public void Copy_on_disk_is_its_owners_alone_and_goes_with_the_input()
    {
        if (OperatingSystem.IsWindows())
            return;
        var before = Directory.GetDirectories(Path.GetTempPath(), "medcodes-*").ToHashSet();
        var input = SpooledInput.FromStream(new MemoryStream(Compressed()), "-", 100);
        var folder = Assert.Single(Directory.GetDirectories(Path.GetTempPath(), "medcodes-*"), each => !before.Contains(each) && HoldsCopy(each, input.File.Length));

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder, "input")));
        input.Dispose();
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public void File_that_changes_while_it_is_read_is_a_fault()
    {
        var path = Path.Combine(_folder.FullName, "growing.837");
        File.WriteAllText(path, ClaimFiles.Text(ClaimFiles.Professional));
        var file = SourceFile.OnDisk(path);
        using var batches = X12Reader.Read(file, new() { ClaimsPerBatch = 1 }).GetEnumerator();
        Assert.True(batches.MoveNext());
        File.AppendAllText(path, "\n");
        var faults = new List<Fault>();
        while (batches.MoveNext())
            faults.AddRange(batches.Current.Faults);

        Assert.Equal(FaultKind.FileChanged, Assert.Single(faults).Kind);
    }

    private static bool HoldsCopy(string folder, long length)
    {
        var copy = new FileInfo(Path.Combine(folder, "input"));
        return copy.Exists && copy.Length == length;
    }

    private static byte[] Compressed()
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(ClaimFiles.Text(ClaimFiles.Professional)));
        return memory.ToArray();
    }
}
