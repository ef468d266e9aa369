using System.Runtime.ExceptionServices;
using MedCodes.Validator.Engine;
using MedCodes.Validator.Engine.Naive;
using MedCodes.Validator.Rules.Model;

namespace MedCodes.Validator.NRules;

/// <summary>One set of facts while NRules goes through it: what was found, and which rules crashed.</summary>
internal sealed class Unit(Domain domain, RunKnowledge run)
{
    private readonly Dictionary<RulePart, List<Activation>> _found = [];
    private readonly Dictionary<Rule, ExceptionDispatchInfo> _crashes = [];

    public Domain Domain => domain;

    public RunKnowledge Run => run;

    /// <summary>Notes a binding that NRules found.</summary>
    public void Found(RulePart part, Context context, Candidate[] bound)
    {
        if (!_found.TryGetValue(part, out var all))
            _found[part] = all = [];
        all.Add(new Activation(context, bound));
    }

    /// <summary>What NRules found for a part of a rule, in canonical order.</summary>
    /// <exception cref="Exception">Whatever a condition of the rule threw.</exception>
    public IEnumerable<Activation> Activations(RulePart part)
    {
        if (_crashes.TryGetValue(part.Rule, out var crash))
            crash.Throw();
        return _found.TryGetValue(part, out var all) ? all.Order() : [];
    }

    /// <summary>What a condition says; where it throws, NRules goes on with the other rules and this one's exception is kept.</summary>
    public T Guard<T>(Rule rule, Func<T> say, T otherwise)
    {
        try
        {
            return say();
        }
        catch (Exception crash)
        {
            _crashes.TryAdd(rule, ExceptionDispatchInfo.Capture(crash));
            return otherwise;
        }
    }
}
