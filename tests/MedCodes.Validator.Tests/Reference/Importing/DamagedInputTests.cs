using System.Text;
using MedCodes.Validator.Reference;
using MedCodes.Validator.Reference.Importing;
using MedCodes.Validator.Tests.Reference.Coverages;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Tests.Reference.Importing;

/// <summary>Whatever the bytes, an import ends with releases that are whole or with a refusal.</summary>
public sealed class DamagedInputTests
{
    private const int Few = 60;
    private const int Many = 2_000;

    public static TheoryData<string> Names => [.. Files.Keys];

    public static TheoryData<string> TextNames => [.. TextFiles];

    // Writing to the disk is waited for, and who waits would be given ever more threads.
    private static ParallelOptions AtOnce => new() { MaxDegreeOfParallelism = Environment.ProcessorCount };

    private static IEnumerable<string> TextFiles => Files.Keys.Where(name => Path.GetExtension(name) is ".txt" or ".csv");

    private static IReadOnlyDictionary<string, byte[]> Files { get; } = new Dictionary<string, byte[]>
    {
        ["practitioner-2024q3.txt"] = Published.Bytes(Published.PairHeading + Published.Pair("11111", "22222") + Published.Pair("11111", "33333", deleted: "20211231")),
        ["practitioner-2024q3.zip"] = Published.Zip(("pairs.txt", Published.Bytes(Published.PairHeading + Published.Pair("11111", "22222")))),
        ["practitioner-2024q3.xlsx"] = Published.Sheet(["Column 1", "Column 2", "*=in existence"], ["11111", "33333", "", "20200101", "*", "1", "x"]),
        ["MUE_Eff_07-01-2024.csv"] = Published.Bytes(Published.LimitHeading + "11111,3,2 Policy,x\r\n22222,1,3 Clinical,x\r\n"),
        ["MCR_MUE_DMESupplierServices_Eff_07-01-2024.csv"] = Published.Bytes(
            Published.LimitHeading.Replace("Practitioner", "DME Supplier", StringComparison.Ordinal) + "E1111,3,2 Policy,x\r\nE2222,1,3 Clinical,x\r\n"),
        ["MCR_MUE_OutpatientHospitalServices_Eff_07-01-2024.xlsx"] = Published.Sheet(
            ["HCPCS/\nCPT Code", "Outpatient Hospital Services MUE Values", "MUE Adjudication Indicator", "MUE Rationale"], ["11111", "3", "2 Policy", "x"]),
        ["places-2024q3.xlsx"] = Published.Sheet(["Place of Service Code(s)", "Place of Service Name"], ["2", "Invented"]),
        ["AOC_V2024Q3-MCR.txt"] = Published.Bytes(Published.AddOn("1", "1111T", "22222") + Published.AddOn("3", "1111T", "33333", deleted: "2024214")),
        ["AOC_V2024Q3-MCR.xlsx"] = Published.Sheet(
            ["AOC_Edit_Type", "Add-On_Code", "AOC_DelDT", "Primary_Code", "Primary_Code_DelDT", "AOC_Edit_EffDT", "AOC_Edit_DelDT"],
            ["1", "1111T", "", "22222", "", "2020001", ""],
            ["3", "1111T", "", "33333", "", "2020001", "2024214"]),
        ["PPRRVU.csv"] = Published.Bytes(Published.FeeHeading + Published.Fee("11111", "", "A", "090", "1")),
        ["icd10cm_order_2025.txt"] = Published.Bytes(Published.Order(1, "X10", false, "Invented") + Published.Order(2, "X100", true, "Invented")),
        ["places-2024q3.csv"] = Published.Bytes("Place of Service Code(s),Place of Service Name\r\n11,Invented\r\n12,\"Invented (effective May 10, 2020)\"\r\n"),
        ["modifiers-2024q3.csv"] = Published.Bytes("Modifier,Effective Date,Termination Date\r\nX1,07/01/2024,2024-08-31\r\nX2,,\r\n"),
        ["rates.csv"] = Published.Bytes("code,rate,effective\r\n11111,120.50,2024-01-01\r\n22222,1,2024-07-01\r\n"),
        ["rates.yaml"] = Published.Bytes(
            "table: rates\nrelease: 2024Q3\nchoose: dated\nperiod: [2024-07-01, 2024-12-31]\ncolumns: { code: code, rate: amount, effective: date }\nkeys: [[code]]\nmissing: none\n"),
        ["article-2024q3.csv"] = OfArticles("article"),
        ["contractor-2024q3.csv"] = OfArticles("contractor"),
        ["article_x_contractor-2024q3.csv"] = OfArticles("article_x_contractor"),
        ["article_x_hcpc_code-2024q3.csv"] = OfArticles("article_x_hcpc_code"),
        ["article_x_icd10_covered-2024q3.csv"] = OfArticles("article_x_icd10_covered"),
        ["article_x_icd10_noncovered-2024q3.csv"] = OfArticles("article_x_icd10_noncovered"),
        ["HCPC2024_JUL_ANWEB.txt"] = Published.Bytes(Published.Hcpcs("A0001", '3', "20200101") + Published.Hcpcs("X9", '7', "20200101")),
        ["HCPC2024_JUL_ANWEB.xlsx"] = Published.Sheet(
            ["HCPC", "SEQNUM", "RECID", "LONG DESCRIPTION", "ADD DT", "ACT EFF DT", "TERM DT"],
            ["A0001", "00100", "3", "invented", "20200101", "20200101", ""],
            ["12345", "00100", "3", "invented", "20200101", "20200101", ""],
            ["X9", "00100", "7", "invented", "20200101", "20200101", "20241231"]),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_damaged_file_is_imported_as_a_whole_or_refused(string name) => Damage(name, Few);

    [LongFact]
    [Trait("Length", "Long")]
    public void Thousands_of_damaged_files_are_imported_as_a_whole_or_refused() =>
        Parallel.ForEach(Files.Keys, AtOnce, name => Damage(name, LongRun.Of(Many)));

    [Theory]
    [MemberData(nameof(TextNames))]
    public void A_file_with_lines_and_columns_lost_and_moved_is_imported_as_a_whole_or_refused(string name) => Mix(name, 0, Few);

    [LongFact]
    [Trait("Length", "Long")]
    public void Thousands_of_files_with_lines_and_columns_lost_and_moved_are_imported_as_a_whole_or_refused() =>
        Parallel.ForEach(TextFiles, AtOnce, name => Mix(name, LongRun.First, LongRun.Of(Many)));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_file_cut_off_anywhere_is_imported_as_a_whole_or_refused(string name)
    {
        using var data = new ImportedData();
        var whole = Files[name];
        for (var length = 0; length < whole.Length; length += Math.Max(1, whole.Length / Few))
            Import(data, name, whole[..length]);
    }

    [Fact]
    public void A_zip_whose_entry_is_not_what_it_was_is_refused()
    {
        using var data = new ImportedData();
        var text = Published.PairHeading + string.Concat(Enumerable.Range(0, 3000).Select(number => Published.Pair("11111", $"{20000 + number}")));
        var memory = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(memory, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            using var stream = zip.CreateEntry("pairs.txt", System.IO.Compression.CompressionLevel.NoCompression).Open();
            stream.Write(Published.Bytes(text));
        }

        // One digit of one code: the text is as good as before, but the checksum is not.
        var bytes = memory.ToArray();
        bytes[bytes.AsSpan().IndexOf("\t21000\t"u8) + 5] = (byte)'9';

        Assert.Contains("checksum", Assert.Single(data.Import(("practitioner-2024q3.zip", bytes)).Refusals));
    }

    [Theory]
    [InlineData("pairs-2024q3.txt")]
    [InlineData("MUE_Eff_07-01-2024.csv")]
    public void A_line_that_does_not_end_is_refused_and_its_file_and_place_named(string name)
    {
        using var data = new ImportedData();
        var begin = name.EndsWith(".txt", StringComparison.Ordinal) ? Published.PairHeading + Published.Pair("11111", "22222") : Published.LimitHeading + "11111,3,2 Policy,x\r\n";
        var refusal = Assert.Single(data.Import(new ImportOptions { Setting = "practitioner" }, (name, Published.Bytes(begin + new string('1', 1 << 18)))).Refusals);

        Assert.Contains(name, refusal);
        Assert.Contains("line", refusal);
        Assert.Contains("longer than 65536 bytes", refusal);
    }

    [Theory]
    [MemberData(nameof(TextNames))]
    public void What_importing_allocates_grows_with_the_file_and_no_faster(string name)
    {
        Allocated(name, 100);
        var (few, many) = (Allocated(name, 1000), Allocated(name, 4000));

        Assert.True(many < (few * 5) + 1_000_000, $"{few} and {many} bytes");
    }

    private static void Damage(string name, int times)
    {
        using var data = new ImportedData();
        var whole = Files[name];
        Assert.Empty(data.Import([(name, whole), .. Others(name)]).Refusals);
        var random = new Random(times);
        for (var i = 0; i < times; i++)
        {
            var bytes = (byte[])whole.Clone();
            for (var changes = random.Next(1, 6); changes > 0; changes--)
                bytes[random.Next(bytes.Length)] = random.Next(3) switch { 0 => (byte)random.Next(256), 1 => (byte)'\t', _ => (byte)random.Next('0', '9' + 1) };
            if (random.Next(4) == 0)
                bytes = [.. bytes[..random.Next(bytes.Length)], .. bytes[random.Next(bytes.Length)..]];
            Import(data, name, bytes);
        }
    }

    private static byte[] OfArticles(string name) => Published.Bytes(PublishedArticles.Texts[name]);

    // The files that make one import with it, undamaged.
    private static IEnumerable<(string Name, byte[] Bytes)> Others(string name) => name switch
    {
        "rates.csv" or "rates.yaml" => Files.Where(file => file.Key.StartsWith("rates", StringComparison.Ordinal) && file.Key != name).Select(file => (file.Key, file.Value)),
        _ when PublishedArticles.Files().Any(file => file.Name == name) => PublishedArticles.Files().Where(file => file.Name != name),
        _ => [],
    };

    // Lines and columns of the file itself and of all others.
    private static void Mix(string name, int first, int times)
    {
        using var data = new ImportedData();
        string[] all = [.. TextFiles.SelectMany(file => Encoding.Latin1.GetString(Files[file]).Split('\n'))];
        EachSeed.Try(first, times, Broken, bytes => Import(data, name, bytes), Encoding.Latin1.GetString);

        byte[] Broken(Random random)
        {
            var lines = Mutation.Of(random, Encoding.Latin1.GetString(Files[name]).Split('\n'), all);
            for (var changes = random.Next(4); changes > 0 && lines.Count > 0; changes--)
            {
                var place = random.Next(lines.Count);
                var separator = lines[place].Contains('\t', StringComparison.Ordinal) ? '\t' : lines[place].Contains(',', StringComparison.Ordinal) ? ',' : ' ';
                lines[place] = string.Join(separator, Mutation.Of(random, lines[place].Split(separator), ["", "*", "0", "20249999", "x", "99999", "\"", new string('9', 300)], most: 2));
            }

            return Encoding.Latin1.GetBytes(string.Join('\n', lines));
        }
    }

    // The last line is there many times, in files of rows as in lists.
    private static long Allocated(string name, int times)
    {
        using var data = new ImportedData();
        var text = Encoding.Latin1.GetString(Files[name]);
        var last = text.TrimEnd().Split('\n')[^1] + "\r\n";
        var bytes = Encoding.Latin1.GetBytes(text + string.Concat(Enumerable.Repeat(last, times)));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Import(data, name, bytes);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Import(ImportedData data, string name, byte[] bytes)
    {
        var result = data.Import([(name, bytes), .. Others(name)]);

        Assert.True(result.Releases.IsEmpty != result.Refusals.IsEmpty);
        Assert.All(ReferenceData.Verify(data.Folder), check => Assert.Null(check.Value));
    }
}
