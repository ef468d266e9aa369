using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Waivers;

/// <summary>
/// Finds the comments of a page that suppress findings: <c>&lt;!-- medcodes-disable-next-line MC6001 until=2026-12-31 -- reason --&gt;</c>, and
/// <c># medcodes-…</c> in plain text and YAML. What looks like one in a fenced block or a YAML block scalar is text.
/// </summary>
internal static partial class DirectiveReader
{
    private const string Prefix = "medcodes-";
    private const string BeforeReason = " -- ";
    private const string BeforeDay = "until=";

    private static readonly FrozenDictionary<string, DirectiveKind> Kinds = new Dictionary<string, DirectiveKind>
    {
        ["disable-line"] = DirectiveKind.SameLine,
        ["disable-next-line"] = DirectiveKind.NextLine,
        ["disable"] = DirectiveKind.Start,
        ["enable"] = DirectiveKind.End,
        ["disable-file"] = DirectiveKind.File,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly char[] Dividers = [' ', ',', '\t'];

    /// <summary>The comments in the order of the page. JSON has no comments, so it has none of these.</summary>
    /// <exception cref="IOException">The page can no longer be read.</exception>
    public static ImmutableArray<Directive> Read(SourceFile file)
    {
        var bytes = file.Read(new SourceSpan(0, (int)Math.Min(file.Length, int.MaxValue)));
        if (bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Prefix)) < 0)
            return [];

        // One character a byte: what is sought is ASCII, and offsets are those of the file.
        var lines = LinesOf(Encoding.Latin1.GetString(bytes));
        var found = ImmutableArray.CreateBuilder<Directive>();
        var hidden = HiddenLines(lines, Path.GetExtension(file.Path).ToUpperInvariant());
        foreach (var line in lines.Where(line => !hidden.Contains(line.Number)))
        {
            foreach (var (match, words) in CommentsOf(line.Text, Path.GetExtension(file.Path).ToUpperInvariant()))
            {
                if (Parse(line, match, words) is { } directive)
                    found.Add(directive with { Target = TargetOf(directive, lines) });
            }
        }

        return Closed(found);
    }

    /// <summary>The change of the page that takes rules out of a comment; its reason and day stay.</summary>
    /// <exception cref="IOException">The page can no longer be read.</exception>
    public static TextEdit Without(SourceFile file, Directive directive, IReadOnlyCollection<string> rules)
    {
        var comment = Encoding.Latin1.GetString(file.Read(directive.Span));
        var start = comment.IndexOf(' ', comment.IndexOf(Prefix, StringComparison.Ordinal));
        var end = comment.IndexOf(BeforeReason, start, StringComparison.Ordinal) is >= 0 and var reason ? reason : comment.EndsWith("-->", StringComparison.Ordinal) ? comment.Length - 3 : comment.Length;
        end = start + comment[start..end].TrimEnd().Length;
        var left = comment[start..end].Split(Dividers, StringSplitOptions.RemoveEmptyEntries).Where(word => !rules.Contains(word));
        return new TextEdit(new SourceSpan(directive.Span.Offset + start, end - start), " " + string.Join(' ', left));
    }

    private static Directive? Parse(PageLine line, Match comment, string words)
    {
        var verb = words.Split(' ', 2)[0];
        if (!Kinds.TryGetValue(verb, out var kind) && !IsMeant(verb, words, comment))
            return null;
        var rest = words.Contains(' ', StringComparison.Ordinal) ? words[words.IndexOf(' ', StringComparison.Ordinal)..] : "";
        var divider = rest.IndexOf(BeforeReason, StringComparison.Ordinal);
        var reason = divider < 0 ? null : rest[(divider + BeforeReason.Length)..].Trim();
        var rules = new List<string>();
        DateOnly? until = null;
        foreach (var word in (divider < 0 ? rest : rest[..divider]).Split(Dividers, StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.StartsWith(BeforeDay, StringComparison.Ordinal))
                until = DayOf(word);
            else
                rules.Add(word);
        }

        // Many write the day last, where it must not be taken for a part of the reason; of two the earlier counts.
        if (reason?[(reason.LastIndexOfAny(Dividers) + 1)..] is { } last && last.StartsWith(BeforeDay, StringComparison.Ordinal))
        {
            until = until < DayOf(last) ? until : DayOf(last);
            reason = reason[..^last.Length].TrimEnd(Dividers);
        }

        var span = new SourceSpan(line.Start + comment.Index, comment.Length);
        var alone = string.IsNullOrWhiteSpace(line.Text.Remove(comment.Index, comment.Length));
        var removal = alone ? new SourceSpan(line.Start, line.Length) : span;
        var said = string.IsNullOrWhiteSpace(reason) ? null : Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(reason));
        return kind != default
            ? new Directive(kind, line.Number, 0, [.. rules], said, until, span, removal)
            : new Directive(DirectiveKind.Unknown, line.Number, 0, [.. rules], said, until, span, removal) { Word = verb };
    }

    // A day that nobody can read has passed: what was meant to end must not go on for ever.
    private static DateOnly DayOf(string word) =>
        DateOnly.TryParseExact(word[BeforeDay.Length..], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : DateOnly.MinValue;

    /// <summary>The word that was probably meant; null where none comes near.</summary>
    public static string? NearestWord(string written) => Spelling.Nearest(written, Kinds.Keys);

    // Behind a number sign, which may begin a heading or a list of file names, it must look like one; a comment of markup is for programs.
    private static bool IsMeant(string word, string words, Match comment) =>
        comment.Value.StartsWith('<') || NearestWord(word) is not null || RuleId().IsMatch(words);

    private static int TargetOf(Directive directive, List<PageLine> lines) => directive.Kind switch
    {
        DirectiveKind.SameLine => directive.Line,
        DirectiveKind.NextLine => lines.Skip(directive.Line)
            .FirstOrDefault(line => !string.IsNullOrWhiteSpace(line.Text) && !line.Text.Contains(Prefix, StringComparison.Ordinal))?.Number ?? 0,
        _ => 0,
    };

    /// <summary>Gives each range its end: the next comment that enables one of its rules, or all.</summary>
    private static ImmutableArray<Directive> Closed(IReadOnlyList<Directive> found) =>
    [
        .. found.Index().Select(item => item.Item.Kind != DirectiveKind.Start ? item.Item : item.Item with
        {
            End = found.Skip(item.Index + 1)
                .FirstOrDefault(later => later.Kind == DirectiveKind.End && (later.Rules.IsEmpty || later.Rules.Intersect(item.Item.Rules, StringComparer.OrdinalIgnoreCase).Any()))
                ?.Line,
        }),
    ];

    private static IEnumerable<(Match Match, string Words)> CommentsOf(string line, string extension)
    {
        var isMarkup = extension is ".MD" or ".MARKDOWN" or ".MDOWN" or ".HTML" or ".HTM" or ".XHTML";
        if (extension == ".JSON")
            return [];
        var comments = MarkupComment().Matches(line).AsEnumerable();
        if (!isMarkup)
            comments = comments.Concat(HashComment().Matches(line));
        return comments.Select(match => (match, match.Groups["words"].Value.Trim())).OrderBy(item => item.match.Index);
    }

    /// <summary>Lines inside fenced blocks and YAML block scalars, whose text is content.</summary>
    private static HashSet<int> HiddenLines(List<PageLine> lines, string extension)
    {
        var hidden = new HashSet<int>();
        string? fence = null;
        int? scalar = null;
        foreach (var line in lines)
        {
            var text = line.Text.TrimStart();
            var indent = line.Text.Length - text.Length;
            if (extension is ".YAML" or ".YML")
            {
                if (scalar is { } outer && (text.Length == 0 || indent > outer))
                    hidden.Add(line.Number);
                else
                    scalar = BlockScalar().IsMatch(line.Text) ? indent : null;
                continue;
            }

            if (fence is not null)
            {
                hidden.Add(line.Number);
                if (text.TrimEnd().StartsWith(fence, StringComparison.Ordinal) && text.Trim().Trim(fence[0]).Length == 0)
                    fence = null;
            }
            else if (extension is ".MD" or ".MARKDOWN" or ".MDOWN" && Fence().Match(text) is { Success: true } opened)
            {
                fence = opened.Value;
            }
        }

        return hidden;
    }

    private static List<PageLine> LinesOf(string text)
    {
        // A byte order mark belongs to no line.
        var lines = new List<PageLine>();
        for (var start = text.StartsWith("\u00EF\u00BB\u00BF", StringComparison.Ordinal) ? 3 : 0; start < text.Length;)
        {
            var end = text.AsSpan(start).IndexOfAny('\r', '\n') is >= 0 and var at ? start + at : text.Length;
            var next = end >= text.Length ? end : text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? end + 2 : end + 1;
            lines.Add(new PageLine(lines.Count + 1, start, next - start, text[start..end]));
            start = next;
        }

        return lines;
    }

    [GeneratedRegex(@"<!--\s*medcodes-(?<words>[^>]*?)\s*-->", RegexOptions.NonBacktracking)]
    private static partial Regex MarkupComment();

    [GeneratedRegex(@"(?:^|\s)#\s*medcodes-(?<words>.*)$", RegexOptions.NonBacktracking)]
    private static partial Regex HashComment();

    [GeneratedRegex(@"\bMC[0-9]{4}\b", RegexOptions.NonBacktracking)]
    private static partial Regex RuleId();

    [GeneratedRegex(@"[:\-]\s+[|>][+\-0-9]*\s*(?:#.*)?$", RegexOptions.NonBacktracking)]
    private static partial Regex BlockScalar();

    [GeneratedRegex(@"^(?:`{3,}|~{3,})", RegexOptions.NonBacktracking)]
    private static partial Regex Fence();

    /// <summary>A line of the page.</summary>
    /// <param name="Number">Its number, from 1.</param>
    /// <param name="Start">The offset of its first byte.</param>
    /// <param name="Length">Its bytes, the line break included.</param>
    /// <param name="Text">Its text without the line break, one character a byte.</param>
    private sealed record PageLine(int Number, int Start, int Length, string Text);
}
