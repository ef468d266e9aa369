using System.Collections.Immutable;
using MedCodes.Validator.Engine.Naive;
using MedCodes.Validator.Rules.Catalogue;
using NRules;
using NRules.RuleModel;
using RuleSet = MedCodes.Validator.Rules.RuleSet;

namespace MedCodes.Validator.NRules;

/// <summary>Rules that are judged together, compiled into one network of NRules. Immutable; each set of facts has a session of its own.</summary>
internal sealed class Network
{
    private readonly ISessionFactory _sessions;
    private readonly ImmutableArray<FactKind> _kinds;
    private readonly ImmutableArray<FactKind> _mayBeUnseen;

    public Network(RuleSet rules, RuleGroup group)
    {
        var kinds = new HashSet<FactKind>();
        var definitions = new List<IRuleDefinition>();
        foreach (var rule in group.Rules)
        {
            foreach (var part in RulePart.Of(rule))
            {
                var entries = part.Entries;
                var tests = entries.Select((entry, place) => new EntryTest(rules, rule, entries[..place], entry)).ToList();
                kinds.UnionWith(tests.Where(test => test.Entry.Access is null).Select(test => test.Kind));
                definitions.Add(Translation.Of(part, tests));
            }
        }

        _kinds = [.. kinds];
        _mayBeUnseen = [.. kinds.Where(kind => kind.IsWithin(LineKinds.Line))];
        _sessions = new RuleCompiler().Compile(definitions);
    }

    /// <summary>Lets NRules find every binding in a set of facts.</summary>
    public void Run(Unit unit, IEnumerable<Context> contexts)
    {
        var session = _sessions.CreateSession();
        session.InsertAll(FactsOf(unit, contexts));
        session.Fire();
    }

    private IEnumerable<object> FactsOf(Unit unit, IEnumerable<Context> contexts)
    {
        foreach (var context in contexts)
            yield return context;
        foreach (var kind in _kinds)
        {
            foreach (var (place, fact) in unit.Domain[kind].Index())
                yield return new Candidate(unit, kind, fact, place);
        }

        foreach (var kind in unit.Domain.Seen is null ? [] : _mayBeUnseen)
            yield return new Candidate(unit, kind, null, Candidate.Unseen);
    }
}
