using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Loading;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Values;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Rules.Operators;

/// <summary><c>at-least</c>, <c>at-most</c>, <c>more-than</c>, <c>less-than</c>: order against one value.</summary>
internal sealed class Ordered : Operator
{
    private readonly Func<Value, Value, Verdict> _decide;

    private Ordered(string name, string summary, Func<Value, Value, Verdict> decide)
    {
        Name = name;
        Summary = summary;
        _decide = decide;
    }

    public static Ordered AtLeast { get; } = new("at-least", "is the value or above it", (a, b) => Comparison.AtMost(b, a));

    public static Ordered AtMost { get; } = new("at-most", "is the value or below it", Comparison.AtMost);

    public static Ordered MoreThan { get; } = new("more-than", "is above the value", (a, b) => Comparison.LessThan(b, a));

    public static Ordered LessThan { get; } = new("less-than", "is below the value", Comparison.LessThan);

    public override string Name { get; }

    public override string Summary { get; }

    public override string Takes => "numbers, amounts and dates";

    public override bool Accepts(FieldType subject) => subject.IsOrdered;

    public override Matcher? Load(YamlNode argument, FieldType subject, ValueLoader load) =>
        load.Expression(argument, subject) is { } bound ? new Bounded(this, bound) : null;

    /// <summary>A bound; what an entry asks of <c>date</c> is read from it.</summary>
    internal sealed class Bounded(Ordered order, Expression bound) : Matcher
    {
        public Ordered Order => order;

        public Expression Bound => bound;

        public override IEnumerable<Expression> Arguments => [bound];

        protected override Verdict Decide(Value subject, Fact owner, IBindings bindings) =>
            order._decide(subject, bound.Evaluate(bindings));
    }
}
