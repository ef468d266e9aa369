using MedCodes.Validator.Cli.Commands;
using MedCodes.Validator.Cli.Tests.Support;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Cli.Tests.Commands;

public sealed class InspectTests : IDisposable
{
    private static readonly string Batch = Path.Combine(Repository.Folder, "fixtures", "claims", "two-transactions.837");
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_is_shown_without_what_finds_an_account()
    {
        var terminal = new TestTerminal();

        Assert.Equal(0, Medcodes.Run(["inspect", Batch], terminal, null));

        Assert.Contains("2 claims", terminal.Out, StringComparison.Ordinal);
        Assert.Contains("transaction: 005010X222A1, professional, made 2024, 1 claim", terminal.Out, StringComparison.Ordinal);
        Assert.Contains("payer 00001 TESTPAYER", terminal.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("SYNTHETIC", terminal.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("TESTPATIENT", terminal.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("2024-", terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Dates_and_control_numbers_are_shown_where_they_are_asked_for()
    {
        var terminal = new TestTerminal();

        Assert.Equal(0, Medcodes.Run(["inspect", "--phi", "account", Batch], terminal, null));

        Assert.Contains("dates of service 2024-", terminal.Out, StringComparison.Ordinal);
        Assert.Contains("from SYNTHETIC to TESTRECEIVER", terminal.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("TESTPATIENT", terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_is_never_shown() =>
        Assert.Equal(2, Medcodes.Run(["inspect", "--phi", "show", Batch], new TestTerminal(), null));

    [Fact]
    public void Faults_are_counted_by_kind()
    {
        var terminal = new TestTerminal();
        var text = File.ReadAllText(Batch);

        Assert.Equal(0, Medcodes.Run(["inspect", _folder.Write("cut.837", text[..text.LastIndexOf("IEA", StringComparison.Ordinal)])], terminal, null));

        Assert.Contains("fault truncated-file: 1", terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_claim_file_ends_with_1()
    {
        var terminal = new TestTerminal();

        Assert.Equal(1, Medcodes.Run(["inspect", _folder.Write("page.txt", "a page")], terminal, null));
        Assert.Contains("no claim file", terminal.Out, StringComparison.Ordinal);
    }
}
