using System.Collections.Immutable;
using MedCodes.Validator.Tests.Support;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Tests.Batches;

/// <summary>A defect beside its clean twin, as the manifest of the golden set says it.</summary>
internal sealed record GoldenPair
{
    private const string Folder = "fixtures/claims/golden";
    private static readonly Lazy<ImmutableArray<GoldenPair>> Loaded = new(Load);

    /// <summary>The rule that tells the defect.</summary>
    public required string Rule { get; init; }

    /// <summary>The files of the run that holds the defect; it is in the last of them.</summary>
    public required ImmutableArray<string> Defect { get; init; }

    /// <summary>The claim that the finding is reported at, null for a defect of the file.</summary>
    public required int? Claim { get; init; }

    /// <summary>The line that the finding is reported at, null for a defect of the claim.</summary>
    public required int? Line { get; init; }

    /// <summary>Other rules that the defect breaks too, as errors or warnings.</summary>
    public required ImmutableArray<string> Also { get; init; }

    /// <summary>The files of the run without the defect.</summary>
    public required ImmutableArray<string> Clean { get; init; }

    /// <summary>The file of earlier claims that the defect is judged with; null for none.</summary>
    public required string? Before { get; init; }

    /// <summary>The file of earlier claims that the clean twin is judged with; null for none.</summary>
    public required string? CleanBefore { get; init; }

    /// <summary>Rows of tables that both files are judged with beside those shipped, as the tests inside rules write them; null for none.</summary>
    public required YamlNode? Tables { get; init; }

    /// <summary>Whether the defect's file is written to after it was opened.</summary>
    public required bool IsWrittenTo { get; init; }

    /// <summary>Rules that warn on the clean twin; the pair's own rule among them where it is softer there.</summary>
    public required ImmutableArray<string> Warned { get; init; }

    /// <summary>Why the rule is silent on the twin.</summary>
    public required string Silent { get; init; }

    /// <summary>Who gains from that silence.</summary>
    public required string Gains { get; init; }

    public string Name => $"{Rule} {Defect[^1]} / {CleanBefore ?? Clean[^1]}";

    /// <summary>Every file that the pair names.</summary>
    public IEnumerable<string> AllFiles => new[] { Before, CleanBefore }.OfType<string>().Concat(Defect).Concat(Clean);

    public static ImmutableArray<GoldenPair> All => Loaded.Value;

    public static string PathOf(string file) => Repository.PathOf([.. Folder.Split('/'), .. file.Split('/')]);

    /// <summary>All files of the set's folder but the manifest, as the manifest names them.</summary>
    public static IEnumerable<string> Files() =>
        Repository.Files(Folder, "*")
            .Select(path => Path.GetRelativePath(Repository.PathOf(Folder.Split('/')), path).Replace('\\', '/'))
            .Where(file => file != "pairs.yaml");

    private static ImmutableArray<GoldenPair> Load()
    {
        var diagnostics = new Diagnostics();
        var node = YamlTreeReader.Read(new YamlSource($"{Folder}/pairs.yaml", File.ReadAllText(PathOf("pairs.yaml"))), diagnostics);
        var manifest = MappingReader.Of(node, "manifest", diagnostics)!;
        var pairs = manifest.Items("pairs").Select(item => Of(MappingReader.Of(item, "pair", diagnostics)!)).ToImmutableArray();
        manifest.Done();
        Assert.Empty(diagnostics.ToSorted());
        return pairs;
    }

    private static GoldenPair Of(MappingReader reader)
    {
        var pair = new GoldenPair
        {
            Rule = reader.RequiredText("rule"),
            Defect = reader.Texts("defect"),
            Claim = reader.Number("claim"),
            Line = reader.Number("line"),
            Also = reader.Texts("also"),
            Clean = reader.Texts("clean"),
            Before = reader.Text("before"),
            CleanBefore = reader.Text("clean-before"),
            Tables = reader.Node("tables"),
            IsWrittenTo = reader.YesNo("written-to") ?? false,
            Warned = reader.Texts("warned"),
            Silent = reader.RequiredText("silent"),
            Gains = reader.RequiredText("gains"),
        };
        reader.Done();
        return pair;
    }
}
