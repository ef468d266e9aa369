using System.Runtime.CompilerServices;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>Hashes of values such that equal values have equal ones; none for what may be equal to something unknown.</summary>
internal static class ValueHash
{
    /// <summary>The hash of a value; 0 and false where it may be equal to something unknown.</summary>
    public static bool TryHash(Value value, out int hash)
    {
        var code = new HashCode();
        var isKnown = TryAdd(ref code, value);
        hash = isKnown ? code.ToHashCode() : 0;
        return isKnown;
    }

    private static bool TryAdd(ref HashCode hash, Value value)
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
