using System.Collections.Immutable;
using MedCodes.Validator.Documents;
using MedCodes.Validator.Documents.Interpretation;
using MedCodes.Validator.Reading.Text;
using MedCodes.Validator.Reference;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Batches.Search;

/// <summary>Procedure pages, tables, code sets and rules to look things up in. Immutable and safe to use from several threads.</summary>
public sealed class PageBook
{
    // The columns that a table's key may have besides the code, with what is asked for.
    private static readonly ImmutableArray<(string Column, ImmutableArray<string> Values)> Asked =
        [("program", ["medicare"]), ("setting", ["practitioner", "hospital"])];

    private readonly RuleSet _rules;
    private readonly DateOnly _asOf;
    private readonly ImmutableArray<InterpretedDocument> _pages;

    private PageBook(RuleSet rules, DateOnly asOf, ImmutableArray<InterpretedDocument> pages)
    {
        _rules = rules;
        _asOf = asOf;
        _pages = pages;
    }

    /// <summary>How many of the files are pages.</summary>
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
        return new PageBook(rules, asOf, [.. files.Select(file => reader.Read(file).Document).OfType<ProcedureDocument>().Select(page => interpreter.Interpret(page, asOf))]);
    }

    /// <summary>The pages and code sets that have some words, the best first; ties go by path or name.</summary>
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
            Rows = [.. _rules.Tables.Values.OrderBy(table => table.Definition.Name, StringComparer.Ordinal).SelectMany(table => RowsOf(table, code))],
            Families = [.. families.Select(set => new CodeFamily(set.Name, set.Summary, [.. set.Codes.Where(other => other != code)]))],
            Similar = [.. own.SelectMany(page => page.CodeMentions).Where(mention => mention.Section == PageSection.SimilarCodes && !mention.Own).Select(mention => mention.Code).Distinct(StringComparer.Ordinal)],
            NamedBy = [.. _pages.Except(own).Where(page => page.CodeMentions.Any(mention => mention.Code == code && mention.Sure)).Select(page => page.Document.Path)],
            Rules = [.. _rules.Rules.Where(rule => SpeaksOf(rule.Source.Text, code, families.Select(set => set.Name))).Select(rule => rule.Description)],
        };
    }

    private IEnumerable<CodeRow> RowsOf(Table table, string code)
    {
        foreach (var key in table.Definition.Keys.Where(key => key.Count(column => IsCode(table, column)) == 1))
        {
            foreach (var bound in Bind(table, key, 0, code))
            {
                if (table.Find(bound, _asOf, _asOf) is not Lookup.Row row)
                    continue;
                var cells = table.Definition.Columns.Select((column, index) => (column.Name, Text: column.Name == table.Definition.GroupColumn ? string.Join(' ', row.Group) : row.Cells[index].ToString()))
                    .Where(cell => cell.Text.Length > 0 && cell.Text != code);
                yield return new CodeRow(table.Definition.Name, row.Release.Name, [.. cells], row.Extrapolated);
            }
        }
    }

    private static IEnumerable<Dictionary<string, string>> Bind(Table table, ImmutableArray<string> key, int next, string code)
    {
        if (next == key.Length)
            return [[]];
        var values = IsCode(table, key[next]) ? [code] : Asked.FirstOrDefault(asked => asked.Column == key[next]).Values;
        return values.IsDefaultOrEmpty
            ? []
            : Bind(table, key, next + 1, code).SelectMany(rest => values.Select(value => new Dictionary<string, string>(rest, StringComparer.Ordinal) { [key[next]] = value }));
    }

    private static bool IsCode(Table table, string column) => table.Definition.Columns[table.Definition.IndexOf(column)].Type == ColumnType.Code;

    /// <summary>Whether a rule names a code, or a set that has it, before its tests.</summary>
    private static bool SpeaksOf(string text, string code, IEnumerable<string> sets)
    {
        var tests = text.IndexOf("\ntests:", StringComparison.Ordinal);
        var logic = Tokenizer.Read(tests < 0 ? text : text[..tests]);
        var words = logic.Select(word => word.Word).ToHashSet(StringComparer.Ordinal);
        return words.Contains(code.ToLowerInvariant()) || sets.Any(set => text.AsSpan(0, tests < 0 ? text.Length : tests).Contains($"in: {set} ", StringComparison.Ordinal));
    }
}
