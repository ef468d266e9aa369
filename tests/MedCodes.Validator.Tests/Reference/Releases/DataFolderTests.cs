using MedCodes.Validator.Reference;
using MedCodes.Validator.Reference.Importing;

namespace MedCodes.Validator.Tests.Reference.Releases;

public sealed class DataFolderTests
{
    [Fact]
    public void Importing_again_replaces_the_release_and_leaves_nothing_behind()
    {
        using var data = new ImportedData();
        data.ImportPairs(Published.Pair("11111", "22222"));
        data.ImportPairs(Published.Pair("11111", "33333"));

        Assert.Single(ReferenceData.Open(data.Folder).Releases);
        Assert.False(data.AskPair("11111", "22222", "2024-08-01").Found);
        Assert.Single(Directory.GetFiles(Path.Combine(data.Folder, "releases")));
        Assert.Equal(["catalogue", "lock", "releases"], Directory.EnumerateFileSystemEntries(data.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_bad_file_beside_good_ones_leaves_the_former_state()
    {
        using var data = new ImportedData();
        data.ImportPairs(Published.Pair("11111", "22222"));
        var before = ReferenceData.Open(data.Folder).Releases;
        var result = data.Import(
            ("AOC_V2024Q3-MCR.txt", Published.Bytes(Published.AddOn("1", "1111T", "22222"))),
            ("Eff_07-01-2024.csv", Published.Bytes(Published.LimitHeading + "bad,bad,bad,bad\r\n")));

        Assert.Single(result.Refusals);
        Assert.Empty(result.Releases);
        Assert.Equal(before.Select(release => release.File), ReferenceData.Open(data.Folder).Releases.Select(release => release.File));
    }

    [Fact]
    public void A_release_with_any_byte_changed_is_found_out()
    {
        using var data = new ImportedData();
        data.Import(("AOC_V2024Q3-MCR.txt", Published.Bytes(Published.AddOn("1", "1111T", "22222"))));
        var file = Assert.Single(Directory.GetFiles(Path.Combine(data.Folder, "releases")));
        var bytes = File.ReadAllBytes(file);
        Assert.Null(Assert.Single(ReferenceData.Verify(data.Folder)).Value);
        for (var i = 0; i < bytes.Length; i++)
        {
            var damaged = (byte[])bytes.Clone();
            damaged[i] ^= 0x20;
            Replace(file, damaged);
            Assert.True(Assert.Single(ReferenceData.Verify(data.Folder)).Value is not null, $"byte {i}");
        }
    }

    [Fact]
    public void What_was_verified_or_refused_stays_mapped_no_longer()
    {
        // Only there the system tells what is mapped.
        if (!OperatingSystem.IsLinux())
            return;
        using var data = new ImportedData();
        data.Import(("AOC_V2024Q3-MCR.txt", Published.Bytes(Published.AddOn("1", "1111T", "22222"))));
        var file = Assert.Single(Directory.GetFiles(Path.Combine(data.Folder, "releases")));
        Assert.Null(Assert.Single(ReferenceData.Verify(data.Folder)).Value);
        Replace(file, File.ReadAllBytes(file)[..100]);
        Assert.Throws<InvalidDataException>(() => ReferenceData.Open(data.Folder));

        Assert.DoesNotContain(data.Folder, File.ReadAllText("/proc/self/maps"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_release_cut_off_anywhere_is_refused_on_opening()
    {
        using var data = new ImportedData();
        data.Import(("AOC_V2024Q3-MCR.txt", Published.Bytes(Published.AddOn("1", "1111T", "22222"))));
        var file = Assert.Single(Directory.GetFiles(Path.Combine(data.Folder, "releases")));
        var bytes = File.ReadAllBytes(file);
        for (var length = 0; length < bytes.Length; length++)
        {
            Replace(file, bytes[..length]);
            Assert.Throws<InvalidDataException>(() => ReferenceData.Open(data.Folder));
        }

        Replace(file, [.. bytes, 0]);
        Assert.Throws<InvalidDataException>(() => ReferenceData.Open(data.Folder));
    }

    [Fact]
    public void A_release_whose_contents_are_damaged_never_crashes_a_lookup()
    {
        using var data = new ImportedData();
        data.ImportPairs(Published.Pair("11111", "22222"));
        var file = Assert.Single(Directory.GetFiles(Path.Combine(data.Folder, "releases")));
        var bytes = File.ReadAllBytes(file);
        var random = new Random(1);
        for (var i = 0; i < 500; i++)
        {
            var damaged = (byte[])bytes.Clone();
            for (var place = bytes.Length / 3; place < bytes.Length; place++)
                damaged[place] = random.Next(4) == 0 ? (byte)random.Next(256) : bytes[place];
            Replace(file, damaged);
            try
            {
                _ = data.AskPair("11111", "22222", "2024-08-01");
            }
            catch (InvalidDataException)
            {
                // It says that it is damaged.
            }
        }
    }

    [Fact]
    public void A_damaged_catalogue_is_refused()
    {
        using var data = new ImportedData();
        data.ImportPairs(Published.Pair("11111", "22222"));
        var catalogue = Path.Combine(data.Folder, "catalogue");
        var text = File.ReadAllText(catalogue);
        for (var i = 0; i < text.Length; i++)
        {
            File.WriteAllText(catalogue, text.Remove(i, 1));
            Assert.Throws<InvalidDataException>(() => ReferenceData.Open(data.Folder));
        }
    }

    [Fact]
    public void A_release_that_is_missing_is_said()
    {
        using var data = new ImportedData();
        data.ImportPairs(Published.Pair("11111", "22222"));
        File.Delete(Assert.Single(Directory.GetFiles(Path.Combine(data.Folder, "releases"))));

        Assert.Contains("missing", Assert.Throws<InvalidDataException>(() => ReferenceData.Open(data.Folder)).Message);
        Assert.Equal("the file is missing", Assert.Single(ReferenceData.Verify(data.Folder)).Value);
    }

    [Fact]
    public void Releases_are_removed_by_table_release_and_part()
    {
        using var data = new ImportedData();
        data.ImportPairs(Published.Pair("11111", "22222"));
        data.ImportPairs(Published.Pair("11111", "22222"), "hospital");

        Assert.Empty(ReferenceData.Remove(data.Folder, "ncci-ptp", "2024Q4", null));
        Assert.Single(ReferenceData.Remove(data.Folder, "ncci-ptp", "2024Q3", "hospital"));
        Assert.Equal("medicare practitioner", string.Join(' ', Assert.Single(ReferenceData.Open(data.Folder).Releases).Part));
        Assert.Single(ReferenceData.Remove(data.Folder, "ncci-ptp", null, null));
        Assert.Empty(ReferenceData.Open(data.Folder).Releases);
    }

    [Fact]
    public void What_a_dead_import_left_behind_is_cleared_away_and_what_a_living_one_has_is_not()
    {
        using var data = new ImportedData();
        data.ImportPairs(Published.Pair("11111", "22222"));
        var dead = Directory.CreateDirectory(Path.Combine(data.Folder, "incoming-dead"));
        File.WriteAllText(Path.Combine(dead.FullName, "release"), "half");
        File.WriteAllText(Path.Combine(data.Folder, "releases", "orphan.release"), "half");
        var living = Directory.CreateDirectory(Path.Combine(data.Folder, "incoming-living"));
        using (new FileStream(Path.Combine(living.FullName, "lock"), FileMode.Create, FileAccess.Write, FileShare.None))
            data.ImportPairs(Published.Pair("11111", "33333"));

        Assert.False(dead.Exists && Directory.Exists(dead.FullName));
        Assert.True(Directory.Exists(living.FullName));
        Assert.Single(Directory.GetFiles(Path.Combine(data.Folder, "releases")));
    }

    [Fact]
    public void Imports_at_once_all_count_and_readers_always_see_whole_releases()
    {
        using var data = new ImportedData();
        data.ImportPairs(Published.Pair("11111", "22222"));
        var files = Enumerable.Range(1, 8).Select(quarter => ($"AOC_V20{15 + quarter}Q3.txt", Published.Bytes(Published.AddOn("1", "1111T", "22222")))).ToList();
        Parallel.For(0, 16, number =>
        {
            if (number % 2 == 0)
                Assert.Empty(data.Import(files[number / 2]).Refusals);
            else
                Assert.True(data.AskPair("11111", "22222", "2024-08-01").Found);
        });

        Assert.Equal(9, ReferenceData.Open(data.Folder).Releases.Length);
        Assert.All(ReferenceData.Verify(data.Folder), check => Assert.Null(check.Value));
    }

    [Fact]
    public void A_cancelled_import_changes_nothing()
    {
        using var data = new ImportedData();
        data.ImportPairs(Published.Pair("11111", "22222"));
        using var files = new Support.TemporaryFolder();
        var file = files.Write("AOC_V2024Q3.txt", Published.Bytes(Published.AddOn("1", "1111T", "22222")));

        Assert.Throws<OperationCanceledException>(() => TableImport.Import(data.Folder, [file], new ImportOptions(), null, new CancellationToken(canceled: true)));
        Assert.Single(ReferenceData.Open(data.Folder).Releases);
        Assert.Empty(Directory.GetDirectories(data.Folder, "incoming-*"));
    }

    // A mapped file keeps its contents; a damaged one is a new file.
    private static void Replace(string file, byte[] bytes)
    {
        File.Delete(file);
        File.WriteAllBytes(file, bytes);
    }
}
