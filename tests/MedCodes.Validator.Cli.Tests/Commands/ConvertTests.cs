using System.IO.Compression;
using MedCodes.Validator.Cli.Commands;
using MedCodes.Validator.Cli.Tests.Support;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Cli.Tests.Commands;

public sealed class ConvertTests : IDisposable
{
    private static readonly string Batch = Path.Combine(Repository.Folder, "fixtures", "claims", "two-transactions.837");
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Claims_go_to_json_and_back()
    {
        var (lines, back, again) = (_folder.PathOf("claims.ndjson"), _folder.PathOf("back.837"), _folder.PathOf("again.ndjson"));

        Assert.Equal(0, Run("convert", Batch, "-o", lines));
        Assert.Equal(0, Run("convert", lines, "-o", back));
        Assert.Equal(0, Run("convert", back, "-o", again));

        Assert.Equal(File.ReadAllText(lines), File.ReadAllText(again));
        Assert.Equal(2, File.ReadLines(lines).Count());
    }

    [Fact]
    public void The_file_that_is_read_is_never_written_over()
    {
        var path = _folder.Write("own.837", File.ReadAllText(Batch));
        var terminal = new TestTerminal();

        Assert.Equal(2, Medcodes.Run(["convert", path, "-o", path], terminal, null));

        Assert.Contains("is the file that is read", terminal.Err, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllText(Batch), File.ReadAllText(path));
    }

    [Fact]
    public void The_file_is_its_owners_alone()
    {
        if (OperatingSystem.IsWindows())
            return;
        var output = _folder.PathOf("claims.json");

        Assert.Equal(0, Run("convert", Batch, "-o", output));

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(output));
    }

    [Theory]
    [InlineData("-", "claims are a patient's data and go to files only")]
    [InlineData("/dev/null", "claims are a patient's data and go to files only")]
    public void Claims_never_go_to_a_console(string output, string expected)
    {
        var terminal = new TestTerminal();

        Assert.Equal(2, Medcodes.Run(["convert", Batch, "-o", output, "--to", "json"], terminal, null));
        Assert.Contains(expected, terminal.Err, StringComparison.Ordinal);
        Assert.Equal("", terminal.Out);
    }

    [Fact]
    public void What_holds_no_claims_is_refused_and_leaves_no_file()
    {
        var terminal = new TestTerminal();
        var output = _folder.PathOf("out.json");

        Assert.Equal(2, Medcodes.Run(["convert", _folder.Write("page.txt", "a page"), "-o", output], terminal, null));
        Assert.Contains("holds no claims", terminal.Err, StringComparison.Ordinal);
        Assert.False(File.Exists(output));
    }

    [Fact]
    public void An_ending_that_says_nothing_asks_for_the_format()
    {
        var terminal = new TestTerminal();

        Assert.Equal(2, Medcodes.Run(["convert", Batch, "-o", _folder.PathOf("out.dat")], terminal, null));
        Assert.Contains("--to json, ndjson, x12", terminal.Err, StringComparison.Ordinal);
    }

    [Fact]
    public void The_schema_of_canonical_claims_is_written()
    {
        var terminal = new TestTerminal();

        Assert.Equal(0, Medcodes.Run(["convert", "schema"], terminal, null));
        Assert.StartsWith("{", terminal.Out, StringComparison.Ordinal);
        Assert.Contains("\"$schema\"", terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Compressed_standard_input_is_read()
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionMode.Compress, leaveOpen: true))
            gzip.Write(File.ReadAllBytes(Batch));
        compressed.Position = 0;
        var terminal = new TestTerminal { Input = compressed };

        Assert.Equal(0, Medcodes.Run(["inspect", "-"], terminal, null));
        Assert.Contains("2 claims", terminal.Out, StringComparison.Ordinal);
    }

    private static int Run(params string[] arguments) => Medcodes.Run(arguments, new TestTerminal(), null);
}
