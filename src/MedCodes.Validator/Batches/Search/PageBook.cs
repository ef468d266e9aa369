using System.Collections.Immutable;
using MedCodes.Validator.Documents;
using MedCodes.Validator.Documents.Interpretation;
using MedCodes.Validator.Reading.Text;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Batches.Search;

/// <summary>Procedure pages, tables, code sets and rules to look things up in. Immutable and safe to use from several threads.</summary>
public sealed class PageBook
{
    private readonly RuleSet _rules;
    private readonly TableSearch _tables;
    private readonly ImmutableArray<InterpretedDocument> _pages;

    private PageBook(RuleSet rules, DateOnly asOf, ImmutableArray<InterpretedDocument> pages)
    {
        _rules = rules;
        _tables = new TableSearch([.. rules.Tables.Values.OrderBy(table => table.Definition.Name, StringComparer.Ordinal)], asOf);
        _pages = pages;
    }

    /// <summary>How many pages there are.</summary>
    public int Pages => _pages.Length;

    /// <summary>Reads pages; files that are none are left out.</summary>
    /// <param name="rules">The library whose tables, code sets and rules are looked up too.</param>
    /// <param name="files">The files.</param>
    /// <param name="asOf">The day on which rows of tables must be in force.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="IOException">A file can no longer be read.</exception>
    public static PageBook Of(RuleSet rules, IEnumerable<SourceFile> files, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(files);
        var interpreter = rules.Library.Interpreter;
        var reader = new PageReader(interpreter.Vocabulary.Schemas);
        return new PageBook(rules, asOf, [.. files.SelectMany(file => reader.Read(file).Documents).Select(page => interpreter.Interpret(page, asOf))]);
    }

    /// <summary>The pages, code sets and codes of tables that have some words, the best first; ties go by path or name.</summary>
    /// <param name="words">What to look for: words or code numbers. A word finds its singular and plural.</param>
    /// <exception cref="ArgumentNullException"><paramref name="words"/> is null.</exception>
    public ImmutableArray<SearchHit> Search(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var query = new SearchQuery(words);
        return
        [
            .. _pages.Select(query.Judge)
                .Concat(_rules.Library.CodeSets.Values.Select(query.Judge))
                .Concat(query.Codes.Select(code => SearchQuery.Judge(code, _tables.Naming(code))))
                .OfType<SearchHit>()
                .OrderByDescending(hit => hit.Matched)
                .ThenByDescending(hit => hit.Weight)
                .ThenBy(hit => hit.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>All that is known of a code; empty lists where nothing is.</summary>
    /// <param name="code">The code number.</param>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    public CodeSheet Show(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var own = _pages.Where(page => page.Document.Codes.Contains(code)).ToList();
        var families = _rules.Library.CodeSets.Values.Where(set => set.Codes.Contains(code)).OrderBy(set => set.Name, StringComparer.Ordinal).ToList();
        return new CodeSheet
        {
            Code = code,
            Pages = [.. own.Select(page => SearchHit.Of(page, page.Sentences.FirstOrDefault(sentence => sentence.Section == "summary"), 0, 0))],
            Rows = [.. _tables.Rows(code)],
            Pairs = [.. _tables.Pairs(code)],
            Families = [.. families.Select(set => new CodeFamily(set.Name, set.Summary, [.. set.Codes.Where(other => other != code)]))],
            Similar = [.. own.SelectMany(page => page.CodeMentions).Where(mention => mention.Section == PageSection.SimilarCodes && !mention.Own).Select(mention => mention.Code).Distinct(StringComparer.Ordinal)],
            NamedBy = [.. _pages.Except(own).Where(page => page.CodeMentions.Any(mention => mention.Code == code && mention.Sure)).Select(page => page.Document.Path)],
            Rules = [.. _rules.Rules.Where(rule => SpeaksOf(rule.Source.Text, code, families.Select(set => set.Name))).Select(rule => rule.Description)],
        };
    }

    /// <summary>Whether a rule names a code, or a set that has it, before its tests.</summary>
    private static bool SpeaksOf(string text, string code, IEnumerable<string> sets)
    {
        var tests = text.IndexOf("\ntests:", StringComparison.Ordinal);
        var logic = Tokenizer.Read(tests < 0 ? text : text[..tests]);
        var words = logic.Select(word => word.Word).ToHashSet(StringComparer.Ordinal);
        return words.Contains(code.ToLowerInvariant()) || sets.Any(set => text.AsSpan(0, tests < 0 ? text.Length : tests).Contains($"in: {set} ", StringComparison.Ordinal));
    }
}
