using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules.Facts;

namespace MedCodes.Validator.Engine.Planned.Recall;

/// <summary>Gathers how rules end on a patient's claims, from units that a part of the claims or of their days are. Belongs to one worker.</summary>
internal sealed class UnitEnds
{
    private readonly List<int> _claims = [];
    private readonly List<UnitEnd> _all = [];
    private readonly List<int> _open = [];
    private readonly Dictionary<(int Rule, int Claim), int> _places = [];
    private int _units;

    /// <summary>How rules ended, the claims by their places among the patient's.</summary>
    public List<UnitEnd> All => _all;

    /// <summary>The rules that must be judged on facts.</summary>
    public List<int> Open => _open;

    public bool HasOpen => _open.Count > 0;

    public void Clear()
    {
        _all.Clear();
        _open.Clear();
        _units = 0;
    }

    /// <summary>Begins a unit; takes the places of its claims among the patient's.</summary>
    public List<int> BeginUnit()
    {
        _claims.Clear();
        return _claims;
    }

    /// <summary>The place in the unit of the claim that is a fact; -1 for none.</summary>
    public int PlaceOf(Fact fact, PatientCase patient)
    {
        for (var i = 0; i < _claims.Count; i++)
        {
            if (patient.Claims[_claims[i]].Claim == fact)
                return i;
        }

        return -1;
    }

    /// <summary>Adds what the unit led to.</summary>
    public void Add(UnitResult result)
    {
        _units++;
        foreach (var end in result.Ends)
            _all.Add(end with { Claim = _claims[end.Claim] });
        foreach (var rule in result.Open)
        {
            if (!_open.Contains(rule))
                _open.Add(rule);
        }
    }

    // Apart, because its closure would be made even where nothing is open.
    private void RemoveOpen() => _all.RemoveAll(end => _open.Contains(end.Rule));

    /// <summary>Leaves of each rule and claim the worst; a rule that is open says nothing yet.</summary>
    public void Settle()
    {
        if (_units < 2 || _all.Count == 0)
            return;
        _places.Clear();
        var kept = 0;
        for (var i = 0; i < _all.Count; i++)
        {
            var end = _all[i];
            if (!_places.TryGetValue((end.Rule, end.Claim), out var place))
            {
                _places[(end.Rule, end.Claim)] = kept;
                _all[kept++] = end;
            }
            else if (OutcomeOrder.Rank(end.Outcome) < OutcomeOrder.Rank(_all[place].Outcome))
            {
                _all[place] = end;
            }
            else if (end.Outcome == Outcome.NotEvaluated && _all[place].Outcome == Outcome.NotEvaluated && end.Reason != _all[place].Reason && !_open.Contains(end.Rule))
            {
                // Of several reasons the one counts that comes first in the claim, which days by themselves do not tell.
                _open.Add(end.Rule);
            }
        }

        _all.RemoveRange(kept, _all.Count - kept);
        if (_open.Count > 0)
            RemoveOpen();
    }
}
