using System.Globalization;
using AngleSharp.Html;

namespace MedCodes.Validator.Reading.Text;

/// <summary>Reads what stands for a character in HTML: "&amp;amp;", "&amp;lt", "&amp;#8226;", "&amp;#x2022;".</summary>
internal static class HtmlReference
{
    // The longest name has 31 letters; those that need no semicolon have six at most.
    private const int LongestName = 31;
    private const int LongestBareName = 6;

    /// <summary>What a reference at the start of a text stands for, and its length; null where the ampersand is one.</summary>
    public static (string Value, int Length)? Read(ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || text[0] != '&')
            return null;
        return text[1] == '#' ? Number(text) : Name(text[1..]);
    }

    private static (string Value, int Length)? Name(ReadOnlySpan<char> text)
    {
        var length = text.IndexOfAnyExcept(Letters);
        length = Math.Min(length < 0 ? text.Length : length, LongestName);
        if (length < text.Length && text[length] == ';' && HtmlEntityProvider.Resolver.GetSymbol(text[..(length + 1)].ToString()) is { } closed)
            return (closed, length + 2);
        for (var bare = Math.Min(length, LongestBareName); bare > 1; bare--)
        {
            if (HtmlEntityProvider.Resolver.GetSymbol(text[..bare].ToString()) is { } symbol)
                return (symbol, bare + 1);
        }

        return null;
    }

    private static (string Value, int Length)? Number(ReadOnlySpan<char> text)
    {
        var isHex = text.Length > 2 && text[2] is 'x' or 'X';
        var start = isHex ? 3 : 2;
        var rest = text[start..];
        var length = rest.IndexOfAnyExcept(isHex ? HexDigits : Digits);
        length = length < 0 ? rest.Length : length;
        if (length == 0)
            return null;
        var end = start + length;
        end += end < text.Length && text[end] == ';' ? 1 : 0;
        var known = int.TryParse(rest[..length], isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        if (known && HtmlEntityProvider.IsInCharacterTable(number))
            return (HtmlEntityProvider.GetSymbolFromTable(number)!, end);
        return (known && !HtmlEntityProvider.IsInvalidNumber(number) ? char.ConvertFromUtf32(number) : "\uFFFD", end);
    }

    private static readonly System.Buffers.SearchValues<char> Letters = System.Buffers.SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
    private static readonly System.Buffers.SearchValues<char> Digits = System.Buffers.SearchValues.Create("0123456789");
    private static readonly System.Buffers.SearchValues<char> HexDigits = System.Buffers.SearchValues.Create("0123456789ABCDEFabcdef");
}
