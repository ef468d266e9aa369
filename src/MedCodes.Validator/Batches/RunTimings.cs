using System.Collections.Immutable;

namespace MedCodes.Validator.Batches;

/// <summary>Measures how long the stages of a run take, and its rules. Safe to use from several threads.</summary>
/// <param name="clock">The clock to measure with.</param>
public sealed class RunTimings(TimeProvider clock)
{
    /// <summary>The stage in which rules are judged.</summary>
    internal const string Judging = "judging";

    /// <summary>The part of it in which claims are read that had no room to be kept.</summary>
    internal const string ReadingAgain = "reading again";

    private readonly Lock _lock = new();
    private readonly List<StageTime> _stages = [];
    private ImmutableArray<RuleTime> _rules = [];

    /// <summary>The stages in the order in which they first ended; one that came several times is added up.</summary>
    public ImmutableArray<StageTime> Stages
    {
        get
        {
            lock (_lock)
                return [.. _stages];
        }
    }

    /// <summary>The rules about claims, the slowest first. Each was judged once more by itself, on <see cref="Patients"/> patients.</summary>
    public ImmutableArray<RuleTime> Rules
    {
        get
        {
            lock (_lock)
                return _rules;
        }
    }

    /// <summary>The patients on whose claims rules were measured; the first ones of a large run.</summary>
    public int Patients { get; private set; }

    /// <summary>Measures until the result is disposed of.</summary>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    public IDisposable Stage(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new Running(this, name, clock.GetTimestamp());
    }

    /// <summary>
    /// Measures how long the run waits for claims that are read again while it judges; what remains of the judging is the rest, so that the
    /// stages add up to the time that the run took.
    /// </summary>
    internal IEnumerable<T> WhileReadingAgain<T>(IEnumerable<T> things)
    {
        using var next = things.GetEnumerator();
        while (true)
        {
            var start = Now;
            var isThere = next.MoveNext();
            var taken = Since(start);
            Add(ReadingAgain, taken);
            Add(Judging, -taken);
            if (!isThere)
                yield break;
            yield return next.Current;
        }
    }

    internal long Now => clock.GetTimestamp();

    internal TimeSpan Since(long start) => clock.GetElapsedTime(start);

    internal void Measured(IEnumerable<RuleTime> rules, int patients)
    {
        lock (_lock)
        {
            _rules = [.. rules.OrderByDescending(rule => rule.Time).ThenBy(rule => rule.Rule, StringComparer.Ordinal)];
            Patients = patients;
        }

        // Rules were measured while others were judged.
        Add(Judging, -_rules.Aggregate(TimeSpan.Zero, (sum, rule) => sum + rule.Time));
    }

    private void Add(string name, TimeSpan time)
    {
        lock (_lock)
        {
            var at = _stages.FindIndex(stage => stage.Name == name);
            if (at < 0)
                _stages.Add(new StageTime(name, time));
            else
                _stages[at] = _stages[at] with { Time = _stages[at].Time + time };
        }
    }

    private sealed class Running(RunTimings timings, string name, long start) : IDisposable
    {
        public void Dispose() => timings.Add(name, timings.Since(start));
    }
}

/// <summary>How long a stage of a run took.</summary>
public sealed record StageTime(string Name, TimeSpan Time);

/// <summary>How long a rule took.</summary>
/// <param name="Rule">Its id.</param>
/// <param name="Time">The time on all patients that were measured.</param>
public sealed record RuleTime(string Rule, TimeSpan Time);
