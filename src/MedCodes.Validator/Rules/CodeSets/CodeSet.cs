using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Rules.CodeSets;

/// <summary>A named list of codes, in force over a period.</summary>
internal sealed class CodeSet
{
    private readonly FrozenSet<string> _codes;
    private readonly DateOnly? _from;
    private readonly DateOnly? _through;

    public CodeSet(string name, string summary, IEnumerable<string> codes, DateOnly? from, DateOnly? through)
    {
        Name = name;
        Summary = summary;
        _codes = codes.ToFrozenSet(StringComparer.Ordinal);
        _from = from;
        _through = through;
    }

    public string Name { get; }

    public string Summary { get; }

    /// <summary>Whether membership depends on the date.</summary>
    public bool IsDated => _from is not null || _through is not null;

    /// <summary>The days on which its codes belong to it, in words.</summary>
    public string Period => string.Create(CultureInfo.InvariantCulture, $"{_from:yyyy-MM-dd}/{_through:yyyy-MM-dd}");

    /// <summary>Its codes in ordinal order.</summary>
    public ImmutableArray<string> Codes => [.. _codes.Order(StringComparer.Ordinal)];

    /// <summary>Whether a code belongs to it.</summary>
    /// <param name="code">The code.</param>
    /// <param name="date">The day that decides; only asked for where the set is dated and has the code.</param>
    public Verdict Contains(string code, Func<Value> date)
    {
        if (!_codes.Contains(code))
            return Verdict.False;
        if (!IsDated)
            return Verdict.True;
        return date() is Value.Date { Day: var day }
            ? Verdict.Of(day >= (_from ?? DateOnly.MinValue) && day <= (_through ?? DateOnly.MaxValue))
            : Verdict.Unknown("the date that a dated code set goes by is missing");
    }
}
