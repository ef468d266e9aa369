using MedCodes.Validator.Cli.Tests.Support;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Cli.Tests.Terminal;

/// <summary>Where a file may not grow any longer it is told like a full disk, and nothing half-written is left.</summary>
public sealed class FileLimitTests : IDisposable
{
    // Else the system ends the process before the write fails. The runtime's own doubled mappings of compiled code are files too.
    private const string Limited = "export DOTNET_EnableWriteXorExecute=0; trap '' XFSZ; ulimit -f 1;";

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("check --as-of 2024-09-16 -o json=OUT CLAIMS", "cannot write the json report to ")]
    [InlineData("check --as-of 2024-09-16 -o ndjson=OUT CLAIMS", "cannot write the ndjson report to ")]
    [InlineData("convert CLAIMS --to ndjson --output OUT", "cannot convert ")]
    public void A_file_that_may_not_grow_is_told_like_a_full_disk(string line, string message)
    {
        var claims = Repository.PathOf("fixtures", "claims", "pain-clinic-batch.837");
        var output = _folder.PathOf("out");

        var run = MedcodesProcess.Shell($"{Limited} medcodes {line.Replace("OUT", output, StringComparison.Ordinal).Replace("CLAIMS", claims, StringComparison.Ordinal)}");

        Assert.Equal(2, run.Code);
        Assert.Contains(message, run.Err, StringComparison.Ordinal);
        Assert.EndsWith("the file would be too large", run.Err.TrimEnd(), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void An_input_too_long_for_a_temporary_file_is_told()
    {
        var run = MedcodesProcess.Shell($"{Limited} head -c 20000000 /dev/zero | medcodes check -");

        Assert.Equal(2, run.Code);
        Assert.StartsWith("error: cannot read standard input: the file would be too large", run.Err, StringComparison.Ordinal);
    }
}
