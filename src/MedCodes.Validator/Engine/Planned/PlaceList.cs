using System.Runtime.InteropServices;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>Places of facts of one kind in canonical order, found by their days where an entry asks for some.</summary>
internal sealed class PlaceList
{
    // Fewer are tried one by one.
    private const int FewestSorted = 32;
    private const int Unknown = -1;

    private int[]? _byDay;
    private int[] _days = [];

    public List<int> All { get; init; } = [];

    /// <summary>Whether there are enough of them to be found by their days.</summary>
    public bool HasDays => All.Count >= FewestSorted;

    /// <summary>The day of a fact as a number; below zero where it is not known.</summary>
    public static int DayOf(Fact fact) => fact.Kind.Find("date") is { } date && fact[date] is Value.Date { Day: var day } ? day.DayNumber : Unknown;

    /// <summary>Those that are not known to lie on another day than is asked for.</summary>
    /// <param name="days">The day of each fact by its place, as <see cref="DayOf"/> gives it.</param>
    /// <param name="window">The days that are asked for.</param>
    public List<int> Within(int[] days, DayWindow window)
    {
        Sort(days);
        var unknown = CountBefore(Unknown + 1);
        var first = CountBefore(window.From.DayNumber);
        var found = Math.Max(0, CountBefore(window.Through.DayNumber + 1) - first);
        if (unknown + found == All.Count)
            return All;
        var places = new List<int>(unknown + found);
        places.AddRange(_byDay.AsSpan(0, unknown));
        places.AddRange(_byDay.AsSpan(first, found));
        CollectionsMarshal.AsSpan(places).Sort();
        return places;
    }

    private void Sort(int[] days)
    {
        if (_byDay is not null)
            return;
        _byDay = [.. All];
        _days = [.. All.Select(place => days[place])];
        Array.Sort(_days, _byDay);
    }

    private int CountBefore(int day)
    {
        var (low, high) = (0, _days.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _days[middle] < day ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
