using System.Collections.Frozen;
using System.Globalization;
using MedCodes.Validator.Documents.Interpretation.Words;

namespace MedCodes.Validator.Documents.Interpretation;

/// <summary>Finds stated amounts: "15 to 30 minutes", "at least two hours", "four units per day".</summary>
internal readonly struct Amounts
{
    // Larger numbers before "units" or "levels" are codes or doses.
    private const decimal MostCounted = 999;

    // All that an amount may begin with, digits aside.
    private static readonly FrozenSet<string> Beginnings = AmountWords.AtLeast.Cues.Concat(AmountWords.AtMost.Cues)
        .Select(cue => cue.Split(' ')[0])
        .Concat(AmountWords.Numbers.Keys)
        .Concat(["half", "a", "an"])
        .ToFrozenSet(StringComparer.Ordinal);

    private readonly ParsedText _text;
    private readonly int _end;

    private Amounts(ParsedText text, int end)
    {
        _text = text;
        _end = end;
    }

    /// <summary>The amounts in a text, in its order.</summary>
    public static IReadOnlyList<FoundAmount> In(ParsedText text)
    {
        var found = new List<FoundAmount>();
        for (var i = 0; i < text.Tokens.Length;)
        {
            var word = text.Tokens[i].Word;
            var amount = char.IsAsciiDigit(word[0]) || Beginnings.Contains(word) ? new Amounts(text, text.ClauseAround(i).End).At(i) : null;
            if (amount is not null)
                found.Add(amount);
            i = amount?.Range.End ?? i + 1;
        }

        return found;
    }

    /// <summary>Whether a word is a number in digits or letters.</summary>
    public static bool IsNumber(string word) => NumberOf(word) is not null;

    /// <summary>Whether words are a number or stand for some of a unit: "a minute", "half an hour", "a few days".</summary>
    public static bool MayBeginAt(ParsedText text, int at, int end)
    {
        var amounts = new Amounts(text, end);
        if (IsNumber(at < end ? text.Word(at) : ""))
            return true;
        var article = amounts.Is(at, "half") ? at + 1 : at;
        if (!amounts.Is(article, "a", "an"))
            return false;
        var unit = amounts.Is(article + 1, "few") ? article + 2 : amounts.Is(article + 1, "couple") && amounts.Is(article + 2, "of") ? article + 3 : article + 1;
        return amounts.UnitAt(unit) is { Measure: AmountMeasure.Time };
    }

    private FoundAmount? At(int at)
    {
        // A limit is read with its amount, so that "no more than" is not taken apart.
        var least = AmountWords.AtLeast.At(_text, at, _end);
        var most = least is null ? AmountWords.AtMost.At(_text, at, _end) : null;
        if (Interval((least ?? most)?.End ?? at) is not { } interval)
            return null;
        var (low, high) = (interval.Low, interval.High);
        var end = interval.End;
        if (AmountWords.OrMore.At(_text, end, _end) is { } more)
            (high, end) = (AmountFact.Open, more.End);
        else if (AmountWords.OrLess.At(_text, end, _end) is { } less)
            (low, end) = (0, less.End);
        if (least is not null)
            high = AmountFact.Open;
        else if (most is not null)
            low = 0;
        return new FoundAmount(new TokenRange(at, end), interval.Measure, Plain(low), Plain(high), Per(end));
    }

    /// <summary>One quantity, or two with "to", "or" or a dash between them, of which the first may leave its unit to the second.</summary>
    private (decimal Low, decimal High, AmountMeasure Measure, int End)? Interval(int at)
    {
        if (QuantityAt(at) is { } single)
        {
            return SecondAfter(at, single.End) is { } second && second.Measure == single.Measure && single.Value <= second.Value
                ? (single.Value, second.Value, single.Measure, second.End)
                : (single.Value, single.Value, single.Measure, single.End);
        }

        if (at >= _end || IsGlued(at) || NumberOf(_text.Word(at)) is not { } number)
            return null;
        return SecondAfter(at, at + 1) is { } upper && number * upper.Factor <= upper.Value
            ? (number * upper.Factor, upper.Value, upper.Measure, upper.End)
            : null;
    }

    private Quantity? SecondAfter(int first, int at)
    {
        if (at >= _end)
            return null;
        var word = _text.Word(at);
        if (AmountWords.To.Contains(word) || (word == "and" && _text.Word(first - 1) == "between"))
            return QuantityAt(at + 1);
        return _text.Tokens[at].Before == Gap.Hyphen ? QuantityAt(at, afterHyphen: true) : null;
    }

    private Quantity? QuantityAt(int at, bool afterHyphen = false)
    {
        if (at >= _end || (!afterHyphen && IsGlued(at)))
            return null;
        var word = _text.Word(at);
        if (word == "half" && Is(at + 1, "a", "an") && UnitAt(at + 2) is { Measure: AmountMeasure.Time } halved)
            return new Quantity(halved.Factor / 2, halved.Factor, halved.Measure, at + 3);
        // "An hour", but "a day" is mostly what something is counted by.
        var number = word is "a" or "an" && Is(at + 1, "hour", "minute") ? 1 : NumberOf(word);
        if (number is not { } value)
            return null;
        var unit = at + 1;
        if (Is(unit, "and") && Is(unit + 1, "a") && Is(unit + 2, "half"))
            (value, unit) = (value + 0.5m, unit + 3);
        if (UnitAt(unit) is not { } found || (found.Measure != AmountMeasure.Time && value > MostCounted))
            return null;
        var quantity = new Quantity(value * found.Factor, found.Factor, found.Measure, unit + 1);
        return found.Measure == AmountMeasure.Time ? WithRest(quantity) : quantity;
    }

    /// <summary>"An hour and a half", "1 hour 30 minutes".</summary>
    private Quantity WithRest(Quantity quantity)
    {
        var next = quantity.End;
        if (Is(next, "and") && Is(next + 1, "a") && Is(next + 2, "half"))
            return quantity with { Value = quantity.Value + (quantity.Factor / 2), End = next + 3 };
        var at = Is(next, "and") ? next + 1 : next;
        return at < _end && NumberOf(_text.Word(at)) is { } value && UnitAt(at + 1) is { Measure: AmountMeasure.Time } unit && unit.Factor < quantity.Factor
            ? quantity with { Value = quantity.Value + (value * unit.Factor), End = at + 2 }
            : quantity;
    }

    private (AmountMeasure Measure, decimal Factor)? UnitAt(int at)
    {
        var word = at < _end ? _text.Word(at) : "";
        return AmountWords.Minutes.TryGetValue(word, out var minutes) ? (AmountMeasure.Time, minutes)
            : AmountWords.Counted.TryGetValue(word, out var measure) ? (measure, 1)
            : null;
    }

    private string Per(int at)
    {
        if (at >= _end)
            return "";
        if (AmountWords.Adverbs.TryGetValue(_text.Word(at), out var counted))
            return counted;
        var next = at + 1 < _end ? _text.Word(at + 1) : "";
        return _text.Word(at) == "per" || (AmountWords.Per.Contains(_text.Word(at)) && AmountWords.Counting.Contains(next)) ? next : "";
    }

    private bool Is(int at, params ReadOnlySpan<string> words) => at < _end && words.Contains(_text.Word(at));

    /// <summary>Whether a hyphen binds a number to a word before it, as in "C4-5".</summary>
    private bool IsGlued(int at) => at > 0 && _text.Tokens[at].Before == Gap.Hyphen;

    /// <summary>The number without zeros at its end: 1.5 hours are 90 minutes and not 90.0.</summary>
    private static decimal Plain(decimal value) => decimal.IsInteger(value) ? decimal.Truncate(value) : value;

    private static decimal? NumberOf(string word)
    {
        if (AmountWords.Numbers.TryGetValue(word, out var value))
            return value;
        const NumberStyles style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands;
        return word.Length is > 0 and <= 9 && char.IsAsciiDigit(word[0]) && decimal.TryParse(word, style, CultureInfo.InvariantCulture, out value) ? value : null;
    }

    /// <summary>A number and its unit.</summary>
    /// <param name="Value">The value; time in minutes.</param>
    /// <param name="Factor">What one of the unit counts.</param>
    /// <param name="Measure">What is counted.</param>
    /// <param name="End">The index behind its last word.</param>
    private readonly record struct Quantity(decimal Value, decimal Factor, AmountMeasure Measure, int End);
}

/// <summary>An amount in a text.</summary>
/// <param name="Range">Its words, limits included.</param>
/// <param name="Measure">What is counted.</param>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
/// <param name="Per">Per what; empty where nothing is said.</param>
internal sealed record FoundAmount(TokenRange Range, AmountMeasure Measure, decimal Low, decimal High, string Per);
