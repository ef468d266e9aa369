using System.Collections.Immutable;

namespace MedCodes.Validator.Reference.Importing;

/// <summary>The columns of a file that names them in its first row, found by their names, which are written in any case.</summary>
internal sealed class Headings
{
    private readonly ImmutableArray<string> _names;

    private Headings(ImmutableArray<string> names) => _names = names;

    /// <summary>The first row of a file; of a text its first line, because a longer row may follow than a preview reads.</summary>
    public static Headings Of(Preview preview) => new(preview switch
    {
        { Lines: [var line, ..] } => [.. line.TrimStart('\uFEFF').Split(line.Contains('\t', StringComparison.Ordinal) ? '\t' : ',').Select(name => name.Trim(' ', '"'))],
        { Rows: [var row, ..] } => row,
        _ => [],
    });

    /// <summary>The place of a column; -1 where it is not there.</summary>
    public int this[string name]
    {
        get
        {
            for (var place = 0; place < _names.Length; place++)
            {
                if (_names[place].Equals(name, StringComparison.OrdinalIgnoreCase))
                    return place;
            }

            return -1;
        }
    }

    /// <summary>The place of the first column whose name begins with a word; -1 where there is none.</summary>
    public int BeginningWith(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            for (var place = 0; place < _names.Length; place++)
            {
                if (_names[place].StartsWith(word, StringComparison.OrdinalIgnoreCase))
                    return place;
            }
        }

        return -1;
    }

    /// <summary>Whether all columns are there.</summary>
    public bool Have(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (this[name] < 0)
                return false;
        }

        return true;
    }
}
