using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using MedCodes.Validator.Reference.Stores;

namespace MedCodes.Validator.Reference.Icd10;

/// <summary>
/// The side of each diagnosis, from its title: right or left only where another title is the same but for the other side, so that a
/// failure of the left ventricle is not taken for one of the left side of the body.
/// </summary>
internal sealed partial class DiagnosisSides
{
    private readonly List<(ulong Code, string Title)> _all = [];

    public static ImmutableArray<TableColumn> Columns { get; } = [new("code", ColumnType.Code), new("side", ColumnType.Name)];

    public void Add(ulong code, ReadOnlySpan<byte> title) => _all.Add((code, Encoding.UTF8.GetString(title).ToLowerInvariant()));

    /// <summary>A row for every code: right, left, or none.</summary>
    public ImmutableArray<Section> Build()
    {
        var titles = _all.Select(one => one.Title).ToHashSet(StringComparer.Ordinal);
        var rows = new RowStoreBuilder(Columns, [["code"]]);
        foreach (var (code, title) in _all)
            rows.Add([code, KeyValue.Of(SideOf(title, titles))]);
        return rows.Build();
    }

    private static string SideOf(string title, HashSet<string> titles)
    {
        if (RightPattern().IsMatch(title))
            return titles.Contains(RightPattern().Replace(title, "left")) ? "right" : "none";
        return LeftPattern().IsMatch(title) && titles.Contains(LeftPattern().Replace(title, "right")) ? "left" : "none";
    }

    [GeneratedRegex(@"\bright\b", RegexOptions.CultureInvariant)]
    private static partial Regex RightPattern();

    [GeneratedRegex(@"\bleft\b", RegexOptions.CultureInvariant)]
    private static partial Regex LeftPattern();
}
