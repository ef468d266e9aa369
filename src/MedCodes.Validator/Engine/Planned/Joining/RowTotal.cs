using System.Runtime.InteropServices;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Engine.Planned.Joining;

/// <summary>Adds up a total over rows.</summary>
/// <param name="entry">Its entry.</param>
/// <param name="isOpen">Whether there may be more that was not seen.</param>
/// <param name="why">Why; null where there is nothing more, or nothing is known of it.</param>
/// <param name="members">Takes the members.</param>
internal ref struct RowTotal(RowEntry entry, bool isOpen, string? why, List<TotalMember> members)
{
    // Fewer are compared with one another.
    private const int FewestHashed = 16;

    private string? _why = Begin(members, why);
    private int _certain;

    /// <summary>Adds a member.</summary>
    /// <param name="row">Its row.</param>
    /// <param name="whyNot">Why it may be none; null where it is one.</param>
    public void Add(int row, string? whyNot)
    {
        _why ??= whyNot;
        _certain += whyNot is null ? 1 : 0;
        members.Add(new TotalMember(row, whyNot is null));
    }

    /// <summary>How it comes out; nothing is made where another came out alike.</summary>
    public readonly KnownFact Outcome(RowFrame frame, RowMemory memory)
    {
        var outcome = new TotalOutcome(entry, _certain, members.Count, isOpen, 0, 0, _certain == members.Count, _why, null);
        if (entry.Sum is { } sum)
            outcome = Sum(outcome, sum, frame);
        else if (entry.Distinct is { } distinct)
            outcome = Count(outcome, distinct, frame);
        if (memory.TryFindTotal(outcome, out var known))
            return known;
        var (certain, possible) = Values(frame);
        return memory.AddTotal(
            outcome,
            entry.Distinct is null ? new Value.Number(_certain, isOpen ? null : members.Count, _why) : TotalPlan.CountValues(certain, possible, isOpen, _why),
            entry.Sum is null ? null : TotalPlan.SumOf(entry.Sum.Field, certain, possible, isOpen, _why));
    }

    private static string? Begin(List<TotalMember> members, string? why)
    {
        members.Clear();
        return why;
    }

    private readonly TotalOutcome Sum(TotalOutcome outcome, RowMember member, RowFrame frame)
    {
        var (sumOfCertain, sumOfPossible, whyUnknown) = (0m, 0m, (string?)null);
        foreach (var (row, isCertain) in members)
        {
            var amount = frame.AmountOf(member, entry.Kind, row, out var whyNot);
            sumOfPossible += amount;
            sumOfCertain += isCertain ? amount : 0;
            whyUnknown ??= whyNot;
        }

        return outcome with { SumOfCertain = sumOfCertain, SumOfPossible = sumOfPossible, WhyUnknown = whyUnknown };
    }

    // Values that are not known count by themselves, so that how many there are tells.
    private readonly TotalOutcome Count(TotalOutcome outcome, RowMember member, RowFrame frame)
    {
        var (certain, possible, unknown) = (0, 0, 0);
        var seen = members.Count < FewestHashed ? null : new Dictionary<ulong, bool>();
        for (var i = 0; i < members.Count; i++)
        {
            if (frame.WhyUnknown(member, entry.Kind, members[i].Row) is { } reason)
            {
                outcome = outcome with { WhyUnknown = outcome.WhyUnknown ?? reason };
                unknown++;
                continue;
            }

            var (isNew, isNewOfCertain) = seen is null ? IsNew(member, frame, i) : IsNew(member, frame, i, seen);
            possible += isNew ? 1 : 0;
            certain += members[i].IsCertain && isNewOfCertain ? 1 : 0;
        }

        return outcome with { Certain = Math.Max(certain, _certain == 0 ? 0 : 1), Possible = possible + unknown };
    }

    /// <summary>Whether no member before has the value of one, and none that is certain.</summary>
    private readonly (bool OfAll, bool OfCertain) IsNew(RowMember member, RowFrame frame, int at)
    {
        var word = frame.WordOf(member, entry.Kind, members[at].Row);
        var isNew = true;
        for (var i = 0; i < at; i++)
        {
            if (frame.WordOf(member, entry.Kind, members[i].Row) != word)
                continue;
            if (members[i].IsCertain)
                return (false, false);
            isNew = false;
        }

        return (isNew, true);
    }

    /// <summary>The same with the values seen before, and whether one that is certain had them.</summary>
    private readonly (bool OfAll, bool OfCertain) IsNew(RowMember member, RowFrame frame, int at, Dictionary<ulong, bool> seen)
    {
        ref var isCertain = ref CollectionsMarshal.GetValueRefOrAddDefault(seen, frame.WordOf(member, entry.Kind, members[at].Row), out var isKnown);
        var isNew = (!isKnown, !isCertain);
        isCertain |= members[at].IsCertain;
        return isNew;
    }

    private readonly (List<Value> Certain, List<Value> Possible) Values(RowFrame frame)
    {
        var (certain, possible) = (new List<Value>(), new List<Value>());
        if ((entry.Sum ?? entry.Distinct) is not { } member)
            return (certain, possible);
        foreach (var (row, isCertain) in members)
        {
            var value = frame.ValueOf(member, entry.Kind, row);
            possible.Add(value);
            if (isCertain)
                certain.Add(value);
        }

        return (certain, possible);
    }
}

/// <summary>A member of a total.</summary>
/// <param name="Row">Its row.</param>
/// <param name="IsCertain">Whether it counts for sure; else it may.</param>
internal readonly record struct TotalMember(int Row, bool IsCertain);
