using System.Text.RegularExpressions;

namespace MedCodes.Validator.Documents;

/// <summary>The normal form of headings: lower case, one blank between words, without markup, leading number, colon and ® or ™.</summary>
internal static partial class HeadingForm
{
    private const int LongestKept = 64;
    private const int MostKept = 1 << 10;

    // Pages have the same few headings, each asked for several times.
    [ThreadStatic]
    private static Dictionary<string, string>? _forms;

    /// <summary>The normal form; empty where nothing but markup is given.</summary>
    public static string Of(string heading)
    {
        if (heading.Length > LongestKept)
            return Normal(heading);
        _forms ??= new Dictionary<string, string>(StringComparer.Ordinal);
        if (_forms.TryGetValue(heading, out var known))
            return known;
        var form = Normal(heading);
        if (_forms.Count < MostKept)
            _forms[heading] = form;
        return form;
    }

    private static string Normal(string heading)
    {
        var text = Unmarked(heading);
        text = Number().Replace(text, "", 1);
        text = Unmarked(text).TrimEnd(':', ' ', '\t');
        text = Unmarked(text);
        return Blanks().Replace(text, " ").ToLowerInvariant().Replace("\u00AE", "", StringComparison.Ordinal).Replace("\u2122", "", StringComparison.Ordinal);
    }

    private static string Unmarked(string text) => text.Trim().TrimStart('#', '>').Trim('*', '_', '~', '`', '=').Trim();

    /// <summary>"3.", "3)", "2.1" or "IV." before a heading.</summary>
    [GeneratedRegex(@"^(?:\d+(?:\.\d+)*[.)]|\d+(?:\.\d+)+|[IVX]+[.)])\s+(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
