using System.Text;
using MedCodes.Validator.Batches;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Engine;
using MedCodes.Validator.Tests.Rules;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Tests.Batches;

/// <summary>What a run has no room for in memory is in temporary files, which are closed when it ends, however it ends.</summary>
[Collection(Alone.Name)]
public sealed class TemporaryFileTests
{
    // More faults than are kept in memory, before the end and at it.
    private const int Claims = 4_000;
    private const int FaultsOfClaim = 10;

    private static readonly RuleSet CheckDigits = ShippedRules.Set.Without(ShippedRules.Set.Rules.Where(rule => rule.Id != "MC2001").Select(rule => rule.Id));

    [NeedsTheory(Need.OpenFiles)]
    [InlineData(false)]
    [InlineData(true)]
    public void Faults_that_are_too_many_for_memory_leave_no_file_open_even_where_reading_breaks_off(bool breaksOff)
    {
        var before = OpenFiles();
        var options = new ValidatorOptions { AsOf = new DateOnly(2024, 9, 16), Early = new Taker(breaksOff), Jobs = 1 };

        var error = Record.Exception(() => new ClaimValidator(CheckDigits, options).Check([SourceFile.FromBytes("bad.837", Encoding.UTF8.GetBytes(ManyBad()))]));

        Assert.Equal(breaksOff, error is EndOfStreamException);
        Assert.Empty(OpenFiles().Except(before));
    }

    private static string ManyBad()
    {
        var claims = FileTrial.Claims.Replace("1245319599", "1245319598", StringComparison.Ordinal);
        var (start, end) = (claims.IndexOf("ST*", StringComparison.Ordinal), claims.IndexOf("GE*", StringComparison.Ordinal));
        var bad = claims[start..end].Replace("SE*", string.Concat(Enumerable.Repeat("DTP*472*D8*2024XX01\n", FaultsOfClaim)) + "SE*", StringComparison.Ordinal);
        return claims[..start] + string.Concat(Enumerable.Repeat(bad, Claims)) + claims[end..];
    }

    private static List<string> OpenFiles() =>
        [.. new DirectoryInfo("/proc/self/fd").EnumerateFiles().Select(file => file.LinkTarget).OfType<string>().Where(target => target.Contains($"/medcodes-{Environment.ProcessId}-", StringComparison.Ordinal))];

    private sealed class Taker(bool breaksOff) : IEarlyFindings
    {
        private int _taken;

        public void Begin(RunDescription run)
        {
        }

        public void Take(ContentKind kind, FindingList findings)
        {
            _taken += findings.Count;
            if (breaksOff && _taken > Claims * 3 / 4)
                throw new EndOfStreamException();
        }

        public void Close(CheckedFile file, FindingList findings)
        {
        }
    }
}
