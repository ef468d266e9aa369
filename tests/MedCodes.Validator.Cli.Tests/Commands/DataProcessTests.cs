using System.Diagnostics;
using MedCodes.Validator.Cli.Tests.Support;
using MedCodes.Validator.Reference;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Cli.Tests.Commands;

/// <summary>Imports that end before their end: nothing is lost and nothing half there.</summary>
public sealed class DataProcessTests : IDisposable
{
    private const int Rows = 200_000;

    private readonly TestFolder _folder = new();

    private string Data => _folder.PathOf("data");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_that_may_not_grow_leaves_the_former_state()
    {
        var file = Prepare();

        // The shell's limit is in blocks of 512 bytes; a write beyond it fails as on a full disk. The runtime's own doubled mappings of
        // compiled code are files too.
        foreach (var blocks in new[] { 0, 1, 50, 500 })
        {
            var run = MedcodesProcess.Shell($"export DOTNET_EnableWriteXorExecute=0; trap '' XFSZ; ulimit -f {blocks}; medcodes data import '{file}' --data '{Data}' --setting practitioner --release 2024Q3");

            Assert.Equal(2, run.Code);
            AssertFormerState();
        }

        Assert.Equal(0, MedcodesProcess.Shell($"medcodes data import '{file}' --data '{Data}' --setting practitioner --release 2024Q3").Code);
        Assert.Equal(2, ReferenceData.Open(Data).Releases.Length);
    }

    [Fact]
    public void A_killed_import_leaves_the_former_state_or_the_new_one() => Kill(6);

    [LongFact]
    [Trait("Length", "Long")]
    public void An_import_killed_at_any_of_a_hundred_moments_leaves_the_former_state_or_the_new_one() => Kill(100);

    private void Kill(int times)
    {
        var file = Prepare();
        var whole = MedcodesProcess.Start("data", "import", file, "--data", Data, "--setting", "practitioner", "--release", "2024Q3");
        var watch = Stopwatch.StartNew();
        whole.WaitForExit();
        var length = watch.ElapsedMilliseconds;
        ReferenceData.Remove(Data, "ncci-ptp", null, null);
        var random = new Random(times);
        for (var i = 0; i < times; i++)
        {
            using var import = MedcodesProcess.Start("data", "import", file, "--data", Data, "--setting", "practitioner", "--release", "2024Q3");
            import.WaitForExit(random.Next((int)length));
            import.Kill();
            import.WaitForExit();

            Assert.All(ReferenceData.Verify(Data), check => Assert.Null(check.Value));
            var releases = ReferenceData.Open(Data).Releases;
            Assert.Contains(releases, release => release is { Table: "ncci-add-on", Rows: 10 });
            Assert.All(releases.Where(release => release.Table == "ncci-ptp"), release => Assert.Equal(Rows, release.Rows));
            ReferenceData.Remove(Data, "ncci-ptp", null, null);
        }

        // What the last one left lying is cleared by the next.
        using (var next = MedcodesProcess.Start("data", "import", file, "--data", Data, "--setting", "practitioner", "--release", "2024Q3"))
            next.WaitForExit();
        ReferenceData.Remove(Data, "ncci-ptp", null, null);
        AssertFormerState();
    }

    private string Prepare()
    {
        var addOns = _folder.Write(PublishedTables.AddOnName, PublishedTables.AddOns(10));
        Assert.Equal(0, MedcodesProcess.Shell($"medcodes data import '{addOns}' --data '{Data}'").Code);
        return _folder.Write("pairs.txt", PublishedTables.Pairs(Rows));
    }

    private void AssertFormerState()
    {
        Assert.Equal("ncci-add-on", Assert.Single(ReferenceData.Open(Data).Releases).Table);
        Assert.All(ReferenceData.Verify(Data), check => Assert.Null(check.Value));
        Assert.Single(Directory.GetFiles(Path.Combine(Data, "releases")));
        Assert.Empty(Directory.GetDirectories(Data, "incoming-*"));
    }
}
