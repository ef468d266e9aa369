using System.Text;
using MedCodes.Validator.Reference.Importing;

namespace MedCodes.Validator.Reference.Coverages;

/// <summary>The files of the coverage database that are read.</summary>
internal enum ArticleFile
{
    /// <summary>The articles with their days.</summary>
    Articles = 1,

    /// <summary>The procedures of each article.</summary>
    Procedures,

    /// <summary>The diagnoses that support them.</summary>
    Covered,

    /// <summary>The diagnoses that do not.</summary>
    NonCovered,

    /// <summary>The contractors of each article.</summary>
    ArticleContractors,

    /// <summary>The contractors with their numbers.</summary>
    Contractors,
}

/// <summary>One of the files, with its columns by name.</summary>
internal sealed class ArticlePart(ImportEntry entry, Headings headings)
{
    public ImportEntry Entry => entry;

    /// <summary>Which of the files has these columns; null for another one.</summary>
    public static ArticleFile? FileOf(Headings headings)
    {
        if (!headings.Have("article_id", "article_version"))
            return headings.Have("contractor_id", "contractor_number") ? ArticleFile.Contractors : null;
        if (headings.Have("hcpc_code_id"))
            return ArticleFile.Procedures;
        if (headings.Have("icd10_code_id"))
            return headings.Have("icd10_noncovered_group") ? ArticleFile.NonCovered : headings.Have("icd10_covered_group") ? ArticleFile.Covered : null;
        if (headings.Have("contractor_id"))
            return ArticleFile.ArticleContractors;
        return headings.Have("article_eff_date", "status") ? ArticleFile.Articles : null;
    }

    /// <summary>A field as text; empty where the file has no such column.</summary>
    public string Text(RecordReader row, string column) => headings[column] is >= 0 and var place ? row.Text(place) : "";

    /// <summary>A code without its dot; empty likewise.</summary>
    public byte[] Code(RecordReader row, string column) => Encoding.UTF8.GetBytes(Text(row, column).Replace(".", "", StringComparison.Ordinal));
}
