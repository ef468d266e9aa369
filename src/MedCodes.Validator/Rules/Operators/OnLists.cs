using System.Collections.Immutable;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.CodeSets;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Loading;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Values;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Rules.Operators;

/// <summary><c>some</c>, <c>none</c>, <c>every</c>: a matcher for the elements of a list.</summary>
internal sealed class Elements : Operator
{
    private readonly Func<IEnumerable<Verdict>, Verdict> _decide;

    private Elements(string name, string summary, Func<IEnumerable<Verdict>, Verdict> decide)
    {
        Name = name;
        Summary = summary;
        _decide = decide;
    }

    public static Elements Some { get; } =
        new("some", "an element meets the matcher; false for an empty list", Disjunction);

    public static Elements None { get; } =
        new("none", "no element meets the matcher; true for an empty list", verdicts => !Disjunction(verdicts));

    public static Elements Every { get; } =
        new("every", "each element meets the matcher; true for an empty list", verdicts => verdicts.Aggregate(Verdict.True, (all, next) => all & next));

    public override string Name { get; }

    public override string Summary { get; }

    public override string Takes => "lists";

    public override bool Accepts(FieldType subject) => subject.IsList;

    public override Matcher? Load(YamlNode argument, FieldType subject, ValueLoader load) =>
        load.Matcher(argument, subject.Element) is { } inner ? new OfElements(this, inner) : null;

    private static Verdict Disjunction(IEnumerable<Verdict> verdicts) => verdicts.Aggregate(Verdict.False, (any, next) => any | next);

    /// <summary>A matcher for elements; engines go by what some element must be.</summary>
    internal sealed class OfElements(Elements which, Matcher inner) : Matcher
    {
        public Elements Which => which;

        public Matcher Inner => inner;

        public override IEnumerable<CodeSet> DatedSets => inner.DatedSets;

        public override IEnumerable<Expression> Arguments => inner.Arguments;

        protected override Verdict Decide(Value subject, Fact owner, IBindings bindings)
        {
            ImmutableArray<Value> items = subject is Value.List { Items: var all } ? all : [];
            return which._decide(items.Select(item => inner.Judge(item, owner, bindings)));
        }
    }
}

/// <summary><c>includes</c>: a list holds every one of the values.</summary>
internal sealed class Includes : Operator
{
    public override string Name => "includes";

    public override string Summary => "holds every value of the list written or named behind it";

    public override string Takes => "lists";

    public override bool Accepts(FieldType subject) => subject.IsList;

    public override Matcher? Load(YamlNode argument, FieldType subject, ValueLoader load)
    {
        if (argument is YamlScalar reference && reference.Text.StartsWith('$'))
            return load.Expression(reference, subject) is { } list ? new HoldsAll([list]) : null;
        ImmutableArray<YamlNode> items = argument is YamlSequence sequence ? sequence.Items : [argument];
        var values = items.Select(item => load.Expression(item, subject.Element)).ToList();
        return values.Contains(null) ? null : new HoldsAll([.. values.OfType<Expression>()]);
    }

    private sealed class HoldsAll(ImmutableArray<Expression> wanted) : Matcher
    {
        public override IEnumerable<Expression> Arguments => wanted;

        protected override Verdict Decide(Value subject, Fact owner, IBindings bindings)
        {
            ImmutableArray<Value> held = subject is Value.List { Items: var all } ? all : [];
            var verdict = Verdict.True;
            foreach (var value in wanted.Select(expression => expression.Evaluate(bindings)))
            {
                if (Comparison.ReasonUnknown(value) is { } reason)
                    verdict &= Verdict.Unknown(reason);
                foreach (var item in value is Value.List { Items: var several } ? several : [value])
                    verdict &= held.Aggregate(Verdict.False, (any, own) => any | Comparison.Equal(own, item));
            }

            return verdict;
        }
    }
}
