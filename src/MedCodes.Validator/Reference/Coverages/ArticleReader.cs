using System.Globalization;
using System.Text;
using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Reference.Importing;

namespace MedCodes.Validator.Reference.Coverages;

/// <summary>Joins the files of the coverage database into articles.</summary>
internal sealed class ArticleReader(ImportRun run, BadRows bad)
{
    // An article's whole text stands in one field.
    private const int LongestRecord = 1 << 24;

    private const int LongestNumber = 8;

    private readonly Dictionary<(string Id, string Version), Article> _articles = [];
    private readonly Dictionary<(string Id, string Type, string Version), ulong> _contractors = [];

    public IEnumerable<Article> Articles => _articles.Values;

    public void ReadArticles(ArticlePart part) => Each(part, row =>
    {
        // Only what is in force (A) or was (R); proposed and future articles bind nobody.
        var status = part.Text(row, "status");
        if (status is not ("A" or "R"))
            return null;
        var (id, shown) = (part.Text(row, "article_id"), part.Text(row, "display_id"));
        if (!TryNumber(shown.Length > 0 ? shown : "A" + id, out var number) || !TryDay(part.Text(row, "article_eff_date"), out var effective) || !TryDay(part.Text(row, "article_end_date"), out var ended))
            return "an article has a number such as A58403 and days such as 2024-07-01";
        if (status == "R" && ended == 0)
            return "an article that was retired has an end";
        _articles[(id, part.Text(row, "article_version"))] = new Article(number, effective, ended);
        return null;
    });

    public void ReadContractors(ArticlePart part) => Each(part, row =>
    {
        var written = part.Text(row, "contractor_number");
        if (written.Length == 0)
            return null;
        if (!TryNumber(written, out var number))
            return "a contractor's number has up to eight digits and capital letters";
        _contractors[ContractorOf(part, row)] = number;
        return null;
    });

    public void ReadArticleContractors(ArticlePart part) => Each(part, row =>
    {
        if (ArticleOf(part, row) is { } article && _contractors.TryGetValue(ContractorOf(part, row), out var number))
            article.Contractors.Add(number);
        return null;
    });

    public void ReadProcedures(ArticlePart part) => Each(part, row =>
    {
        var written = part.Code(row, "hcpc_code_id");
        if (IsNone(written))
            return null;
        if (!WrittenCode.TryProcedure(written, out var code))
            return "a procedure has five digits and capital letters";
        ArticleOf(part, row)?.Procedures.Add(code);
        return null;
    });

    public void ReadDiagnoses(ArticlePart part, Func<Article, HashSet<ulong>> list) => Each(part, row =>
    {
        var written = part.Code(row, "icd10_code_id");
        if (IsNone(written))
            return null;
        if (!WrittenCode.TryCode(written, 3, 7, out var code))
            return "a diagnosis has three to seven digits and capital letters";
        if (ArticleOf(part, row) is { } article)
            list(article).Add(code);
        return null;
    });

    // XX000 and the like stand for "not applicable".
    private static bool IsNone(ReadOnlySpan<byte> code) => code.IsEmpty || code.StartsWith("XX"u8);

    private static (string Id, string Type, string Version) ContractorOf(ArticlePart part, RecordReader row) =>
        (part.Text(row, "contractor_id"), part.Text(row, "contractor_type_id"), part.Text(row, "contractor_version"));

    private static bool TryNumber(string text, out ulong packed) => WrittenCode.TryCode(Encoding.UTF8.GetBytes(text), 1, LongestNumber, out packed);

    // Days are written with a time of zero behind them.
    private static bool TryDay(string text, out int packed)
    {
        packed = 0;
        if (text.Length == 0)
            return true;
        if (!DateOnly.TryParseExact(text.Split(' ')[0], ["yyyy-MM-dd", "M/d/yyyy", "yyyyMMdd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return false;
        packed = PackedDate.Pack(day);
        return true;
    }

    private Article? ArticleOf(ArticlePart part, RecordReader row) => _articles.GetValueOrDefault((part.Text(row, "article_id"), part.Text(row, "article_version")));

    private void Each(ArticlePart part, Func<RecordReader, string?> read)
    {
        var isFirst = true;
        run.Each(part.Entry, part.Entry.Csv(LongestRecord), row =>
        {
            var skip = isFirst || (row.Count <= 1 && row[0].IsEmpty);
            isFirst = false;
            if (skip)
                return;
            bad.Rows++;
            if (read(row) is { } wrong)
                bad.Add(part.Entry, row.Line, wrong);
        });
    }
}
