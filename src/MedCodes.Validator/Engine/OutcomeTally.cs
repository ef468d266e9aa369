using System.Runtime.InteropServices;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Model;

namespace MedCodes.Validator.Engine;

/// <summary>Counts how rules end, without keeping on what. Belongs to one worker.</summary>
/// <param name="rules">The rules, by whose place in the set it counts.</param>
internal sealed class OutcomeTally(RuleSet rules)
{
    private readonly RuleSet _rules = rules;
    private readonly int[] _pass = new int[rules.Rules.Length];
    private readonly int[] _fail = new int[rules.Rules.Length];
    private readonly int[] _bypassed = new int[rules.Rules.Length];
    private readonly Dictionary<string, int>?[] _notEvaluated = new Dictionary<string, int>?[rules.Rules.Length];

    /// <summary>Counts one outcome of a rule.</summary>
    public void Add(int rule, Outcome outcome, string? reason)
    {
        switch (outcome)
        {
            case Outcome.Pass:
                _pass[rule]++;
                break;
            case Outcome.Fail:
                _fail[rule]++;
                break;
            case Outcome.Bypassed:
                _bypassed[rule]++;
                break;
            case Outcome.NotEvaluated:
                CollectionsMarshal.GetValueRefOrAddDefault(ReasonsOf(rule), reason ?? "", out _)++;
                break;
        }
    }

    /// <summary>Counts an outcome.</summary>
    public void Add(RuleOutcome outcome) => Add(_rules.Rules.IndexOf(outcome.Rule), outcome.Outcome, outcome.Reason);

    /// <summary>Counts what another one has counted, which may know only some of the rules.</summary>
    public void Add(OutcomeTally other)
    {
        for (var from = 0; from < other._pass.Length; from++)
        {
            var rule = _rules == other._rules ? from : _rules.Rules.IndexOf(other._rules.Rules[from]);
            _pass[rule] += other._pass[from];
            _fail[rule] += other._fail[from];
            _bypassed[rule] += other._bypassed[from];
            foreach (var (reason, count) in other._notEvaluated[from] ?? [])
                CollectionsMarshal.GetValueRefOrAddDefault(ReasonsOf(rule), reason, out _) += count;
        }
    }

    /// <summary>The counts of a rule, not applicable left out.</summary>
    public OutcomeCounts Of(Rule rule)
    {
        var place = _rules.Rules.IndexOf(rule);
        return new OutcomeCounts(_pass[place], _fail[place], _bypassed[place], 0, _notEvaluated[place]?.Values.Sum() ?? 0);
    }

    /// <summary>Why rules were not evaluated, and how often.</summary>
    public IEnumerable<NotEvaluatedCause> Causes => _notEvaluated.SelectMany((reasons, place) =>
        (reasons ?? []).Select(reason => new NotEvaluatedCause(_rules.Rules[place].Id, reason.Key, reason.Value)));

    private Dictionary<string, int> ReasonsOf(int rule) => _notEvaluated[rule] ??= new Dictionary<string, int>(StringComparer.Ordinal);
}
