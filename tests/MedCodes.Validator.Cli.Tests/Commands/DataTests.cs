using MedCodes.Validator.Cli.Commands;
using MedCodes.Validator.Cli.Tests.Support;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Cli.Tests.Commands;

public sealed class DataTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Import_names_what_it_imported()
    {
        var run = Run("data", "import", AddOns("11111T       22222       2020001\r\n"), "--data", _folder.PathOf("data"));

        Assert.Equal("imported ncci-add-on medicare 2024Q3: 1 rows, 2020-01-01 to 2024-09-30\n", run.Out);
        Assert.Equal("", run.Err);
        Assert.Equal(0, run.Code);
    }

    [Fact]
    public void Progress_is_shown_on_a_terminal_and_wiped_away()
    {
        using var terminal = new TestTerminal { ErrorIsTerminal = true };
        var code = Medcodes.Run(["data", "import", AddOns(PublishedTables.AddOns(10)), "--data", _folder.PathOf("data")], terminal, null);

        Assert.Equal(0, code);
        Assert.Contains("100 %", terminal.Err, StringComparison.Ordinal);
        Assert.EndsWith("\r", terminal.Err, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_file_ends_with_2_and_tells_what_was_expected_and_found()
    {
        var run = Run("data", "import", _folder.Write("claims.txt", "ISA*00*CANARYNAME~"), "--data", _folder.PathOf("data"));

        Assert.Equal(2, run.Code);
        Assert.Contains("is none of the tables that are known", run.Err, StringComparison.Ordinal);
        Assert.Contains("found: an X12 interchange", run.Err, StringComparison.Ordinal);
        Assert.Contains("error: nothing was imported\n", run.Err, StringComparison.Ordinal);
        Assert.DoesNotContain("CANARYNAME", run.Err, StringComparison.Ordinal);
        Assert.Equal("", run.Out);
    }

    [Fact]
    public void A_file_that_is_not_there_is_said()
    {
        var run = Run("data", "import", "no-such-file.zip", "--data", _folder.PathOf("data"));

        Assert.Equal((2, "error: cannot read 'no-such-file.zip': there is no such file\n"), (run.Code, run.Err));
    }

    [Fact]
    public void Bad_rows_are_warned_of_by_line()
    {
        var run = Run("data", "import", AddOns(PublishedTables.AddOns(1500) + "bad row\r\n"), "--data", _folder.PathOf("data"));

        Assert.Equal(0, run.Code);
        Assert.Contains("line 1501: the type is 1, 2 or 3; the row is left out", run.Err, StringComparison.Ordinal);
        Assert.Contains("1,500 rows", run.Out, StringComparison.Ordinal);
        Assert.EndsWith("1 malformed row left out\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Status_shows_releases_and_what_rules_want()
    {
        Run("data", "import", AddOns(PublishedTables.AddOns(1)), "--data", _folder.PathOf("data"));

        var run = Run("data", "status", "--data", _folder.PathOf("data"));

        Assert.Equal(0, run.Code);
        Assert.Contains("ncci-add-on  medicare  2024Q3  1 rows", run.Out, StringComparison.Ordinal);
        Assert.Contains("ncci-add-on: imported; asked by MC4101", run.Out, StringComparison.Ordinal);
        Assert.Contains("ncci-mue: not imported; curated 2024Q3", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Status_shows_gaps_between_releases()
    {
        foreach (var effective in "01-01-2024 07-01-2024".Split(' '))
        {
            var file = _folder.Write(
                $"MCR_MUE_Eff_{effective}.csv",
                "HCPCS/CPT Code,Practitioner Services MUE Values,MUE Adjudication Indicator,MUE Rationale\r\n11111,1,2 x,y\r\n");
            Run("data", "import", file, "--data", _folder.PathOf("data"));
        }

        var run = Run("data", "status", "--data", _folder.PathOf("data"));

        Assert.Contains("gap: ncci-mue medicare practitioner 2024-04-01 to 2024-06-30\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("not imported for setting hospital", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Lookup_explains_the_answer()
    {
        Run("data", "import", AddOns("11111T       22222       2020001\r\n11111T       33333       20200012024001\r\n"), "--data", _folder.PathOf("data"));

        var run = Run("data", "lookup", "ncci-add-on", "1111t", "--on", "2024-08-01", "--data", _folder.PathOf("data"));

        Assert.Equal(
            "ncci-add-on medicare 1111T on 2024-08-01: found\n"
            + "  release 2024Q3 (NCCI add-on code edits, 2024Q3)\n"
            + "  type 1, primary 22222, effective 2020-01-01: counts\n"
            + "  type 1, primary 33333, effective 2020-01-01, deleted 2024-01-01: not in force\n",
            run.Out);
    }

    [Theory]
    [InlineData("error: there is no table 'ncci-ptq'; did you mean 'ncci-ptp'?\n", "ncci-ptq", "64493")]
    [InlineData("error: the table 'ncci-ptp' is asked by column1 and column2\n", "ncci-ptp", "64493")]
    [InlineData("error: --where takes program=NAME or setting=NAME, not 'seting=x'\n", "ncci-mue", "64493", "--where", "seting=x")]
    [InlineData("error: --on takes a day such as 2024-09-01, not 'today'\n", "ncci-mue", "64493", "--on", "today")]
    public void A_wrong_lookup_says_what_is_wrong(string error, params string[] arguments)
    {
        var run = Run([.. arguments.Prepend("lookup").Prepend("data")]);

        Assert.Equal((2, error), (run.Code, run.Err));
    }

    [Fact]
    public void Verify_finds_damage_and_remove_mends_it()
    {
        var data = _folder.PathOf("data");
        Run("data", "import", AddOns(PublishedTables.AddOns(100)), "--data", data);
        Assert.StartsWith("good: ncci-add-on~medicare~2024Q3~", Run("data", "verify", "--data", data).Out, StringComparison.Ordinal);
        var release = Directory.GetFiles(Path.Combine(data, "releases")).Single();
        var bytes = File.ReadAllBytes(release);
        bytes[^5] ^= 1;
        File.Delete(release);
        File.WriteAllBytes(release, bytes);

        var run = Run("data", "verify", "--data", data);
        Assert.Equal(2, run.Code);
        Assert.Contains("its checksum is another one", run.Err, StringComparison.Ordinal);
        Assert.StartsWith("removed: ", Run("data", "remove", "ncci-add-on", "--data", data).Out, StringComparison.Ordinal);
        Assert.Equal("nothing is imported\n", Run("data", "verify", "--data", data).Out);
    }

    [Fact]
    public void What_is_not_imported_cannot_be_removed()
    {
        var run = Run("data", "remove", "ncci-ptp", "2024Q3", "--data", _folder.PathOf("data"));

        Assert.Equal((2, "error: no such release is imported: ncci-ptp 2024Q3\n"), (run.Code, run.Err));
    }

    [Fact]
    public void The_folder_is_the_option_then_the_variable_then_the_users_own()
    {
        var file = AddOns(PublishedTables.AddOns(1));
        Run("data", "import", file, "--data", _folder.PathOf("option"));
        Run([("MEDCODES_DATA", _folder.PathOf("variable"))], "data", "import", file);
        Run([("HOME", _folder.Path), ("LOCALAPPDATA", _folder.Path)], "data", "import", file);
        Run([("XDG_DATA_HOME", _folder.PathOf("own")), ("LOCALAPPDATA", _folder.PathOf("own"))], "data", "import", file);

        Assert.All("option variable own/medcodes".Split(' '), folder => Assert.True(File.Exists(_folder.PathOf($"{folder}/catalogue")), folder));
        Assert.Equal((2, "error: there is no data directory; give one with --data or MEDCODES_DATA\n"), (Run("data", "import", file).Code, Run("data", "import", file).Err));
    }

    [Fact]
    public void Check_asks_the_imported_table_and_names_it()
    {
        var (before, _) = Check("--as-of", "2024-09-01");
        Run("data", "import", AddOns("11111T       22222       2020001\r\n"), "--data", _folder.PathOf("data"));

        var (after, text) = Check("--as-of", "2024-09-01", "--data", _folder.PathOf("data"));

        // In the table that was imported the code of the claim is no add-on.
        Assert.Equal((1, 0), (before, after));
        Assert.Contains("ncci-add-on 2024Q3 medicare (full, 1 row", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("--extrapolate", true)]
    [InlineData("extrapolate: yes", true)]
    [InlineData("extrapolate: no", false)]
    public void Releases_answer_for_days_beyond_them_where_option_or_configuration_says_so(string said, bool answers)
    {
        var data = _folder.PathOf("data");
        const string Limits = "HCPCS/CPT Code,Practitioner Services MUE Values,MUE Adjudication Indicator,MUE Rationale\r\n71046,0,3 x,y\r\n";
        Run("data", "import", _folder.Write("MUE_Eff_04-01-2024.csv", Limits), "--data", data);

        // No shipped table speaks of the code, and the imported one ended before the day of service.
        var claims = _folder.Write("claims.837", File.ReadAllText(Repository.PathOf(Samples.BatchWithErrors)).Replace("64491", "71046", StringComparison.Ordinal));
        string[] option = said.StartsWith('-') ? [said] : ["--config", _folder.Write("medcodes.yaml", said + "\n")];
        using var terminal = new TestTerminal();
        Medcodes.Run(["check", claims, "--as-of", "2024-09-01", "--data", data, .. option], terminal, new Validation(terminal).Check);

        Assert.Equal(answers, terminal.Out.Contains("ncci-mue 2024Q2, key medicare / practitioner / 71046, beyond the dates of the release", StringComparison.Ordinal));
    }

    [Fact]
    public void A_table_of_the_users_own_is_looked_up_by_its_names()
    {
        var definition = _folder.Write(
            "rates.yaml",
            "table: rates\nrelease: 2024-H2\nchoose: snapshot\nperiod: [2024-07-01, 2024-12-31]\ncolumns: { plan: name, code: code, rate: amount }\nkeys: [[plan, code]]\nmissing: none\n");
        var data = _folder.PathOf("data");
        Assert.Equal(0, Run("data", "import", definition, _folder.Write("rates.csv", "code,plan,rate\n11111,gold,120.50\n"), "--data", data).Code);

        Assert.Contains("rate 120.5: counts", Run("data", "lookup", "rates", "11111", "--where", "plan=gold", "--on", "2024-08-01", "--data", data).Out, StringComparison.Ordinal);
        Assert.Equal("error: the table 'rates' is asked with --where plan=NAME besides\n", Run("data", "lookup", "rates", "11111", "--data", data).Err);
    }

    [Fact]
    public void Check_refuses_a_data_folder_that_is_not_there()
    {
        using var terminal = new TestTerminal();
        var code = Medcodes.Run(["check", "--data", _folder.PathOf("none"), Repository.PathOf(Samples.BatchWithErrors)], terminal, new Validation(terminal).Check);

        Assert.Equal((2, $"error: there is no data folder '{_folder.PathOf("none")}'; medcodes data import makes one\n"), (code, terminal.Err));
    }

    private static (int Code, string Out) Check(params string[] arguments)
    {
        using var terminal = new TestTerminal();
        return (Medcodes.Run(["check", Repository.PathOf(Samples.BatchWithErrors), .. arguments], terminal, new Validation(terminal).Check), terminal.Out);
    }

    private string AddOns(string text) => _folder.Write(PublishedTables.AddOnName, text);

    private static (int Code, string Out, string Err) Run(params string[] arguments) => Run([], arguments);

    private static (int Code, string Out, string Err) Run((string Name, string Value)[] variables, params string[] arguments)
    {
        using var terminal = new TestTerminal();
        foreach (var (name, value) in variables)
            terminal.With(name, value);
        return (Medcodes.Run(arguments, terminal, null), terminal.Out, terminal.Err);
    }
}
