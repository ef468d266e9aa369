using System.Collections.Immutable;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Engine.Planned.Joining;

namespace MedCodes.Validator.Engine.Planned.Screening;

/// <summary>What one worker keeps between rows and claims: the memos, and the sets of rules of the claim at hand.</summary>
internal sealed class ScreenState
{
    private const int UsualTexts = 50_000;

    private readonly int _mostTexts;
    private readonly PolicyNumbers _policies = new();
    private RunKnowledge? _run;
    private readonly ScreenResult _ofClaim;
    private readonly string?[] _reasons;
    private readonly long[] _orders;

    public ScreenState(Screen screen, RowRulePlanner planner, MemoRoom room)
    {
        _mostTexts = room.Of(UsualTexts);
        Memory = new RowMemory(planner, room);
        Rows = new UnitRows(planner.Columns, Texts);
        Memos = screen.NewMemos(room);
        Row = new ScreenedRow(Texts);
        Beginning = new BeginningRows(screen.Kinds, screen.Words);
        _ofClaim = new ScreenResult(screen.Words);
        _reasons = new string?[screen.Words * 64];
        _orders = new long[screen.Words * 64];
    }

    public ImmutableArray<ScreenMemos> Memos { get; }

    public TextNumbers Texts { get; } = new();

    /// <summary>The row at hand.</summary>
    public ScreenedRow Row { get; }

    /// <summary>The rows of the patient at hand.</summary>
    public UnitRows Rows { get; }

    /// <summary>With which of them the rules that need more than a row may begin.</summary>
    public BeginningRows Beginning { get; }

    /// <summary>What rows that were joined led to.</summary>
    public RowMemory Memory { get; }

    /// <summary>How rules end on the rows of the claim at hand; those that may begin need more than a row.</summary>
    public ScreenResult OfClaim => _ofClaim;

    /// <summary>Why a rule is not evaluated.</summary>
    public string? ReasonOf(int rule) => _reasons[rule];

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

        if (Texts.Count > _mostTexts || Memory.IsFull)
        {
            // Numbers are given anew, so nothing that was remembered by them may stay.
            Texts.Clear();
            Memory.Clear();
            foreach (var memos in Memos)
                memos.Clear();
        }

        Beginning.Clear();
        Rows.Begin(patient);
        for (var i = 0; i < patient.Claims.Length; i++)
            Rows.TellPolicy(i, _policies.Of(patient.Claims[i], run.AsOf));
    }

    /// <summary>Forgets the claim before.</summary>
    public void BeginClaim() => _ofClaim.ClearSets();

    /// <summary>Adds a rule that may begin in the claim.</summary>
    public void Begin(int rule) => _ofClaim.MayBegin(rule);

    /// <summary>Adds how rules end on a row.</summary>
    /// <param name="result">How they end.</param>
    /// <param name="order">Where the row stands among those of its kind in the claim.</param>
    public void Add(ScreenResult result, long order)
    {
        foreach (var (rule, reason) in result.Reasons)
        {
            // Of several rows the first one gives the reason.
            if ((_ofClaim.NotEvaluated[rule >> 6] >> rule & 1) == 0 || order < _orders[rule])
                (_reasons[rule], _orders[rule]) = (reason, order);
        }

        Beginning.Add(result.Begin);
        _ofClaim.AddSets(result);
    }
}
