namespace MedCodes.Validator.Rules.Values;

/// <summary>Equality and order of values. Ranges decide only where every value in them decides alike.</summary>
internal static class Comparison
{
    /// <summary>Why a value decides nothing; null where it is known or blank.</summary>
    public static string? ReasonUnknown(Value value) => value switch
    {
        Value.Unknown unknown => unknown.Reason,
        Value.Missing missing => missing.Reason,
        _ => null,
    };

    /// <summary>Whether two values are equal; lists are equal as sets.</summary>
    public static Verdict Equal(Value a, Value b)
    {
        if ((ReasonUnknown(a) ?? ReasonUnknown(b)) is { } reason)
            return Verdict.Unknown(reason);
        return (a, b) switch
        {
            (Value.Number x, Value.Number y) => EqualNumbers(x, y),
            (Value.List x, Value.List y) => EqualSets(x, y),
            _ => Verdict.Of(a.Equals(b)),
        };
    }

    /// <summary>Whether the first is at most the second. Blank is neither above nor below anything.</summary>
    public static Verdict AtMost(Value a, Value b)
    {
        if ((ReasonUnknown(a) ?? ReasonUnknown(b)) is { } reason)
            return Verdict.Unknown(reason);
        if (Bounds(a) is not var (aLow, aHigh) || Bounds(b) is not var (bLow, bHigh))
            return Verdict.False;
        if (aHigh is { } most && bLow is { } least && most <= least)
            return Verdict.True;
        return aLow is { } low && bHigh is { } high && low > high ? Verdict.False : Verdict.Unknown(WhyUncertain(a, b));
    }

    /// <summary>Whether the first is less than the second. Blank is neither above nor below anything.</summary>
    public static Verdict LessThan(Value a, Value b)
    {
        if ((ReasonUnknown(a) ?? ReasonUnknown(b)) is { } reason)
            return Verdict.Unknown(reason);
        if (Bounds(a) is null || Bounds(b) is null)
            return Verdict.False;
        return !AtMost(b, a);
    }

    private static string WhyUncertain(Value a, Value b) =>
        (a as Value.Number)?.Why ?? (b as Value.Number)?.Why ?? "what a total counts is not certain";

    private static Verdict EqualNumbers(Value.Number a, Value.Number b)
    {
        if (a.IsExact && b.IsExact)
            return Verdict.Of(a.Low == b.Low);
        var apart = (a.Low is { } low && b.High is { } otherHigh && low > otherHigh)
            || (b.Low is { } otherLow && a.High is { } high && otherLow > high);
        return apart ? Verdict.False : Verdict.Unknown(WhyUncertain(a, b));
    }

    private static Verdict EqualSets(Value.List a, Value.List b)
    {
        if (a.Items.Concat(b.Items).Select(ReasonUnknown).FirstOrDefault(reason => reason is not null) is { } reason)
            return Verdict.Unknown(reason);
        return Verdict.Of(a.Items.ToHashSet().SetEquals(b.Items));
    }

    private static (decimal? Low, decimal? High)? Bounds(Value value) => value switch
    {
        Value.Number number => (number.Low, number.High),
        Value.Date date => (date.Day.DayNumber, date.Day.DayNumber),
        _ => null,
    };
}
