using System.Collections.Immutable;
using MedCodes.Validator.Engine.Planned.Joining;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Profiles;

namespace MedCodes.Validator.Engine.Planned.Screening;

/// <summary>The rows of one kind, with the groups of rules that begin with them and the columns that those read.</summary>
internal sealed class ScreenKind
{
    private readonly List<(ColumnReader? Field, RowSigns? Signs)> _columns = [];
    private readonly HashSet<int> _varied = [];

    private ScreenKind(FactKind kind, IReadOnlyCollection<ScreenedRule> rules, int words, Profile fallback, bool remembers)
    {
        Kind = kind;
        var groups = ScreenGroup.Of(this, rules).ToLookup(group => group.IsWide);
        Wide = [.. groups[true]];
        Common = [.. groups[false]];
        Key = ScreenKey.Of(Common);
        Exclusions = new Exclusions(this, rules, words, fallback, remembers);
        if (Common.Concat(Wide).Any(group => group.GoesByDay))
            Day = NumberOf(kind.DateThatCounts!);
    }

    public FactKind Kind { get; }

    /// <summary>The groups that values decide which come again and again: what a row leads to under all of them is remembered as one.</summary>
    public ImmutableArray<ScreenGroup> Common { get; }

    /// <summary>The groups that read a value which is another one in nearly every claim.</summary>
    public ImmutableArray<ScreenGroup> Wide { get; }

    /// <summary>The values by which <see cref="Common"/> is remembered.</summary>
    public ScreenKey Key { get; }

    /// <summary>What those values rule out one by one.</summary>
    public Exclusions Exclusions { get; }

    /// <summary>The column of the date by which tables and dated code sets are asked; -1 where none is.</summary>
    public int Day { get; } = -1;

    /// <summary>How many columns are read.</summary>
    public int Width => _columns.Count;

    /// <summary>Reads a column of a row, as a number that equal values share.</summary>
    public ulong Read(ScreenedRow row, int column, TextNumbers texts)
    {
        var (field, signs) = _columns[column];
        return field is null ? signs!.Of(row, texts) : field(row.Place, texts);
    }

    /// <summary>Whether a column has so many values that it is kept out of <see cref="Key"/>.</summary>
    public bool IsVaried(int column) => _varied.Contains(column);

    /// <summary>The kinds of row that rules begin with.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="words">How many words a set of rules has.</param>
    /// <param name="fallback">The profile where nothing tells which one counts.</param>
    /// <param name="remembers">Whether it is remembered what single values of a row led to.</param>
    public static ImmutableArray<ScreenKind> Of(IEnumerable<ScreenedRule> rules, int words, Profile fallback, bool remembers) =>
        [.. rules.GroupBy(rule => rule.Plan.Match[0].Kind).Select(kind => new ScreenKind(kind.Key, [.. kind], words, fallback, remembers))];

    /// <summary>The number of a field's column; -1 where only the fact can tell.</summary>
    public int NumberOf(Field field)
    {
        if (Columns.Of(field, Kind) is not { } read)
            return -1;
        if (_columns.IndexOf((read, null)) is >= 0 and var at)
            return at;
        return Add(read, null, Columns.IsVaried(field));
    }

    /// <summary>The number of the column that tells how tests come out.</summary>
    /// <param name="tests">The tests.</param>
    /// <param name="isVaried">Whether it is kept out of <see cref="Key"/>.</param>
    public int NumberOf(IEnumerable<Condition.Is> tests, bool isVaried)
    {
        ImmutableArray<SignTest> signs =
        [
            .. tests.Select(test => new SignTest(
                WordTests.Of(test, read => new RowRead(0, NumberOf(read.Field), ReadAs.Value))!,
                [.. test.Reads.Select(read => NumberOf(read.Field)).Distinct()])).DistinctBy(test => test.Words),
        ];
        for (var column = 0; column < _columns.Count; column++)
        {
            if (IsVaried(column) == isVaried && _columns[column].Signs is { } known && known.Tests.Select(test => test.Words).SequenceEqual(signs.Select(test => test.Words)))
                return column;
        }

        return Add(null, new RowSigns(signs), isVaried);
    }

    private int Add(ColumnReader? field, RowSigns? signs, bool isVaried)
    {
        var number = _columns.Count;
        _columns.Add((field, signs));
        if (isVaried)
            _varied.Add(number);
        return number;
    }
}
