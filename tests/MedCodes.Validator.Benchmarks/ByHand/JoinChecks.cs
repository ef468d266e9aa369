using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Rules;

namespace MedCodes.Validator.Benchmarks.ByHand;

/// <summary>Rules that join facts of a patient with one another and with tables, written by hand.</summary>
internal sealed class JoinChecks(RuleSet rules, DateOnly asOf) : IHandChecks
{
    private readonly HandTables _tables = new(rules, asOf);
    private readonly HashSet<ulong> _ownAddOns = Of("99292 01968 01969");
    private readonly HashSet<ulong> _repeat = Of("76 77 91 59 XE XP XS XU JW");
    private readonly HashSet<ulong> _associated = Of(
        "E1 E2 E3 E4 FA F1 F2 F3 F4 F5 F6 F7 F8 F9 TA T1 T2 T3 T4 T5 T6 T7 T8 T9 LT RT LC LD RC LM RI 24 25 57 58 78 79 27 59 91 XE XS XP XU");

    private readonly List<HandLine> _lines = [];

    public IReadOnlyList<string> Rules { get; } = ["MC3001", "MC3010", "MC4101", "MC4201", "MC4301", "MC4401"];

    public void Check(PatientCase patient, Span<int> found)
    {
        _lines.Clear();
        foreach (var facts in patient.Claims)
        {
            var claim = facts.View;
            foreach (var line in claim.Lines)
            {
                found[0] += PointersToNothing(claim, line);
                found[1] += RepeatedModifiers(line.Row.Modifiers);
                if (!facts.IsSuperseded)
                    _lines.Add(new HandLine(claim, line));
            }
        }

        if (!patient.IsIdentified)
            return;
        for (var place = 0; place < _lines.Count; place++)
        {
            found[2] += IsAddOnAlone(place) ? 1 : 0;
            found[3] += CodesThatInclude(place);
            found[4] += DaysAboveLimit(place);
            found[5] += IsSecondOfDuplicates(place) ? 1 : 0;
        }
    }

    private static int PointersToNothing(Claim claim, ServiceLine line)
    {
        var count = 0;
        foreach (var pointer in line.Pointers)
            count += pointer.Target is { } target && (target < 1 || target > claim.Diagnoses.Count) ? 1 : 0;
        return count;
    }

    private static int RepeatedModifiers(ulong modifiers)
    {
        var count = 0;
        for (var place = 0; place < 3; place++)
        {
            var modifier = ModifierList.Slot(modifiers, place);
            if (modifier is 0 or LineRow.UnreadableModifier)
                continue;
            var isRepeated = false;
            for (var other = place + 1; other < 4; other++)
                isRepeated |= ModifierList.Slot(modifiers, other) == modifier;
            count += isRepeated ? 1 : 0;
        }

        return count;
    }

    // Where the provider or the day of a line is not known that may be the primary, nothing can be said.
    private bool IsAddOnAlone(int place)
    {
        var addOn = _lines[place];
        if (addOn.Date == 0 || addOn.Code == 0 || _ownAddOns.Contains(addOn.Code) || _tables.PrimariesOf(addOn.Code, addOn.Date) is not { } primaries)
            return false;
        for (var other = 0; other < _lines.Count; other++)
        {
            var line = _lines[other];
            if (other != place && (line.Code == 0 || primaries.Contains(line.Code)) && MayBeSame(line.Individual, addOn.Individual) && MayBeSame((ulong)line.Date, (ulong)addOn.Date))
                return false;
        }

        return true;
    }

    // Each code that includes the line is a finding of its own.
    private int CodesThatInclude(int place)
    {
        var component = _lines[place];
        if (component.Date == 0 || component.Code == 0 || component.Individual == 0)
            return 0;
        var count = 0;
        for (var other = 0; other < _lines.Count; other++)
        {
            var line = _lines[other];
            if (other == place || line.Code == 0 || line.Date != component.Date || line.Individual != component.Individual)
                continue;
            if (_tables.IndicatorOf(line.Code, component.Code, component.Date) is { } indicator
                && !(indicator == 1 && (component.HasAny(_associated) || line.HasAny(_associated))))
            {
                count++;
            }
        }

        return count;
    }

    // Units are added up at the first line of a code and day.
    private int DaysAboveLimit(int place)
    {
        var first = _lines[place];
        if (!first.IsCounted || first.Date == 0 || first.Code == 0 || first.Individual == 0)
            return 0;
        var count = 0;
        for (var day = first.Date; day <= first.Through; day++)
        {
            if (_tables.DailyLimitOf(first.Code, day) is { } limit && !IsCountedBefore(place, day) && UnitsFrom(place, day) > limit)
                count++;
        }

        return count;
    }

    private bool IsCountedBefore(int place, int day)
    {
        for (var before = 0; before < place; before++)
        {
            if (IsOfSameDay(_lines[before], _lines[place], day))
                return true;
        }

        return false;
    }

    private decimal? UnitsFrom(int place, int day)
    {
        decimal? sum = 0;
        for (var other = place; other < _lines.Count; other++)
        {
            if (IsOfSameDay(_lines[other], _lines[place], day))
                sum += _lines[other].UnitsOfDay;
        }

        return sum;
    }

    private static bool IsOfSameDay(in HandLine one, in HandLine other, int day) =>
        one.IsCounted && one.Code == other.Code && one.Individual == other.Individual && one.Date != 0 && one.Date <= day && day <= one.Through;

    private bool IsSecondOfDuplicates(int place)
    {
        var line = _lines[place];
        if (!line.IsFirstBilling || line.Npi == 0 || line.Date == 0 || line.Code == 0 || line.HasAny(_repeat))
            return false;
        var before = 0;
        for (var other = 0; other < place; other++)
            before += AreEqual(_lines[other], line) ? 1 : 0;
        return before == 1;
    }

    private static bool AreEqual(in HandLine one, in HandLine other) =>
        one.IsFirstBilling
        && one.Code == other.Code
        && one.Date == other.Date
        && one.Through == other.Through
        && one.Modifiers == other.Modifiers
        && one.Npi == other.Npi
        && one.Ndc == other.Ndc;

    private static bool MayBeSame(ulong one, ulong other) => one == 0 || other == 0 || one == other;

    private static HashSet<ulong> Of(string codes) => [.. codes.Split(' ').Select(Codes.Of)];
}
