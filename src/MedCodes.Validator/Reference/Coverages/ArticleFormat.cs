using System.Collections.Immutable;
using MedCodes.Validator.Reference.Importing;
using MedCodes.Validator.Reference.Releases;
using MedCodes.Validator.Reference.Stores;

namespace MedCodes.Validator.Reference.Coverages;

/// <summary>
/// The articles of the Medicare coverage database: a zip of csv files that are joined by the ids of articles and contractors. What an
/// article says in words, such as which of its groups goes with which procedure, is not read: a diagnosis counts as covered where any
/// group of the article covers it, and as non-covered only where none does.
/// </summary>
/// <remarks>
/// A download holds the articles of its own time only, so a release answers for its period and not for what lies before. It is named by
/// --release, because neither the files nor their names tell.
/// </remarks>
internal sealed class ArticleFormat : TableFormat
{
    public const string ArticlesTable = "coverage-articles";
    public const string DiagnosesTable = "coverage-diagnoses";

    private const string ListColumn = "list";
    private const string Expected = "rows of article, contractor, procedure and diagnosis under the published headings";

    private static readonly ImmutableArray<TableColumn> ArticleColumns =
    [
        new("contractor", ColumnType.Code),
        new("procedure", ColumnType.Code),
        new("article", ColumnType.Code),
        new(TableDefinition.EffectiveColumn, ColumnType.Date),
        new(TableDefinition.DeletedColumn, ColumnType.Date),
    ];

    private static readonly ImmutableArray<TableColumn> DiagnosisColumns = [new("article", ColumnType.Code), new("diagnosis", ColumnType.Code)];
    private static readonly ImmutableArray<ImmutableArray<string>> ArticleWays = [["contractor", "procedure"]];
    private static readonly ImmutableArray<ImmutableArray<string>> DiagnosisWays = [["article", "diagnosis"]];

    public override string Words => "articles of the Medicare coverage database";

    public override ImmutableArray<string> Tables => [ArticlesTable, DiagnosesTable];

    public override bool Recognizes(Preview preview) => ArticlePart.FileOf(Headings.Of(preview)) is not null;

    public override Identity Identify(ImportEntry entry, Preview preview, ImportOptions options) => new(this, PeriodOf(entry, options), null);

    public override ReadTables Read(Identity identity, ImmutableArray<ImportPart> parts, ImportRun run)
    {
        var files = Files(identity, parts);
        var bad = new BadRows();
        var reader = new ArticleReader(run, bad);
        reader.ReadArticles(files[ArticleFile.Articles]);
        reader.ReadContractors(files[ArticleFile.Contractors]);
        reader.ReadArticleContractors(files[ArticleFile.ArticleContractors]);
        reader.ReadProcedures(files[ArticleFile.Procedures]);
        reader.ReadDiagnoses(files[ArticleFile.Covered], article => article.Covered);
        reader.ReadDiagnoses(files[ArticleFile.NonCovered], article => article.NonCovered);
        foreach (var article in reader.Articles)
            article.NonCovered.ExceptWith(article.Covered);
        bad.Check(string.Join("', '", parts.Select(part => part.Entry.Shown)), Expected);
        var releases = new[]
        {
            Releases(identity, "covered", reader.Articles, article => article.Covered, bad),
            Releases(identity, "non-covered", reader.Articles, article => article.NonCovered, bad),
        };
        return new ReadTables([.. releases.SelectMany(two => two)], bad.Told);
    }

    private static Dictionary<ArticleFile, ArticlePart> Files(Identity identity, ImmutableArray<ImportPart> parts)
    {
        var files = new Dictionary<ArticleFile, ArticlePart>();
        foreach (var (entry, preview) in parts)
        {
            var headings = Headings.Of(preview);
            var file = ArticlePart.FileOf(headings)!.Value;
            if (!files.TryAdd(file, new ArticlePart(entry, headings)))
                throw new RefusedException($"'{entry.Shown}' and '{files[file].Entry.Shown}' are the same file of the articles of {identity.Period.Name}");
        }

        var missing = Enum.GetValues<ArticleFile>().Where(file => !files.ContainsKey(file)).ToList();
        return missing.Count == 0 ? files : throw new RefusedException(
            $"of the articles of {identity.Period.Name} are missing: {string.Join(", ", missing.Select(Name))}; expected: all files of the download in one import");
    }

    private static string Name(ArticleFile file) => file switch
    {
        ArticleFile.Articles => "article.csv",
        ArticleFile.Procedures => "article_x_hcpc_code.csv",
        ArticleFile.Covered => "article_x_icd10_covered.csv",
        ArticleFile.NonCovered => "article_x_icd10_noncovered.csv",
        ArticleFile.ArticleContractors => "article_x_contractor.csv",
        _ => "contractor.csv",
    };

    // An article without diagnoses on a list says nothing by that list.
    private IEnumerable<BuiltRelease> Releases(Identity identity, string list, IEnumerable<Article> articles, Func<Article, HashSet<ulong>> diagnosesOf, BadRows bad)
    {
        var (procedures, diagnoses) = (new RowStoreBuilder(ArticleColumns, ArticleWays), new RowStoreBuilder(DiagnosisColumns, DiagnosisWays));
        foreach (var article in articles.Where(article => diagnosesOf(article).Count > 0))
        {
            foreach (var contractor in article.Contractors)
            {
                foreach (var procedure in article.Procedures)
                    procedures.Add([contractor, procedure, article.Number, (ulong)article.Effective, (ulong)article.Ended]);
            }

            foreach (var diagnosis in diagnosesOf(article))
                diagnoses.Add([article.Number, diagnosis]);
        }

        var source = $"{Words}, {list} diagnoses, {identity.Period.Name}";
        BuiltRelease Built(string table, ImmutableArray<TableColumn> columns, ImmutableArray<ImmutableArray<string>> ways, RowStoreBuilder rows) =>
            new(Header(table, identity, source, columns, ways, rows.RowCount, bad) with { Constants = [(ListColumn, list)] }, rows.Build());
        return [Built(ArticlesTable, ArticleColumns, ArticleWays, procedures), Built(DiagnosesTable, DiagnosisColumns, DiagnosisWays, diagnoses)];
    }
}
