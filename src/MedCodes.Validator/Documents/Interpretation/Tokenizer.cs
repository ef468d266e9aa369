using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using MedCodes.Validator.Documents.Interpretation.Words;

namespace MedCodes.Validator.Documents.Interpretation;

/// <summary>Cuts a text into words and says what stands between them.</summary>
internal sealed class Tokenizer
{
    private const int LongestKept = 32;
    private const int MostKept = 1 << 15;

    // Pages are made of the same few thousand words; each is kept once per thread rather than made for every place it stands at.
    [ThreadStatic]
    private static Dictionary<string, string>? _words;

    // A page has a hundred texts: the list that their words are gathered in is kept per thread, unless a text was very long.
    [ThreadStatic]
    private static List<Token>? _spare;

    private readonly string _text;
    private readonly List<Token> _tokens;
    private Gap _gap;

    private Tokenizer(string text, List<Token> tokens) => (_text, _tokens) = (text, tokens);

    /// <summary>The words of a text.</summary>
    public static ImmutableArray<Token> Read(string text)
    {
        var tokens = _spare ?? [];
        _spare = null;
        var tokenizer = new Tokenizer(text, tokens);
        for (var i = 0; i < text.Length;)
            i = char.IsLetterOrDigit(text[i]) ? tokenizer.Word(i) : tokenizer.Mark(i);
        ImmutableArray<Token> read = [.. tokens];
        tokens.Clear();
        if (tokens.Capacity <= MostKept)
            _spare = tokens;
        return read;
    }

    private int Word(int start)
    {
        var end = start + 1;
        while (end < _text.Length && IsPartOfWord(start, end))
            end++;
        var word = Normal(_text.AsSpan(start, end - start));
        var possessive = word.EndsWith("'s", StringComparison.Ordinal);
        if (possessive)
            word = word[..^2];
        foreach (var plural in (ReadOnlySpan<string>)["(s)", "(es)"])
        {
            if (string.CompareOrdinal(_text, end, plural, 0, plural.Length) == 0)
                end += plural.Length;
        }

        // "patients' arms": the possessive of a plural.
        possessive |= end < _text.Length && IsApostrophe(_text[end]) && word.EndsWith('s') && IsBlank(end + 1);
        Add(word, start, end, possessive);
        return end;
    }

    private static string Normal(ReadOnlySpan<char> written)
    {
        if (written.Length > LongestKept)
            return written.ToString().ToLowerInvariant().Replace('\u2019', '\'');
        Span<char> small = stackalloc char[LongestKept];
        small = small[..written.Length];
        if (Ascii.ToLower(written, small, out _) != OperationStatus.Done)
        {
            written.ToLowerInvariant(small);
            small.Replace('\u2019', '\'');
        }

        var kept = (_words ??= new Dictionary<string, string>(StringComparer.Ordinal)).GetAlternateLookup<ReadOnlySpan<char>>();
        if (kept.TryGetValue(small, out var known))
            return known;
        var word = small.ToString();
        if (_words.Count < MostKept)
            _words[word] = word;
        return word;
    }

    private bool IsPartOfWord(int start, int at)
    {
        var c = _text[at];
        if (char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark)
            return true;
        if (at + 1 >= _text.Length)
            return false;
        if (IsApostrophe(c))
            return char.IsLetter(_text[at - 1]) && char.IsLetter(_text[at + 1]);
        if (c == '.')
            return char.IsAsciiDigit(_text[at + 1]) && _text.AsSpan(start, at - start).ContainsAnyInRange('0', '9');
        return c == ',' && IsThousands(start, at);
    }

    /// <summary>A comma of "10,000" but not one of "64490,64491".</summary>
    private bool IsThousands(int start, int at)
    {
        var before = _text.AsSpan(start, at - start);
        var after = _text.AsSpan(at + 1);
        return before.TrimStart("0123456789,").IsEmpty && before.Length - before.LastIndexOf(',') - 1 is >= 1 and <= 3
            && after.Length >= 3 && !after[..3].ContainsAnyExceptInRange('0', '9') && (after.Length == 3 || !char.IsAsciiDigit(after[3]));
    }

    private int Mark(int at)
    {
        switch (_text[at])
        {
            case '\n' or '\u2028' or '\u2029':
                Raise(Gap.Sentence);
                break;
            case '.' or '!' or '?' or '\u2026':
                if (EndsSentence(at))
                    Raise(Gap.Sentence);
                break;
            case ';' or '(' or ')' or '[' or ']' or '{' or '}' or '\u2014' or '\u2015' or '\u2022':
                Raise(Gap.Clause);
                break;
            case ':':
                if (!(IsDigit(at - 1) && IsDigit(at + 1)))
                    Raise(Gap.Clause);
                break;
            case '-' or '\u2010' or '\u2011' or '\u2013' or '\u2212':
                Raise(OfHyphen(at));
                break;
            case ',':
                Raise(Gap.Comma);
                break;
            case '/':
                Raise(Gap.Slash);
                break;
            case '&':
                Add("and", at, at + 1, false);
                break;
        }

        return at + 1;
    }

    /// <summary>A hyphen between two words, the dash of a range, a dash that ends the clause, or the loose hyphen of "pre- and post-".</summary>
    private Gap OfHyphen(int at)
    {
        if (at + 1 < _text.Length && _text[at + 1] == '-')
            return Gap.Clause;
        var blankBefore = IsBlank(at - 1);
        var blankAfter = IsBlank(at + 1);
        if (!blankBefore && !blankAfter)
            return Gap.Hyphen;
        var next = at + 1;
        while (next < _text.Length && char.IsWhiteSpace(_text[next]))
            next++;
        if (IsDigit(next) && _tokens.Count > 0 && char.IsAsciiDigit(_tokens[^1].Word[^1]))
            return Gap.Hyphen;
        return blankBefore && blankAfter ? Gap.Clause : Gap.Blank;
    }

    private bool EndsSentence(int at)
    {
        var next = at + 1;
        while (next < _text.Length && _text[next] is '.' or '!' or '?' or '\u2026' or ')' or ']' or '"' or '\'' or '\u201D' or '\u2019')
            next++;
        if (next < _text.Length && !char.IsWhiteSpace(_text[next]))
            return false;
        while (next < _text.Length && char.IsWhiteSpace(_text[next]))
            next++;
        if (next == _text.Length || _text[at] != '.')
            return true;
        var start = at;
        while (start > 0 && (char.IsLetter(_text[start - 1]) || _text[start - 1] == '.'))
            start--;
        var word = _text[start..at].ToLowerInvariant();
        return !Abbreviations.GoOn.Contains(word)
            && !(Abbreviations.BeforeNumbers.Contains(word) && char.IsAsciiDigit(_text[next]))
            && !(Abbreviations.BeforeSmallLetters.Contains(word) && !char.IsUpper(_text[next]));
    }

    private void Raise(Gap gap)
    {
        if (gap > _gap)
            _gap = gap;
    }

    private void Add(string word, int start, int end, bool possessive)
    {
        _tokens.Add(new Token(word, start, end - start, _gap, possessive));
        _gap = Gap.Blank;
    }

    private bool IsBlank(int at) => at < 0 || at >= _text.Length || char.IsWhiteSpace(_text[at]);

    private bool IsDigit(int at) => at >= 0 && at < _text.Length && char.IsAsciiDigit(_text[at]);

    private static bool IsApostrophe(char c) => c is '\'' or '\u2019';
}
