using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>Hashes of values such that equal values have equal ones; none for what may be equal to something unknown.</summary>
internal static class ValueHash
{
    /// <summary>The hash of some fields of a fact; false where one of them may be equal to something unknown.</summary>
    public static bool TryHash(Fact fact, ImmutableArray<Field> fields, out int hash)
    {
        var code = new HashCode();
        foreach (var field in fields)
        {
            if (!TryAdd(ref code, fact[field]))
            {
                hash = 0;
                return false;
            }
        }

        hash = code.ToHashCode();
        return true;
    }

    public static bool TryAdd(ref HashCode hash, Value value)
    {
        switch (value)
        {
            case Value.Text text:
                hash.Add(text.Written, StringComparer.Ordinal);
                return true;
            case Value.Date date:
                hash.Add(date.Day.DayNumber);
                return true;
            case Value.Number { IsExact: true } number:
                hash.Add(number.Low);
                return true;
            case Value.Flag flag:
                hash.Add(flag.IsSet);
                return true;
            case Value.Reference reference:
                hash.Add(RuntimeHelpers.GetHashCode(reference.Fact));
                return true;
            case Value.BlankValue:
                hash.Add(0);
                return true;
            case Value.List list:
                return TryAddSet(ref hash, list);
            default:
                return false;
        }
    }

    // Lists are equal as sets, so neither order nor repetition may count.
    private static bool TryAddSet(ref HashCode hash, Value.List list)
    {
        var sum = 0;
        for (var i = 0; i < list.Items.Length; i++)
        {
            var item = new HashCode();
            if (!TryAdd(ref item, list.Items[i]))
                return false;
            var repeated = false;
            for (var j = 0; j < i && !repeated; j++)
                repeated = list.Items[j].Equals(list.Items[i]);
            if (!repeated)
                sum += item.ToHashCode();
        }

        hash.Add(sum);
        return true;
    }
}
