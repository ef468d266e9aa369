namespace MedCodes.Validator.Rules.Values;

/// <summary>Computed numbers, amounts and dates. Missing or unknown in, unknown out; blank in, blank out.</summary>
internal static class Arithmetic
{
    public static Value Apply(ArithmeticOperator operation, Value a, Value b)
    {
        try
        {
            return Compute(operation, a, b);
        }
        catch (OverflowException)
        {
            return new Value.Unknown("a computed number is too large");
        }
    }

    private static Value Compute(ArithmeticOperator operation, Value a, Value b)
    {
        if ((Comparison.ReasonUnknown(a) ?? Comparison.ReasonUnknown(b)) is { } reason)
            return new Value.Unknown(reason);
        if (a is Value.BlankValue || b is Value.BlankValue)
            return Value.Blank;
        return (a, operation, b) switch
        {
            (Value.Number x, ArithmeticOperator.Plus, Value.Number y) => new Value.Number(x.Low + y.Low, x.High + y.High),
            (Value.Number x, ArithmeticOperator.Minus, Value.Number y) => new Value.Number(x.Low - y.High, x.High - y.Low),
            (Value.Number x, ArithmeticOperator.Times, Value.Number y) => Times(x, y),
            (Value.Date x, ArithmeticOperator.Plus, Value.Length y) => Shift(x.Day, y.Count, y.Unit),
            (Value.Date x, ArithmeticOperator.Minus, Value.Length y) => Shift(x.Day, -y.Count, y.Unit),
            (Value.Date x, ArithmeticOperator.Minus, Value.Date y) => Value.Of((decimal)(x.Day.DayNumber - y.Day.DayNumber)),
            _ => throw new InvalidOperationException($"The loader let through {operation} on {a.GetType().Name} and {b.GetType().Name}."),
        };
    }

    /// <summary>A number as a length of time; unknown where it is no whole number.</summary>
    public static Value AsLength(Value count, LengthUnit unit)
    {
        if (Comparison.ReasonUnknown(count) is { } reason)
            return new Value.Unknown(reason);
        if (count is Value.BlankValue)
            return Value.Blank;
        return count is Value.Number { IsExact: true, Low: { } whole } && whole == decimal.Truncate(whole) && Math.Abs(whole) <= 100_000
            ? new Value.Length((int)whole, unit)
            : new Value.Unknown("a length of time is no whole number");
    }

    /// <summary>How many days a length of time has at most.</summary>
    public static long MostDays(int count, LengthUnit unit) => unit switch
    {
        LengthUnit.Days => count,
        LengthUnit.Months => count * 31L,
        _ => count * 366L,
    };

    private static Value Times(Value.Number a, Value.Number b)
    {
        if (a.IsExact && b.IsExact)
            return Value.Of(a.Low!.Value * b.Low!.Value);
        if (a.Low is not { } aLow || a.High is not { } aHigh || b.Low is not { } bLow || b.High is not { } bHigh)
            return new Value.Number(null, null);
        decimal[] corners = [aLow * bLow, aLow * bHigh, aHigh * bLow, aHigh * bHigh];
        return new Value.Number(corners.Min(), corners.Max());
    }

    // AddMonths and AddYears clamp the day to the month's end, as the language says.
    private static Value Shift(DateOnly date, int count, LengthUnit unit)
    {
        var days = date.DayNumber + MostDays(count, unit);
        if (days < DateOnly.MinValue.DayNumber || days > DateOnly.MaxValue.DayNumber)
            return new Value.Unknown("a computed date lies outside the calendar");
        return Value.Of(unit switch
        {
            LengthUnit.Days => date.AddDays(count),
            LengthUnit.Months => date.AddMonths(count),
            _ => date.AddYears(count),
        });
    }
}

/// <summary>What values can be computed with.</summary>
internal enum ArithmeticOperator
{
    Plus = 1,
    Minus,
    Times,
}
