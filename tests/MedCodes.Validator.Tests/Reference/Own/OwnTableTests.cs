using MedCodes.Validator.Reference;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Tests.Reference.Own;

public sealed class OwnTableTests
{
    private const string Definition =
        """
        table: contract-rates
        summary: What the contracts pay.
        release: 2024-H2
        choose: dated
        period: [2024-07-01, 2024-12-31]
        columns:
          plan: name
          code: code
          rate: amount
          visits: number
          needs-permit: yes-no
          effective: date
          deleted: date
        keys: [[plan, code]]
        missing: none
        """;

    private const string Rows =
        "note,code,plan,rate,visits,needs-permit,effective,deleted\r\n"
        + "\"a, b\",11111,gold,120.50,3,yes,2024-01-01,2024-06-30\r\n,11111,gold,130,,no,2024-07-01,\r\n,22222,silver,1,1,no,2024-07-01,\r\n";

    [Theory]
    [InlineData("2024-06-30", "120.5")]
    [InlineData("2024-07-01", "130")]
    public void A_table_of_the_users_own_is_asked_by_key_and_day(string on, string rate)
    {
        using var data = new ImportedData();
        var result = data.Import(("rates.csv", Published.Bytes(Rows)), ("contract-rates.yaml", Published.Bytes(Definition)));

        Assert.Empty(result.Refusals);
        Assert.Equal(("contract-rates", "2024-H2", 3), (result.Releases[0].Table, result.Releases[0].Release, result.Releases[0].Rows));
        var answer = data.Ask("contract-rates", on, "2024-09-01", ("plan", "gold"), ("code", "11111"));
        Assert.Equal(rate, answer.Rows.Single(row => row.IsChosen).Cells.ToDictionary()["rate"]);
    }

    [Theory]
    [InlineData("none", "there is no such row, and the table would have it")]
    [InlineData("unknown", "contract-rates has no row for the code")]
    public void A_missing_key_means_what_the_definition_says(string missing, string reason)
    {
        using var data = new ImportedData();
        data.Import(("rates.csv", Published.Bytes(Rows)), ("rates.yaml", Published.Bytes(Definition.Replace("missing: none", $"missing: {missing}", StringComparison.Ordinal))));

        Assert.Equal(reason, data.Ask("contract-rates", "2024-08-01", ("plan", "gold"), ("code", "33333")).Reason);
    }

    [Fact]
    public void One_definition_serves_the_import_and_the_rules_that_name_the_table()
    {
        const string OfRules = Definition + "\nshape: row\nsource: { title: Contracts }\ncovers: { codes: [], dates: [2024-07-01, 2024-12-31] }\nrows: []\n";
        const string Rule =
            """
            id: MC5999
            name: rate-unlike-contract
            since: 0.1.0
            status: preview
            severity: warning
            category: codes
            snip: 5
            stage: audit-risk
            likelihood: depends
            actor: biller
            needs: none
            predicted: {}
            applies-to: [professional]
            summary: A line is charged below the contract.
            match:
              line: { is: line }
              rate: { is: contract-rates, where: { plan: gold, code: $line.code, in-force: $line.date } }
            check: { line.charge: { at-least: $rate.rate } }
            message: "{line.code} is charged below {rate.rate}."
            fix: Look at the contract.
            why: It is lost money.
            sources: [ { title: Contracts } ]
            tests:
              invalid: [ { name: below, tables: { contract-rates: [ [gold, 64490, 120, 1, no, 2024-07-01, ~] ] }, lines: [ { code: 64490, charge: 100 } ], expect: [ { line: 1 } ] } ]
            """;
        using var data = new ImportedData();
        using var rules = new TemporaryFolder();
        foreach (var folder in new[] { "tables", "claims/codes", "profiles" })
            Directory.CreateDirectory(rules.PathOf(folder));
        rules.Write("tables/contract-rates.yaml", Published.Bytes(OfRules));
        rules.Write("claims/codes/rate-unlike-contract.yaml", Published.Bytes(Rule));
        var profile = Path.Combine(Repository.Folder, "rules", "profiles", "medicare.yaml");
        rules.Write("profiles/medicare.yaml", File.ReadAllBytes(profile));

        Assert.Empty(data.Import(("rates.csv", Published.Bytes(Rows)), ("contract-rates.yaml", Published.Bytes(OfRules))).Refusals);
        var loaded = RuleSet.Load(rules.Path).With(ReferenceData.Open(data.Folder));
        var table = Assert.Single(loaded.DescribeTables());
        Assert.Equal(("contract-rates", "MC5999"), (table.Name, Assert.Single(table.UsedBy)));
        var key = new Dictionary<string, string> { ["plan"] = "gold", ["code"] = "11111" };
        Assert.True(loaded.LookUp("contract-rates", key, new DateOnly(2024, 8, 1), new DateOnly(2024, 9, 1)).Found);
    }

    [Theory]
    [InlineData("release: 2024-H2", "releese: 2024-H2", "unknown key 'releese'")]
    [InlineData("rate: amount", "rate: money", "unknown type 'money'")]
    [InlineData("keys: [[plan, code]]", "keys: [[plan, cod]]", "unknown column 'cod'")]
    [InlineData("keys: [[plan, code]]", "keys: [plan]", "list of lists")]
    [InlineData("period: [2024-07-01, 2024-12-31]", "period: [2024-12-31, 2024-07-01]", "the first one first")]
    [InlineData("  effective: date", "  since: date", "has a column effective")]
    [InlineData("table: contract-rates", "table: Contract Rates", "small letters, digits and hyphens")]
    [InlineData("table: contract-rates", "table: ncci-ptp", "the name of a published table")]
    [InlineData("missing: none", "missing: maybe", "unknown missing 'maybe'")]
    public void A_wrong_definition_says_what_is_wrong_with_it(string right, string wrong, string expected)
    {
        using var data = new ImportedData();
        var refusals = data.Import(("rates.csv", Published.Bytes(Rows)), ("rates.yaml", Published.Bytes(Definition.Replace(right, wrong, StringComparison.Ordinal)))).Refusals;

        Assert.Contains(refusals, refusal => refusal.Contains(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("11111,gold,x,1,no,2024-07-01,", "rate is not an amount")]
    [InlineData("11111,,1,1,no,2024-07-01,", "plan is part of a key and empty")]
    [InlineData("11111,gold,1,1,no,2024-07-01,2024-06-30", "deleted lies before effective")]
    [InlineData("11111,gold,1,1,perhaps,2024-07-01,", "needs-permit is not yes or no")]
    public void Malformed_rows_are_told_without_their_values(string row, string expected)
    {
        using var data = new ImportedData();
        var refusal = Assert.Single(data.Import(
            ("rates.csv", Published.Bytes("code,plan,rate,visits,needs-permit,effective,deleted\r\n" + row + "\r\n")), ("rates.yaml", Published.Bytes(Definition))).Refusals);

        Assert.Contains("line 2: " + expected, refusal);
    }

    [Fact]
    public void A_snapshot_has_one_row_for_each_key()
    {
        using var data = new ImportedData();
        var definition = Definition.Replace("choose: dated", "choose: snapshot", StringComparison.Ordinal);

        Assert.Contains("the key has a row already", Assert.Single(data.Import(("rates.csv", Published.Bytes(Rows)), ("rates.yaml", Published.Bytes(definition))).Refusals));
    }

    [Fact]
    public void A_definition_without_its_rows_says_which_columns_it_waits_for()
    {
        using var data = new ImportedData();

        Assert.Contains("no file has the rows of the table 'contract-rates'", Assert.Single(data.Import(("rates.yaml", Published.Bytes(Definition))).Refusals));
        Assert.Contains(
            data.Import(("rates.yaml", Published.Bytes(Definition)), ("rates.csv", Published.Bytes("code,plan\r\n11111,gold\r\n"))).Refusals,
            refusal => refusal.Contains("is none of the tables that are known", StringComparison.Ordinal));
    }
}
