using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Rules.Model;

/// <summary>What the names of a rule stand for while it is judged.</summary>
internal interface IBindings
{
    /// <summary>The fact of a name; null where it is not bound.</summary>
    Fact? this[string name] { get; }

    /// <summary>The value that the payer profile of the reported claim gives a parameter.</summary>
    Value Policy(Parameter parameter);
}

/// <summary>Gives expressions their values.</summary>
internal static class Evaluation
{
    public static Value Evaluate(this Expression expression, IBindings bindings) => expression switch
    {
        Expression.Literal literal => literal.Value,
        Expression.OfField { Reference: var (name, field) } =>
            bindings[name]?[field] ?? new Value.Unknown($"{name} is not bound"),
        Expression.OfPolicy policy => bindings.Policy(policy.Parameter),
        Expression.TimeSpan span => Arithmetic.AsLength(span.Count.Evaluate(bindings), span.Unit),
        Expression.Computed computed => Arithmetic.Apply(
            computed.Operator, computed.Left.Evaluate(bindings), computed.Right.Evaluate(bindings)),
        _ => throw new InvalidOperationException($"No value is defined for {expression.GetType().Name}."),
    };
}
