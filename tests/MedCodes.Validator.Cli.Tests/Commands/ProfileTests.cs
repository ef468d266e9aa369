using MedCodes.Validator.Cli.Commands;
using MedCodes.Validator.Cli.Tests.Support;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Cli.Tests.Commands;

/// <summary>Payer profiles and their parameters, on the command line and in the configuration.</summary>
public sealed class ProfileTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly string _claims;

    public ProfileTests() => _claims = _folder.Write("claims/batch.837", File.ReadAllText(Repository.PathOf(Samples.BatchWithErrors)));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_profile_on_the_command_line_is_that_of_every_claim()
    {
        var usual = Check();
        var other = Check("--profile", "workers-compensation");

        Assert.Contains("profiles: medicare for 1 claim\n", usual.Out, StringComparison.Ordinal);
        Assert.Contains("error[MC4101]", usual.Out, StringComparison.Ordinal);
        Assert.Contains("profiles: workers-compensation for 1 claim\n", other.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("MC4101", other.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_configuration_chooses_the_profile_and_its_parameters_and_the_report_says_so()
    {
        var config = _folder.Write("medcodes.yaml", "profile: commercial\nprofiles:\n  medicare: { timely-filing-notice: 45, others-bill: yes }\n");

        var run = Check("--config", config, "-o", "human", "-o", "ndjson=" + _folder.PathOf("saved.ndjson"));
        using var again = new TestTerminal();
        Medcodes.Run(["render", _folder.PathOf("saved.ndjson")], again, null);
        using var shown = new TestTerminal();
        Medcodes.Run(["config", "show", "--config", config], shown, null);

        Assert.Contains("profiles: commercial for 1 claim with others-bill = yes and timely-filing-notice = 45\n", run.Out, StringComparison.Ordinal);
        Assert.Equal(run.Out, again.Out);
        Assert.Matches(@"profile = commercial +# .*medcodes\.yaml:1\n", shown.Out);
        Assert.Matches(@"profiles\.medicare\.timely-filing-notice = 45 +# .*medcodes\.yaml:3\n", shown.Out);
        Assert.Contains("profiles: medicare for", Check("--config", config, "--profile", "medicare").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_profile_of_pages_is_none_of_claims()
    {
        using var terminal = new TestTerminal();

        Assert.Equal(2, Medcodes.Run(["check", "--profile", "editors", _claims], terminal, (_, _) => throw new InvalidOperationException("nothing is to be judged")));

        Assert.Contains("there is no profile 'editors'", terminal.Err, StringComparison.Ordinal);
    }

    [Fact]
    public void A_profile_that_there_is_not_ends_with_2_and_the_nearest_name()
    {
        using var terminal = new TestTerminal();

        Assert.Equal(2, Run(terminal, "--profile", "medicad"));

        Assert.Equal("error: there is no profile 'medicad'; did you mean 'medicaid'?\n", terminal.Err);
    }

    [Fact]
    public void What_a_configuration_below_says_of_profiles_is_said_not_to_hold()
    {
        _folder.Write("claims/medcodes.yaml", "profile: commercial\n");

        var run = MedcodesProcess.Shell($"cd '{_folder.Path}' && medcodes check --as-of 2024-09-01 claims");

        Assert.Contains("note: what claims/medcodes.yaml says of profiles and extrapolate holds only for runs from its folder", run.Err, StringComparison.Ordinal);
        Assert.Contains("profiles: medicare for 1 claim", run.Out, StringComparison.Ordinal);
    }

    private (string Out, string Err) Check(params string[] options)
    {
        using var terminal = new TestTerminal();
        Run(terminal, options);
        return (terminal.Out, terminal.Err);
    }

    private int Run(TestTerminal terminal, params string[] options) =>
        Medcodes.Run(["check", "--as-of", "2024-09-01", .. options, _claims], terminal, new Validation(terminal).Check);
}
