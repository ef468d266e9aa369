using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Rules.Catalogue;

namespace MedCodes.Validator.Engine.Planned.Screening;

/// <summary>Passes over rows whose known value is none of those that rules ask for in writing.</summary>
internal sealed class RowSelector
{
    private readonly int _column;
    private readonly FrozenSet<ulong>? _values;

    private RowSelector(int column, FrozenSet<ulong>? values)
    {
        _column = column;
        _values = values;
    }

    /// <summary>What selects the rows of rules; null where some rule takes any row.</summary>
    public static ImmutableArray<RowSelector>? Of(ScreenKind kind, IEnumerable<RulePlan> plans)
    {
        var selectors = ImmutableArray.CreateBuilder<RowSelector>();
        foreach (var field in plans.GroupBy(plan => plan.Selection?.Field))
        {
            if (field.Key is null || Of(field.Key, kind, field.SelectMany(plan => plan.Selection!.Values)) is not { } selector)
                return null;
            selectors.Add(selector);
        }

        return selectors.ToImmutable();
    }

    /// <summary>Whether the row has one of the values, or one that is not known.</summary>
    public bool MaySelect(ScreenedRow row)
    {
        var value = row[_column];
        return _values is null ? value != 0 : value is 0 or >= Columns.FirstUnreadable || _values.Contains(value);
    }

    private static RowSelector? Of(Field field, ScreenKind kind, IEnumerable<string> values)
    {
        // What is joined of two fields has a number of its own.
        if (field.Type.Scalar != ScalarType.Code || field == LineKinds.GroupAndSpecialtyField)
            return null;
        var column = kind.NumberOf(field);
        if (column < 0)
            return null;
        if (field.Type.IsList)
            return new RowSelector(column, null);
        var numbers = new List<ulong>();
        foreach (var value in values)
        {
            // Longer texts are not packed in every column.
            if (value.Length >= PackedText.Capacity || !PackedText.TryPack(Encoding.UTF8.GetBytes(value), out var number))
                return null;
            numbers.Add(number);
        }

        return new RowSelector(column, numbers.ToFrozenSet());
    }
}
