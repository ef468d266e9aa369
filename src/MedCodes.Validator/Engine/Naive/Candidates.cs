using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Model;

namespace MedCodes.Validator.Engine.Naive;

/// <summary>The facts that an entry can stand for, before its conditions are judged.</summary>
internal static class Candidates
{
    public static IEnumerable<Fact> Of(Entry entry, Bindings bindings, Domain domain, RuleSet rules, RunKnowledge run)
    {
        if (entry.Total is not null)
            return [Totals.Of(entry, bindings, domain[entry.Total.Of], domain, run)];
        if (entry.Access is { } access)
            return Rows.Find(entry, bindings, rules.Tables[access.Table], run.AsOf);
        var loaded = domain[entry.Kind].Where(fact => !bindings.Holds(fact));

        // What the rule is about must have been read; what it is held against may lie beyond the run.
        if (bindings.All.IsEmpty)
            return loaded;
        return Unseen.FactOf(entry, bindings, domain.Seen, run) is { } unseen ? loaded.Append(unseen) : loaded;
    }
}
