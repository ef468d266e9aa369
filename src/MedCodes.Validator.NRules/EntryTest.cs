using System.Collections.Immutable;
using MedCodes.Validator.Engine.Naive;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Model;

namespace MedCodes.Validator.NRules;

/// <summary>What NRules asks of an entry of a rule: its conditions test "not false".</summary>
internal sealed class EntryTest
{
    private readonly RuleSet _rules;
    private readonly Rule _rule;
    private readonly ImmutableArray<Entry> _before;
    private readonly ImmutableArray<Condition> _own;

    /// <summary>Makes the tests of an entry.</summary>
    /// <param name="rules">The rules, whose tables are asked.</param>
    /// <param name="rule">Its rule.</param>
    /// <param name="before">The entries before it.</param>
    /// <param name="entry">The entry.</param>
    public EntryTest(RuleSet rules, Rule rule, ImmutableArray<Entry> before, Entry entry)
    {
        _rules = rules;
        _rule = rule;
        _before = before;
        Entry = entry;
        _own = [.. Unseen.OwnConditions(entry).Where(condition => !condition.Tests.SelectMany(test => test.Matcher.Arguments).Any(argument => argument.Parameters.Any()))];
    }

    public Entry Entry { get; }

    /// <summary>The kind of the facts that it goes through.</summary>
    public FactKind Kind => Entry.Total?.Of ?? Entry.Kind;

    /// <summary>Whether conditions speak of nothing but the fact itself, so that it is tested once and not for every join.</summary>
    public bool HasOwn => !_own.IsEmpty;

    /// <summary>Whether the conditions that speak of nothing else are not false.</summary>
    public bool MeetsOwn(Candidate own) => own.Fact is not { } fact || own.Unit.Guard(
        _rule,
        () =>
        {
            var bindings = Bindings.None(new Policy(_rules.DefaultProfile, null)).With(Entry.Name, fact);
            return _own.All(condition => !Conditions.Judge(condition, bindings).IsFalse);
        },
        otherwise: false);

    /// <summary>Whether all conditions are not false.</summary>
    public bool Meets(Context context, Candidate[] bound, Candidate own) => context.Unit.Guard(
        _rule,
        () =>
        {
            var bindings = Bind(context, bound);
            return FactOf(Entry, own, bindings) is { } fact
                && !(Entry.Access is null && bindings.Holds(fact))
                && !Conditions.JudgeEntry(Entry, fact, bindings).IsFalse;
        },
        otherwise: false);

    /// <summary>Whether a fact is or may be a member of the total.</summary>
    public bool MayCount(Context context, Candidate[] bound, Candidate own) => own.Fact is { } fact && context.Unit.Guard(
        _rule, () => !Conditions.JudgeEntry(Entry, fact, Bind(context, bound)).IsFalse, otherwise: false);

    /// <summary>The total of the members that NRules collected.</summary>
    public Candidate Total(Context context, Candidate[] bound, IEnumerable<Candidate> members) => new(
        context.Unit,
        Entry.Kind,
        context.Unit.Guard(
            _rule,
            () => Totals.Of(Entry, Bind(context, bound), members.OrderBy(member => member.Place).Select(member => member.Fact!), context.Unit.Domain, context.Unit.Run),
            Fact.Unknown(Entry.Kind, "")),
        0);

    /// <summary>The rows of a table that the names bound before lead to.</summary>
    public IEnumerable<Candidate> Rows(Context context, Candidate[] bound) => context.Unit.Guard(
        _rule,
        () => Validator.Engine.Naive.Rows.Find(Entry, Bind(context, bound), _rules.Tables[Entry.Access!.Table], context.Unit.Run.AsOf)
            .Select((row, place) => new Candidate(context.Unit, Entry.Kind, row, place))
            .ToArray(),
        []);

    private Bindings Bind(Context context, Candidate[] bound)
    {
        var bindings = Bindings.None(context.Policy);
        for (var i = 0; i < bound.Length; i++)
            bindings = bindings.With(_before[i].Name, FactOf(_before[i], bound[i], bindings)!);
        return bindings;
    }

    /// <summary>The fact that a candidate stands for; null where there is no such fact for these bindings.</summary>
    public static Fact? FactOf(Entry entry, Candidate candidate, Bindings bindings) =>
        candidate.Fact ?? Unseen.FactOf(entry, bindings, candidate.Unit.Domain.Seen, candidate.Unit.Run);
}
