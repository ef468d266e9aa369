using System.Collections.Immutable;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Engine.Planned.Joining;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Profiles;

namespace MedCodes.Validator.Engine.Planned.Screening;

/// <summary>What one worker keeps between rows and claims: the memos, and the sets of rules of the claim at hand.</summary>
internal sealed class ScreenState
{
    private const int MostTexts = 200_000;

    private readonly List<Profile> _profiles = [];
    private RunKnowledge? _run;
    private readonly ulong[] _begin;
    private readonly ulong[] _pass;
    private readonly ulong[] _bypassed;
    private readonly ulong[] _fail;
    private readonly ulong[] _notEvaluated;
    private readonly string?[] _reasons;
    private readonly long[] _orders;

    public ScreenState(Screen screen, RowRulePlanner planner)
    {
        Memory = new RowMemory(planner);
        Rows = new UnitRows(planner.Columns, Texts);
        Memos = screen.NewMemos();
        Row = new ScreenedRow(Texts);
        Beginning = new BeginningRows(screen.Kinds, screen.Words);
        _begin = new ulong[screen.Words];
        _pass = new ulong[screen.Words];
        _bypassed = new ulong[screen.Words];
        _fail = new ulong[screen.Words];
        _notEvaluated = new ulong[screen.Words];
        _reasons = new string?[screen.Words * 64];
        _orders = new long[screen.Words * 64];
    }

    public ImmutableArray<ImmutableArray<ValueMemo<ScreenResult>>> Memos { get; }

    public TextNumbers Texts { get; } = new();

    /// <summary>The row at hand.</summary>
    public ScreenedRow Row { get; }

    /// <summary>The rows of the patient at hand.</summary>
    public UnitRows Rows { get; }

    /// <summary>With which of them the rules that need more than a row may begin.</summary>
    public BeginningRows Beginning { get; }

    /// <summary>What rows that were joined led to.</summary>
    public RowMemory Memory { get; }

    /// <summary>The rules that need more than a row and may begin in the claim.</summary>
    public ReadOnlySpan<ulong> MayBegin => _begin;

    public ReadOnlySpan<ulong> Passed => _pass;

    public ReadOnlySpan<ulong> Bypassed => _bypassed;

    public ReadOnlySpan<ulong> Failed => _fail;

    public ReadOnlySpan<ulong> NotEvaluated => _notEvaluated;

    /// <summary>Why a rule is not evaluated.</summary>
    public string? ReasonOf(int rule) => _reasons[rule];

    private ulong NumberOf(Profile profile)
    {
        for (var i = 0; i < _profiles.Count; i++)
        {
            if (ReferenceEquals(_profiles[i], profile))
                return (ulong)i;
        }

        _profiles.Add(profile);
        return (ulong)_profiles.Count - 1;
    }

    /// <summary>The profile and the setting of a claim as a number, with the day that stands for today.</summary>
    public ulong NumberOf(ClaimFacts claim, RunKnowledge run) =>
        (ulong)run.AsOf.DayNumber << 32 | NumberOf(claim.Profile) << 1 | (claim.View.Setting == ClaimSetting.Institutional ? 1UL : 0);

    /// <summary>Begins a patient, and forgets what no longer holds.</summary>
    public void Begin(PatientCase patient, RunKnowledge run)
    {
        if (!ReferenceEquals(_run, run))
        {
            // Another run holds other facts, and has perhaps another day for today.
            if (_run?.AsOf != run.AsOf)
                Memory.Clear();
            Memory.OthersBill.Clear();
            _run = run;
        }

        if (Texts.Count > MostTexts || Memory.IsFull)
        {
            // Numbers are given anew, so nothing that was remembered by them may stay.
            Texts.Clear();
            Memory.Clear();
            foreach (var memo in Memos.SelectMany(kind => kind))
                memo.Clear();
        }

        Beginning.Clear();
        Rows.Begin(patient);
        for (var i = 0; i < patient.Claims.Length; i++)
            Rows.TellProfile(i, NumberOf(patient.Claims[i], run));
    }

    /// <summary>Forgets the claim before.</summary>
    public void BeginClaim()
    {
        Array.Clear(_begin);
        Array.Clear(_pass);
        Array.Clear(_bypassed);
        Array.Clear(_fail);
        Array.Clear(_notEvaluated);
    }

    /// <summary>Adds a rule that may begin in the claim.</summary>
    public void Begin(int rule) => _begin[rule >> 6] |= 1UL << rule;

    /// <summary>Adds how rules end on a row.</summary>
    /// <param name="result">How they end.</param>
    /// <param name="order">Where the row stands among those of its kind in the claim.</param>
    public void Add(ScreenResult result, long order)
    {
        foreach (var (rule, reason) in result.Reasons)
        {
            // Of several rows the first one gives the reason.
            if ((_notEvaluated[rule >> 6] >> rule & 1) == 0 || order < _orders[rule])
                (_reasons[rule], _orders[rule]) = (reason, order);
        }

        Beginning.Add(result.Begin);
        for (var i = 0; i < _begin.Length; i++)
        {
            _begin[i] |= result.Begin[i];
            _pass[i] |= result.Pass[i];
            _bypassed[i] |= result.Bypassed[i];
            _fail[i] |= result.Fail[i];
            _notEvaluated[i] |= result.NotEvaluated[i];
        }
    }

    /// <summary>Leaves of each rule the worst: fail, not evaluated, bypassed, pass.</summary>
    public void Settle()
    {
        for (var i = 0; i < _begin.Length; i++)
        {
            _notEvaluated[i] &= ~_fail[i];
            _bypassed[i] &= ~(_fail[i] | _notEvaluated[i]);
            _pass[i] &= ~(_fail[i] | _notEvaluated[i] | _bypassed[i]);
        }
    }
}
