using System.Linq.Expressions;
using NRules.RuleModel;
using NRules.RuleModel.Builders;

namespace MedCodes.Validator.NRules;

/// <summary>
/// Writes a part of a rule as a rule of NRules: the policy first, then a pattern for each entry. Facts are patterns over working memory,
/// members of totals are collected, rows of tables are looked up by key and laid out; each activation hands over a binding.
/// </summary>
internal sealed class Translation
{
    private readonly RulePart _part;
    private readonly RuleBuilder _builder = new();
    private readonly GroupBuilder _left;
    private readonly ParameterExpression _context;
    private readonly List<ParameterExpression> _bound = [];

    private Translation(RulePart part)
    {
        _part = part;
        _left = _builder.LeftHandSide();
        _context = Expression.Parameter(typeof(Context), "context");
    }

    /// <summary>The rule for NRules.</summary>
    /// <param name="part">The part of a rule.</param>
    /// <param name="tests">What is asked of each of its entries.</param>
    public static IRuleDefinition Of(RulePart part, IReadOnlyList<EntryTest> tests) => new Translation(part).Build(tests);

    private IRuleDefinition Build(IReadOnlyList<EntryTest> tests)
    {
        _builder.Name($"{_part.Rule.Id} {_part.Group}");
        var policy = _left.Pattern(typeof(Context), _context.Name);
        if (!_part.Rule.Logic.ReadsPolicy)
            policy.Condition(Expression.Lambda(Expression.Property(_context, nameof(Context.IsElsewhere)), _context));
        foreach (var test in tests)
            _bound.Add(Add(test));
        var ignored = Expression.Parameter(typeof(IContext), "session");
        _builder.RightHandSide().Action(Expression.Lambda(
            Expression.Call(Expression.Property(_context, nameof(Context.Unit)), nameof(Unit.Found), null, Expression.Constant(_part), _context, Bound()),
            [ignored, _context, .. _bound]));
        return _builder.Build();
    }

    private ParameterExpression Add(EntryTest test)
    {
        var own = Expression.Parameter(typeof(Candidate), $"entry{_bound.Count}");
        if (test.Entry.Access is not null)
            AddRows(test, own);
        else if (test.Entry.Total is not null)
            AddTotal(test, own);
        else
            AddFacts(_left.Pattern(typeof(Candidate), own.Name), test, own, nameof(EntryTest.Meets));
        return own;
    }

    private void AddFacts(PatternBuilder pattern, EntryTest test, ParameterExpression own, string condition)
    {
        pattern.Condition(Expression.Lambda(
            Expression.Equal(Expression.Property(own, nameof(Candidate.Kind)), Expression.Constant(test.Kind)), own));
        if (test.HasOwn)
            pattern.Condition(Expression.Lambda(Expression.Call(Expression.Constant(test), nameof(EntryTest.MeetsOwn), null, own), own));
        if (_bound.Count == 0)
            pattern.Condition(Expression.Lambda(Expression.NotEqual(Expression.Property(own, nameof(Candidate.Place)), Expression.Constant(Candidate.Unseen)), own));
        pattern.Condition(Joined(test, own, condition));
    }

    private void AddTotal(EntryTest test, ParameterExpression own)
    {
        var members = Expression.Parameter(typeof(IEnumerable<Candidate>), $"members{_bound.Count}");
        var collected = _left.Pattern(members.Type, members.Name).Aggregate();
        collected.Collect();
        var member = Expression.Parameter(typeof(Candidate), $"member{_bound.Count}");
        AddFacts(collected.Pattern(member.Type, member.Name), test, member, nameof(EntryTest.MayCount));
        _left.Pattern(typeof(Candidate), own.Name).Binding().BindingExpression(Joined(test, members, nameof(EntryTest.Total)));
    }

    private void AddRows(EntryTest test, ParameterExpression own)
    {
        var pattern = _left.Pattern(typeof(Candidate), own.Name);
        var found = Expression.Parameter(typeof(IEnumerable<Candidate>), $"found{_bound.Count}");
        var rows = pattern.Aggregate();
        rows.Pattern(found.Type, found.Name).Binding().BindingExpression(
            Expression.Lambda(Expression.Call(Expression.Constant(test), nameof(EntryTest.Rows), null, _context, Bound()), [_context, .. _bound]));
        rows.Flatten(Expression.Lambda(found, found));
        pattern.Condition(Joined(test, own, nameof(EntryTest.Meets)));
    }

    private LambdaExpression Joined(EntryTest test, ParameterExpression own, string method) =>
        Expression.Lambda(Expression.Call(Expression.Constant(test), method, null, _context, Bound(), own), [_context, .. _bound, own]);

    private NewArrayExpression Bound() => Expression.NewArrayInit(typeof(Candidate), _bound);
}
