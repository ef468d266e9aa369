using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Rules.Operators;

/// <summary>A bare value: equality.</summary>
internal sealed class EqualTo(Expression value) : Matcher
{
    /// <summary>What it must equal.</summary>
    public Expression Value => value;

    public override IEnumerable<Expression> Arguments => [value];

    protected override Verdict Decide(Value subject, Fact owner, IBindings bindings) =>
        Comparison.Equal(subject, value.Evaluate(bindings));
}

/// <summary>A bare list: equality with one of its values.</summary>
internal sealed class OneOf(IReadOnlyList<Expression> values) : Matcher
{
    public override IEnumerable<Expression> Arguments => values;

    protected override Verdict Decide(Value subject, Fact owner, IBindings bindings)
    {
        var verdict = Verdict.False;
        foreach (var value in values)
            verdict |= Comparison.Equal(subject, value.Evaluate(bindings));
        return verdict;
    }
}
