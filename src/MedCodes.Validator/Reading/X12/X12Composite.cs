namespace MedCodes.Validator.Reading.X12;

/// <summary>Elements made of components.</summary>
internal static class X12Composite
{
    /// <summary>A component, from 1; empty where it is missing.</summary>
    public static ReadOnlySpan<byte> Component(ReadOnlySpan<byte> element, byte separator, int component)
    {
        var (start, length) = Find(element, separator, component);
        return element.Slice(start, length);
    }

    /// <summary>Finds where components end, all at once.</summary>
    /// <param name="element">The element.</param>
    /// <param name="separator">The byte between components.</param>
    /// <param name="ends">Room for the ends; components beyond it are left out.</param>
    /// <returns>The number of components found.</returns>
    public static int Split(ReadOnlySpan<byte> element, byte separator, Span<int> ends)
    {
        var count = 0;
        for (var i = 0; i < element.Length && count < ends.Length; i++)
        {
            if (element[i] == separator)
                ends[count++] = i;
        }

        if (count < ends.Length)
            ends[count++] = element.Length;
        return count;
    }

    /// <summary>A component, from 1, of an element whose ends were found; empty where it is missing.</summary>
    public static ReadOnlySpan<byte> Part(ReadOnlySpan<byte> element, ReadOnlySpan<int> ends, int component) =>
        component > ends.Length ? default : element[(component == 1 ? 0 : ends[component - 2] + 1)..ends[component - 1]];

    /// <summary>The byte between the three components of a CLM05 such as "11:B:1"; null where it is not written so.</summary>
    public static byte? FindSeparator(ReadOnlySpan<byte> element)
    {
        var first = element.Length > 2 && char.IsAsciiLetterOrDigit((char)element[1]) ? 2 : 1;
        if (element.Length < first + 3 || element.Length > first + 4 || !X12Delimiters.IsDelimiter(element[first]))
            return null;
        return element[first] == element[^2] && char.IsAsciiLetterOrDigit((char)element[0]) && char.IsAsciiLetterOrDigit((char)element[^1])
            ? element[first]
            : null;
    }

    /// <summary>Where a component stands; empty at the end where it is missing.</summary>
    public static (int Start, int Length) Find(ReadOnlySpan<byte> element, byte separator, int component)
    {
        // Composites are short: a search for each component would cost more than one look at each byte.
        var start = 0;
        for (var i = 0; i < element.Length; i++)
        {
            if (element[i] != separator)
                continue;
            if (--component == 0)
                return (start, i - start);
            start = i + 1;
        }

        return component == 1 ? (start, element.Length - start) : (element.Length, 0);
    }
}
