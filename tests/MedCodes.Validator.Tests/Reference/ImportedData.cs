using MedCodes.Validator.Reference;
using MedCodes.Validator.Reference.Importing;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Tests.Reference;

/// <summary>A data folder for one test, with the shipped rules over it.</summary>
internal sealed class ImportedData : IDisposable
{
    private static readonly RuleSet Shipped = RuleSet.Load(Path.Combine(Repository.Folder, "rules"));

    private readonly TemporaryFolder _files = new();

    public string Folder => _files.PathOf("data");

    public ImportResult Import(params (string Name, byte[] Bytes)[] files) => Import(new ImportOptions(), files);

    public ImportResult Import(ImportOptions options, params (string Name, byte[] Bytes)[] files) =>
        TableImport.Import(Folder, [.. files.Select(file => _files.Write(file.Name, file.Bytes))], options);

    /// <summary>A set of pairs in four files: the rows in the first, and one row in each other.</summary>
    public ImportResult ImportPairs(string rows, string setting = "practitioner", string release = "2024q3") =>
        Import([.. Enumerable.Range(1, 4).Select(part => ($"{setting}-{release}-f{part}.zip", PartOf(part, rows, setting)))]);

    public RuleSet Rules(bool extrapolate = false) => Shipped.With(ReferenceData.Open(Folder, extrapolate));

    public TableExplanation Ask(string table, string on, params (string Column, string Value)[] key) => Ask(table, on, "2024-09-01", key);

    public TableExplanation Ask(string table, string on, string asOf, params (string Column, string Value)[] key) => Rules().LookUp(
        table,
        key.ToDictionary(part => part.Column, part => part.Value),
        DateOnly.ParseExact(on, "yyyy-MM-dd"),
        DateOnly.ParseExact(asOf, "yyyy-MM-dd"));

    public TableExplanation AskPair(string column1, string column2, string on, string setting = "practitioner", string asOf = "2024-09-01") => Ask(
        "ncci-ptp", on, asOf, ("program", "medicare"), ("setting", setting), ("column1", column1), ("column2", column2));

    private static byte[] PartOf(int part, string rows, string setting) => Published.Zip(
        ($"{setting}-f{part}.TXT", Published.Bytes(Published.PairHeading + (part == 1 ? rows : Published.Pair($"9999{part}", "99990")))));

    public void Dispose() => _files.Dispose();
}
