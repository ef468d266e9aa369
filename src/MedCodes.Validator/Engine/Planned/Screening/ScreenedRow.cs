using MedCodes.Validator.Engine.Planned.Joining;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;

namespace MedCodes.Validator.Engine.Planned.Screening;

/// <summary>The row that is screened, with the values that were read of it: groups of rules read the same ones. Belongs to one worker.</summary>
internal sealed class ScreenedRow(TextNumbers texts) : RowWords
{
    private ulong[] _values = [];
    private ScreenKind _kind = null!;
    private UnitFacts? _facts;
    private RowPlace _place;
    private ulong[] _possible = [];
    private bool _isNarrowed;

    /// <summary>The place of the row.</summary>
    public ref readonly RowPlace Place => ref _place;

    /// <summary>Its place among the rows of its kind in the claim.</summary>
    public int Number { get; private set; }

    /// <summary>The kind of the row.</summary>
    public FactKind Kind => _kind.Kind;

    /// <summary>The number of what applies to the claim.</summary>
    public ulong Policy { get; private set; }

    /// <summary>The number of the day by which tables are asked.</summary>
    public ulong Day => _kind.Day < 0 ? Words.AnyRow : this[_kind.Day];

    /// <summary>The value of a column, as a number that equal values share.</summary>
    public ulong this[int column]
    {
        get
        {
            ref var value = ref _values[column];
            return value == Words.NotRead ? value = _kind.Read(this, column, texts) : value;
        }
    }

    // Tests of one row know no other.
    public override ulong Read(int slot, int column) => this[column];

    /// <summary>The rules that its single values leave, as a set.</summary>
    public ulong[] Possible(ScreenMemos memos, ClaimFacts claim, RunKnowledge run)
    {
        if (_isNarrowed)
            return _possible;
        if (_possible.Length != _kind.Exclusions.Words)
            _possible = new ulong[_kind.Exclusions.Words];
        _kind.Exclusions.Leave(this, memos.Allowed, claim, run, _possible);
        _isNarrowed = true;
        return _possible;
    }

    /// <summary>The row as a fact, with the claim that it stands in and what applies there.</summary>
    public UnitFacts FactsOf(ClaimFacts claim)
    {
        if (_facts is not null)
            return _facts;
        var (fact, profile) = (claim.AtRow(Kind, Number), claim.AtRow(ClaimKinds.Profile, 0));
        return _facts = new UnitFacts(Kind == ClaimKinds.Claim ? [fact, profile] : [claim.Claim, profile, fact]);
    }

    /// <summary>Begins a claim.</summary>
    public void Begin(ulong policy) => Policy = policy;

    /// <summary>Begins a row.</summary>
    public void Begin(ScreenKind kind, in RowPlace place, int number)
    {
        (_kind, _place, Number, _facts, _isNarrowed) = (kind, place, number, null, false);
        if (_values.Length < kind.Width)
            _values = new ulong[kind.Width];
        _values.AsSpan(0, kind.Width).Fill(Words.NotRead);
    }
}
