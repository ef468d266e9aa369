using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Loading;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Values;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Rules.Operators;

/// <summary><c>between</c>: from one value to another, both included.</summary>
internal sealed class Between : Operator
{
    public override string Name => "between";

    public override string Summary => "lies between two values, both included";

    public override string Takes => "numbers, amounts and dates";

    public override bool Accepts(FieldType subject) => subject.IsOrdered;

    public override Matcher? Load(YamlNode argument, FieldType subject, ValueLoader load)
    {
        if (argument is not YamlSequence { Items: [var low, var high] })
        {
            load.Diagnostics.Add(argument, $"'between' takes a list of two values, not {argument.Shape}");
            return null;
        }

        return load.Expression(low, subject) is { } from && load.Expression(high, subject) is { } to ? new Within(from, to) : null;
    }

    /// <summary>Two bounds; what an entry asks of <c>date</c> is read from them.</summary>
    internal sealed class Within(Expression low, Expression high) : Matcher
    {
        public Expression Low => low;

        public Expression High => high;

        public override IEnumerable<Expression> Arguments => [low, high];

        protected override Verdict Decide(Value subject, Fact owner, IBindings bindings) =>
            Comparison.AtMost(low.Evaluate(bindings), subject) & Comparison.AtMost(subject, high.Evaluate(bindings));
    }
}
