using System.Collections.Immutable;
using MedCodes.Validator.Engine;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Engine.Planned;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Catalogue;

namespace MedCodes.Validator.Batches;

/// <summary>
/// Measures what each rule about claims costs: judges the first patients of the run once more with that rule alone. Rules are judged
/// together otherwise, so that there is nothing of a single one to measure; the real run is not slowed by a clock.
/// </summary>
internal sealed class RulesAlone
{
    // Enough for every rule to meet what it looks for; more would only take longer.
    private const int MostPatients = 2_000;

    private readonly Lock _lock = new();
    private readonly RunTimings _timings;
    private readonly ImmutableArray<(string Id, IRuleEngine Engine)> _engines;
    private readonly TimeSpan[] _times;
    private int _patients;

    public RulesAlone(RuleSet rules, RunTimings timings)
    {
        _timings = timings;
        _engines =
        [
            .. rules.Rules.Where(rule => rule.Scope is Scope.Claim or Scope.Patient && !rule.Logic.ReadsFindings)
                .Select(rule => (rule.Id, (IRuleEngine)new PlannedEngine(rules.Only(rule)))),
        ];
        _times = new TimeSpan[_engines.Length];
    }

    /// <summary>Judges a patient, who was judged before, with each rule alone.</summary>
    public void Measure(PatientCase patient, RunKnowledge run)
    {
        lock (_lock)
        {
            if (_patients == MostPatients)
                return;
            _patients++;
            for (var i = 0; i < _engines.Length; i++)
            {
                var start = _timings.Now;
                _engines[i].Engine.Judge(patient, run);
                _times[i] += _timings.Since(start);
            }
        }
    }

    /// <summary>Hands in what was measured.</summary>
    public void Finish() => _timings.Measured(_engines.Select((rule, place) => new RuleTime(rule.Id, _times[place])), _patients);
}
