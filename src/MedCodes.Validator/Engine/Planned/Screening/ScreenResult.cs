using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using MedCodes.Validator.Engine.Planned.Joining;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Reference;

namespace MedCodes.Validator.Engine.Planned.Screening;

/// <summary>How rules end on a row, or on all rows of a claim, as sets of rules. A set is a bit per rule.</summary>
/// <param name="words">How many words a set has.</param>
internal sealed class ScreenResult(int words) : IEquatable<ScreenResult>
{
    private const int Sets = 5;

    private readonly ulong[] _all = new ulong[words * Sets];
    private WordSpan _days = WordSpan.Always;
    private ScreenResult? _others;

    /// <summary>Rules that need more than the row and may begin with it.</summary>
    public Span<ulong> Begin => _all.AsSpan(0, words);

    public Span<ulong> Pass => _all.AsSpan(words, words);

    public Span<ulong> Bypassed => _all.AsSpan(words * 2, words);

    public Span<ulong> Fail => _all.AsSpan(words * 3, words);

    public Span<ulong> NotEvaluated => _all.AsSpan(words * 4, words);

    /// <summary>Why rules are not evaluated.</summary>
    public ImmutableArray<(int Rule, string? Reason)> Reasons { get; private set; } = [];

    /// <summary>The wide groups of which some rule may begin with the row, a bit each; those beyond 64 always may.</summary>
    public ulong WideGroups { get; private set; }

    /// <summary>Whether no rule has anything to say of the row.</summary>
    public bool IsSilent { get; private set; } = true;

    /// <summary>Whether a rule crashed, which is told of every run in which it happens.</summary>
    public bool HasCrashed => Reasons.Any(reason => reason.Reason == RuleCrash.Reason);

    /// <summary>Says on which days the same comes of the row.</summary>
    /// <param name="day">The number of the row's day.</param>
    /// <param name="alike">The days around it on which tables and dated code sets hold the same; where it is no day, only it leads to what it led to.</param>
    public void HoldOn(ulong day, DaySpan alike) => _days = WordSpan.Of(day, alike);

    /// <summary>What comes of the row on a day: this, or what is known of other days; null where that is not known.</summary>
    public ScreenResult? On(ulong day)
    {
        for (var result = this; result is not null; result = result._others)
        {
            if (result._days.Holds(day))
                return result;
        }

        return null;
    }

    /// <summary>This, with what is known of other days; null where nothing is.</summary>
    public ScreenResult Besides(ScreenResult? others)
    {
        _others = others;
        return this;
    }

    public void MayBegin(int rule) => Set(Begin, rule);

    public void End(int rule, Outcome outcome, string? reason)
    {
        switch (outcome)
        {
            case Outcome.Pass:
                Set(Pass, rule);
                break;
            case Outcome.Bypassed:
                Set(Bypassed, rule);
                break;
            case Outcome.Fail:
                Set(Fail, rule);
                break;
            default:
                Set(NotEvaluated, rule);
                Reasons = Reasons.Add((rule, reason));
                break;
        }
    }

    /// <summary>Says that some rule of a wide group may begin with the row.</summary>
    public void Leave(int wideGroup) => WideGroups |= wideGroup < 64 ? 1UL << wideGroup : 0;

    /// <summary>Whether some rule of a wide group may.</summary>
    public bool Leaves(int wideGroup) => wideGroup >= 64 || (WideGroups >> wideGroup & 1) != 0;

    /// <summary>Adds the sets of another one.</summary>
    public void AddSets(ScreenResult other)
    {
        var (all, more) = (_all, other._all);
        var i = 0;
        for (; i <= all.Length - Vector<ulong>.Count; i += Vector<ulong>.Count)
            (new Vector<ulong>(all, i) | new Vector<ulong>(more, i)).CopyTo(all, i);
        for (; i < all.Length; i++)
            all[i] |= more[i];
        IsSilent &= other.IsSilent;
    }

    /// <summary>Adds how other rules end on the same row.</summary>
    public void Add(ScreenResult other)
    {
        AddSets(other);
        Reasons = Reasons.AddRange(other.Reasons);
        _days = _days.And(other._days);
    }

    /// <summary>Forgets all but the reasons.</summary>
    public void ClearSets()
    {
        Array.Clear(_all);
        IsSilent = true;
    }

    /// <summary>Leaves of each rule the worst: fail, not evaluated, bypassed, pass.</summary>
    public void Settle()
    {
        for (var i = 0; i < words; i++)
        {
            NotEvaluated[i] &= ~Fail[i];
            Bypassed[i] &= ~(Fail[i] | NotEvaluated[i]);
            Pass[i] &= ~(Fail[i] | NotEvaluated[i] | Bypassed[i]);
        }
    }

    /// <summary>Whether the same comes of both, on the same days and on others.</summary>
    public bool Equals(ScreenResult? other) => other is not null
        && ReferenceEquals(_others, other._others) && _days == other._days && WideGroups == other.WideGroups && _all.AsSpan().SequenceEqual(other._all) && Reasons.AsSpan().SequenceEqual(other.Reasons.AsSpan());

    public override bool Equals(object? obj) => Equals(obj as ScreenResult);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(MemoryMarshal.AsBytes(_all.AsSpan()));
        hash.Add(_days);
        return hash.ToHashCode();
    }

    private void Set(Span<ulong> set, int rule)
    {
        set[rule >> 6] |= 1UL << rule;
        IsSilent = false;
    }
}
