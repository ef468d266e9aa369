using System.Text.RegularExpressions;
using MedCodes.Validator.Documents.Interpretation.Words;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Operators;

namespace MedCodes.Validator.Rules.Description;

/// <summary>Writes the reference page of the rule language: what rules may say and what it means.</summary>
public static partial class LanguageReference
{
    /// <summary>Writes the page as Markdown. Its tables come from what the loader itself goes by.</summary>
    /// <param name="rules">The library whose reference tables rules can speak of.</param>
    /// <param name="to">Where to write.</param>
    public static void Write(RuleSet rules, TextWriter to)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(to);
        using var page = new StreamReader(typeof(LanguageReference).Assembly.GetManifestResourceStream("language.md")!);
        to.Write(Place().Replace(page.ReadToEnd().ReplaceLineEndings("\n"), place => PartOf(place.Groups[1].Value, rules)));
    }

    private static string PartOf(string name, RuleSet rules) => name switch
    {
        "keys" => Table(["key", "takes", "says"], RuleKeys.InOrder.Select(key => new[] { $"`{key.Name}`{NeedOf(key.Need)}", key.Takes, key.Meaning })),
        "facts" => string.Join('\n', Kinds.InOrder.Select(Describe).Append(Describe(FindingKinds.OfPage))),
        "tables" => string.Join('\n', rules.Library.Kinds.Values.Where(kind => kind.IsTable).OrderBy(kind => kind.Name, StringComparer.Ordinal).Select(Describe)),
        "operators" => Table(["operator", "takes", "holds where the value …"], AllOperators.InOrder.Select(one => new[] { $"`{one.Name}`", one.Takes, one.Summary })),
        "parameters" => Table(["parameter", "type", "says"], PolicyParameters.All.Select(one => new[] { $"`{one.Name}`", one.Type.Describe(), one.Summary })),
        "words" => Words(),
        _ => throw new InvalidOperationException($"The reference page has no part '{name}'."),
    };

    private static string Describe(FactKind kind)
    {
        var whole = kind.Whole is null ? "" : $" It stands in a `{kind.Whole}` and has its fields too.";
        var fields = kind.Fields.IsEmpty
            ? ""
            : "\n" + Table(["field", "type", "where it is absent", "is"], kind.Fields.Select(field => new[] { $"`{field.Name}`", field.Type.Describe(), AbsenceOf(field), field.Summary }));
        var title = kind == FindingKinds.OfPage ? $"`{kind.Name}` in rules about pages" : $"`{kind.Name}`";
        return $"### {title}\n\n{kind.Summary}{whole}\n{fields}";
    }

    private static string AbsenceOf(Field field) => (field.Absence switch
    {
        Absence.Missing => "missing",
        Absence.Blank => "blank",
        _ => "",
    }) + (field.Privacy == Sources.Privacy.Identifying && !field.TellsItsPrivacy ? (field.Absence == Absence.Never ? "" : "; ") + "not in messages" : "");

    private static string NeedOf(KeyNeed need) => need switch
    {
        KeyNeed.Always => " *",
        KeyNeed.Claims => " †",
        KeyNeed.Demand => " ‡",
        _ => "",
    };

    private static string Words()
    {
        (string What, IEnumerable<string> Words)[] lists =
        [
            ("*negated*, before the phrase", NegationWords.Before.Cues),
            ("what turns such a word into none right behind it", NegationWords.Lifted.Cues),
            ("negations that together with a later *without* affirm", NegationWords.Doubled.Cues),
            ("*negated*, behind the phrase: *not* with", NegationWords.Participles.Order(StringComparer.Ordinal)),
            ("*negated*, behind the phrase: *is* with", NegationWords.Refusals.Order(StringComparer.Ordinal)),
            ("*hedged*, before the phrase", HedgeWords.Before.Cues),
            ("*hedged*, behind the phrase", HedgeWords.After.Cues),
            ("a clause begins", ClauseWords.Always.Order(StringComparer.Ordinal)),
            ("a clause begins behind a comma", ClauseWords.AfterComma.Order(StringComparer.Ordinal)),
            ("a clause begins behind a comma and before a pronoun or an article", ClauseWords.Joining.Order(StringComparer.Ordinal)),
            ("pronouns", ClauseWords.Pronouns.Order(StringComparer.Ordinal)),
            ("who stands before the comma behind them does nothing", ClauseWords.Leading.Order(StringComparer.Ordinal)),
            ("an act is in the passive", ClauseWords.Passive.Order(StringComparer.Ordinal)),
            ("articles", ClauseWords.Articles.Order(StringComparer.Ordinal)),
            ("an amount of time behind tells when or how often, and is about nothing", AmountWords.TimesBefore.Order(StringComparer.Ordinal)),
            ("an amount of time before tells when, and is about nothing", AmountWords.TimesBehind.Order(StringComparer.Ordinal)),
        ];
        return string.Concat(lists.Select(list => $"* {list.What}: {string.Join(", ", list.Words)}\n"));
    }

    private static string Table(string[] head, IEnumerable<string[]> rows)
    {
        IEnumerable<string[]> all = [head, [.. head.Select(_ => "---")], .. rows];
        return string.Concat(all.Select(row => $"| {string.Join(" | ", row.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |\n"));
    }

    [GeneratedRegex("""^@@(\w+)@@\n""", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
