using System.Text;
using System.Text.RegularExpressions;

namespace MedCodes.Validator.Configuration;

/// <summary>
/// A pattern of paths: <c>*</c> and <c>?</c> within a name, <c>**</c> over folders, <c>[a-z]</c>, <c>{one,other}</c>. A pattern without a
/// slash fits a name at any depth.
/// </summary>
public sealed class Glob
{
    private readonly Regex _regex;

    private Glob(string pattern, Regex regex, bool isNegated) => (Pattern, _regex, IsNegated) = (pattern, regex, isNegated);

    /// <summary>The pattern as written.</summary>
    public string Pattern { get; }

    /// <summary>Whether it takes out of what other patterns fit.</summary>
    public bool IsNegated { get; }

    /// <summary>Reads a pattern that may stand behind "!", which negates it.</summary>
    public static Glob ParseNegatable(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return pattern.Length > 1 && pattern[0] == '!' ? new Glob(pattern, Parse(pattern[1..])._regex, isNegated: true) : Parse(pattern);
    }

    /// <summary>Reads a pattern. Every text is one: what is no special character stands for itself.</summary>
    public static Glob Parse(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        var text = pattern.Replace('\\', '/');
        var isTied = text.StartsWith("./", StringComparison.Ordinal) || text.StartsWith('/');
        text = (text.StartsWith("./", StringComparison.Ordinal) ? text[2..] : text).TrimStart('/');
        if (!isTied && !text.TrimEnd('/').Contains('/', StringComparison.Ordinal))
            text = "**/" + text;
        if (text.EndsWith('/'))
            text += "**";
        return new Glob(pattern, RegexOf(Translated(text)) ?? RegexOf(Regex.Escape(text))!, isNegated: false);
    }

    /// <summary>Whether a text is meant as a pattern and not as a name.</summary>
    public static bool IsPattern(string text) => text.AsSpan().ContainsAny("*?[{");

    /// <summary>Whether a path, relative and with forward slashes, fits.</summary>
    public bool Matches(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return _regex.IsMatch(path);
    }

    /// <summary>Whether a path fits or lies in a folder that does.</summary>
    public bool Covers(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        for (var end = path.Length; end > 0; end = path.LastIndexOf('/', end - 1))
        {
            if (Matches(path[..end]))
                return true;
        }

        return false;
    }

    /// <summary>Null where a set or a range cannot be, as in [z-a].</summary>
    private static Regex? RegexOf(string text)
    {
        try
        {
            return new Regex($"^(?:{text})$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string Translated(string pattern)
    {
        var regex = new StringBuilder();
        var depth = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            var rest = pattern.AsSpan(i);
            if (rest.StartsWith("**/"))
            {
                regex.Append("(?:.*/)?");
                i += 2;
            }
            else if (rest.StartsWith("**"))
            {
                regex.Append(".*");
                i++;
            }
            else if (pattern[i] == '[' && pattern.IndexOf(']', i + 1) is var end && end > i + 1)
            {
                var set = pattern[(i + 1)..end].Replace("\\", "\\\\", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal);
                regex.Append('[').Append(set.StartsWith('!') ? "^" + set[1..] : set.StartsWith('^') ? "\\" + set : set).Append(']');
                i = end;
            }
            else
            {
                Append(regex, pattern[i], ref depth, closes: pattern.IndexOf('}', i) > 0);
            }
        }

        return regex.ToString();
    }

    private static void Append(StringBuilder regex, char c, ref int depth, bool closes)
    {
        switch (c)
        {
            case '*':
                regex.Append("[^/]*");
                break;
            case '?':
                regex.Append("[^/]");
                break;
            case '{' when closes:
                depth++;
                regex.Append("(?:");
                break;
            case '}' when depth > 0:
                depth--;
                regex.Append(')');
                break;
            case ',' when depth > 0:
                regex.Append('|');
                break;
            default:
                regex.Append(Regex.Escape(c.ToString()));
                break;
        }
    }
}
