using System.Reflection;

namespace MedCodes.Validator.Tests.Support;

public sealed class SnapshotTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("medcodes-snapshot-");

    private string Stem => Path.Combine(_folder.FullName, "Some.Test");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_approved_text_passes_whatever_its_line_ends()
    {
        File.WriteAllText(Stem + ".verified.txt", "one\r\ntwo\r\n");

        Snapshot.Match(Stem, "one\ntwo\n", approves: false, underCi: false);

        Assert.False(File.Exists(Stem + ".received.txt"));
    }

    [Fact]
    public void Another_text_fails_and_is_left_beside_the_approved_one()
    {
        File.WriteAllText(Stem + ".verified.txt", "one\n");

        Assert.ThrowsAny<Exception>(() => Snapshot.Match(Stem, "two\n", approves: false, underCi: false));

        Assert.Equal("two\n", File.ReadAllText(Stem + ".received.txt"));
        Assert.Equal("one\n", File.ReadAllText(Stem + ".verified.txt"));
    }

    [Fact]
    public void A_text_without_an_approved_one_fails() =>
        Assert.ThrowsAny<Exception>(() => Snapshot.Match(Stem, "one\n", approves: false, underCi: false));

    [Fact]
    public void Approving_writes_the_text()
    {
        Snapshot.Match(Stem, "one\n", approves: true, underCi: false);

        Assert.Equal("one\n", File.ReadAllText(Stem + ".verified.txt"));
    }

    [Fact]
    public void Approving_is_refused_under_ci()
    {
        File.WriteAllText(Stem + ".verified.txt", "one\n");

        Assert.ThrowsAny<Exception>(() => Snapshot.Match(Stem, "two\n", approves: true, underCi: true));

        Assert.Equal("one\n", File.ReadAllText(Stem + ".verified.txt"));
    }

    [Fact]
    public void Every_snapshot_belongs_to_a_test() => Assert.Empty(OrphanSnapshots.In(Assembly.GetExecutingAssembly()));
}
