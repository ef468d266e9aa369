using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using MedCodes.Validator.Reference;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Rules.CodeSets;

/// <summary>A named list of codes, in force over a period.</summary>
internal sealed class CodeSet
{
    // Sets are many and most are asked little, so they are not frozen: that takes longer than all that is asked.
    private readonly HashSet<string> _codes;
    private readonly Lazy<ImmutableArray<string>> _inOrder;
    private readonly Lazy<string> _digest;
    private readonly DateOnly? _from;
    private readonly DateOnly? _through;

    /// <summary>Makes a set.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="summary">What its codes have in common.</param>
    /// <param name="codes">The codes, compared by ordinal; the set takes them over.</param>
    /// <param name="from">The first day on which they belong to it; null for none.</param>
    /// <param name="through">The last such day; null for none.</param>
    public CodeSet(string name, string summary, HashSet<string> codes, DateOnly? from, DateOnly? through)
    {
        Name = name;
        Summary = summary;
        _codes = codes;
        _inOrder = new(() => InOrder(codes));
        _digest = new(() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{string.Join(',', Codes)} {Period}"))));
        _from = from;
        _through = through;
    }

    public string Name { get; }

    public string Summary { get; }

    /// <summary>Whether membership depends on the date.</summary>
    public bool IsDated => _from is not null || _through is not null;

    /// <summary>The days around one on which it has the same codes.</summary>
    public DaySpan DaysLike(DateOnly day)
    {
        var alike = _from is { } from ? DaySpan.Always.CutAt(from, day) : DaySpan.Always;
        return _through is { } through ? alike.CutAfter(through, day) : alike;
    }

    /// <summary>The days on which its codes belong to it, in words.</summary>
    public string Period => string.Create(CultureInfo.InvariantCulture, $"{_from:yyyy-MM-dd}/{_through:yyyy-MM-dd}");

    /// <summary>Its codes in ordinal order.</summary>
    public ImmutableArray<string> Codes => _inOrder.Value;

    public bool IsEmpty => _codes.Count == 0;

    /// <summary>SHA-256 of its codes and their days, in hex: hashes of rules cover it.</summary>
    public string Digest => _digest.Value;

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

    // The hash of a rule needs the order at every start. Most sets are written in it, and then there is nothing to sort.
    private static ImmutableArray<string> InOrder(HashSet<string> codes)
    {
        var all = new string[codes.Count];
        codes.CopyTo(all);
        for (var i = 1; i < all.Length; i++)
        {
            if (string.CompareOrdinal(all[i - 1], all[i]) > 0)
            {
                Array.Sort(all, StringComparer.Ordinal);
                break;
            }
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(all);
    }
}
