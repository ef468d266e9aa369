using MedCodes.Validator.Batches;
using MedCodes.Validator.Reporting;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Rules;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Tests.Batches;

public sealed class MemoryTests
{
    private static readonly DateOnly AsOf = new(2024, 9, 16);

    private static readonly string[] Files =
        [.. new[] { "*.837", "*.json", "*.ndjson" }.SelectMany(pattern => Directory.EnumerateFiles(Repository.PathOf("fixtures", "claims"), pattern, SearchOption.AllDirectories)).Order(StringComparer.Ordinal)];

    [Theory]
    [InlineData(20_000, 1)]
    [InlineData(20_000, 3)]
    [InlineData(200_000, 2)]
    public void Any_amount_of_memory_writes_the_same_bytes(long memory, int jobs) =>
        Assert.Equal(Written(ValidatorOptions.UsualMemory, 1, null), Written(memory, jobs, null));

    [Fact]
    public void Earlier_claims_are_found_for_the_patients_of_every_part()
    {
        var history = new ClaimHistory(FileAt(Files.First(path => path.EndsWith("pain-clinic-batch.837", StringComparison.Ordinal))), new DateOnly(2023, 1, 1));

        Assert.Equal(Written(ValidatorOptions.UsualMemory, 1, history), Written(20_000, 1, history));
    }

    [Fact]
    public void Why_a_rule_is_silent_is_told_with_little_memory_too()
    {
        var file = FileAt(Files.First(path => path.EndsWith("pain-clinic-batch.837", StringComparison.Ordinal)));

        var little = ValidatorOf(2_000, 1).WhyNot(file, "MC4101", 2);

        Assert.NotNull(little);
        Assert.Equal(ValidatorOf(ValidatorOptions.UsualMemory, 1).WhyNot(file, "MC4101", 2)!.Outcome, little.Outcome);
    }

    [Fact]
    public void A_file_that_changes_before_it_is_read_again_is_said_to_have_changed()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "claims.837");
        File.Copy(Files.First(other => other.EndsWith("pain-clinic-batch.837", StringComparison.Ordinal)), path);
        var source = SourceFile.OnDisk(path);
        var watcher = new Watcher(() => File.AppendAllText(path, "\n"));
        var validator = new ClaimValidator(ShippedRules.Set, new ValidatorOptions { AsOf = AsOf, Memory = 2_000, Jobs = 1, Progress = watcher });

        var report = validator.Check([source]);

        Assert.Single(report.Findings, finding => finding.Rule.Name == "file-changed");
    }

    [Fact]
    public void There_is_some_memory() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ValidatorOptions { AsOf = AsOf, Memory = 0 });

    private static SourceFile FileAt(string path) => SourceFile.FromBytes(path, File.ReadAllBytes(path));

    private static ClaimValidator ValidatorOf(long memory, int jobs) =>
        new(ShippedRules.Set, new ValidatorOptions { AsOf = AsOf, Jobs = jobs, Memory = memory });

    private static string Written(long memory, int jobs, ClaimHistory? history)
    {
        var report = ValidatorOf(memory, jobs).Check(Files.Select(FileAt), history);
        using var output = new MemoryStream();
        ReportFormats.Write("json", ShownReport.Of(report), output, new ReportSettings());
        return System.Text.Encoding.UTF8.GetString(output.ToArray());
    }

    // Told first when a file was read.
    private sealed class Watcher(Action onFirst) : IProgress<CheckProgress>
    {
        private bool _wasTold;

        public void Report(CheckProgress value)
        {
            if (_wasTold)
                return;
            _wasTold = true;
            onFirst();
        }
    }
}
