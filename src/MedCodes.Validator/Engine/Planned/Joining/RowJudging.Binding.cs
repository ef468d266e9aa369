using System.Collections.Immutable;

namespace MedCodes.Validator.Engine.Planned.Joining;

/// <summary>Binds names to rows, entry by entry.</summary>
internal sealed partial class RowJudging
{
    // False where what follows can change nothing any more. A method that takes room on the stack and loops is never replaced by one that is
    // compiled with a profile, so that the loops are methods of their own.
    private bool Bind(ImmutableArray<RowEntry> entries, int next, RowVerdict verdict, Stage stage)
    {
        if (next == entries.Length)
            return Complete(verdict, stage);
        var entry = entries[next];
        var goesOn = entry.Plan.Total is not null ? BindTotal(entries, next, verdict, stage)
            : entry.Table is not null ? BindFound(entries, next, verdict, stage)
            : BindRows(entries, next, verdict, stage) && BindUnseen(entries, next, verdict, stage);

        // What those behind found may settle what was bound before, but nothing of what else may be bound there.
        return goesOn || (stage == Stage.Match && next == _rule.Decisive && !IsDecided);
    }

    private bool BindTotal(ImmutableArray<RowEntry> entries, int next, RowVerdict verdict, Stage stage)
    {
        var before = _frame.Count;
        _frame.BindFact(entries[next].Plan.Slot, Total(entries[next]));
        var goesOn = Bind(entries, next + 1, verdict, stage);
        _frame.ReleaseTo(before);
        return goesOn;
    }

    private bool BindFound(ImmutableArray<RowEntry> entries, int next, RowVerdict verdict, Stage stage)
    {
        foreach (var found in _frame.Find(entries[next]))
        {
            if (!Take(entries, next, -1, found, RowMatch.Unclear, verdict, stage))
                return false;
        }

        return true;
    }

    private bool BindRows(ImmutableArray<RowEntry> entries, int next, RowVerdict verdict, Stage stage)
    {
        var entry = entries[next];
        if (entry.Twins >= 0 && !_unit.MayHoldTwins(entry.Kind, entry.Twins) && _frame.RowAt(entry.Joins[0].Other) >= 0)
            return true;
        Span<RowKey> keys = stackalloc RowKey[entry.Joins.Length];
        var match = _frame.KeysOf(entry, _claim >= 0, ref keys);
        return BindRows(entries, next, keys, match, verdict, stage);
    }

    private bool BindRows(ImmutableArray<RowEntry> entries, int next, ReadOnlySpan<RowKey> keys, RowMatch match, RowVerdict verdict, Stage stage)
    {
        var kind = entries[next].Kind;
        var (first, end) = RowsFor(entries[next]);
        if (end - first >= entries[next].FewestSought)
            return BindSought(entries, next, keys, match, verdict, stage);
        for (var row = first; row < end; row++)
        {
            var own = _unit.Compare(kind, row, keys, match);
            if (own != RowMatch.Differs && !_frame.Holds(kind, row) && !Take(entries, next, row, null, own, verdict, stage))
                return false;
        }

        return true;
    }

    /// <summary>Where the rows begin and end that an entry can take: those of one claim, where it asks for the claim of what is bound.</summary>
    private (int First, int End) RowsFor(RowEntry entry) =>
        _unit.RowsIn(entry.Kind, _claim < 0 && entry.OfClaim >= 0 && _frame.IsBound(entry.OfClaim) ? _frame.ClaimAt(entry.OfClaim) : _claim);

    private bool BindUnseen(ImmutableArray<RowEntry> entries, int next, RowVerdict verdict, Stage stage)
    {
        // What was not seen has no known patient, so that nothing fails there.
        var entry = entries[next];
        if (stage != Stage.Require && entry.OfPatient >= 0 && _frame.IsBound(entry.OfPatient) && IsKnownWithoutFailure())
            return true;
        return Unseen(entry) is not { } unseen || Take(entries, next, -1, unseen, RowMatch.Unclear, verdict, stage);
    }

    private bool Take(
        ImmutableArray<RowEntry> entries, int next, int row, KnownFact? fact, RowMatch match, RowVerdict verdict, Stage stage, bool isWithin = false)
    {
        var before = _frame.Count;
        var own = TryBind(entries[next], row, fact, match, isWithin);
        var both = verdict & own;
        var goesOn = both.IsFalse || (both.IsUnknown && stage != Stage.Require && IsKnownWithoutFailure()) || Bind(entries, next + 1, both, stage);
        _frame.ReleaseTo(before);
        return goesOn;
    }

    /// <summary>Whether only a failure could say more of the claim that is reported.</summary>
    private bool IsKnownWithoutFailure()
    {
        if (_ends.All.Count == 0)
            return false;
        if (_claim >= 0 || _unit.Patient.Claims.Length == 1)
            return _ends.IsBad(Math.Max(_claim, 0));

        // Else a pass may be said of another claim than what comes of a group.
        return _rule.IsReportedAsMatched && _frame.ClaimAt(_rule.Report[0]) is >= 0 and var claim && _ends.IsBad(claim);
    }

    /// <summary>Binds a row, or a fact that is none, and judges the entry's own conditions; what was bound stays so until the caller releases it.</summary>
    private RowVerdict TryBind(RowEntry entry, int row, KnownFact? fact, RowMatch match, bool isWithin)
    {
        var slot = entry.Plan.Slot;
        if (fact is null)
            _frame.BindRow(slot, entry.Kind, row);
        else
            _frame.BindFact(slot, fact);
        var verdict = entry.Table is null ? RowVerdict.True : fact!.Known;
        if (match != RowMatch.Agrees)
            verdict &= Joins(entry, slot);
        if (verdict.IsFalse)
            return verdict;
        if (entry.After >= 0 && _frame.IsBound(entry.After))
        {
            verdict &= fact is { Known: { IsUnknown: true } unknown } ? unknown : RowVerdict.Of(row > _frame.RowAt(entry.After));
            if (verdict.IsFalse)
                return verdict;
        }

        foreach (var part in isWithin ? entry.PartsWithin : entry.Parts)
        {
            verdict &= _frame.Judge(part);
            if (verdict.IsFalse)
                return verdict;
        }

        return verdict;
    }

    private RowVerdict Joins(RowEntry entry, int slot)
    {
        var verdict = RowVerdict.True;
        foreach (var join in entry.Joins)
        {
            if (!_frame.IsBound(join.Other))
                continue;
            verdict &= IsEqual(join, slot);
            if (verdict.IsFalse)
                return verdict;
        }

        return verdict;
    }

    private RowVerdict IsEqual(RowEquality join, int slot)
    {
        if (join.Kind != EqualityKind.Values)
            return _frame.IsTogether(join.Kind, slot, join.Other);
        if (_frame.RowAt(slot) < 0 || _frame.RowAt(join.Other) < 0)
            return _frame.Judge(join.Slowly!);
        if (join.Own < 0)
            return join.Column >= 0 && _frame.Read(slot, join.Column) == _frame.Read(join.Other, join.Column) ? _frame.JudgeAlike(join, slot) : _frame.Judge(join.Slowly!);
        var (own, other) = (_frame.Read(slot, join.Own), _frame.Read(join.Other, join.Others));
        if (Words.IsPlain(own) && Words.IsPlain(other))
            return RowVerdict.Of(own == other);
        return Words.IsPlainOrMissing(own) && Words.IsPlainOrMissing(other)
            ? _frame.JudgeMissing(join.Slowly!, own == Words.Missing, other == Words.Missing)
            : _frame.Judge(join.Slowly!);
    }

    private KnownFact? Unseen(RowEntry entry)
    {
        // Only what is seen of a patient can have days that were not.
        if (_claim >= 0 || entry.Plan.Unseen is not { } plan)
            return null;
        var window = _frame.WindowOf(entry);
        return window.Unknown is null && window.From <= window.Through && _unit.Days.Cover(window.From, window.Through)
            ? window.From == window.Through && !plan.AsksForProvider && _frame.OthersBill(entry) ? _memory.Know(plan.Others) : null
            : plan.Beyond(window) is { } beyond ? _memory.Know(beyond) : null;
    }
}
