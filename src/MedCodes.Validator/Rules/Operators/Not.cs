using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.CodeSets;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Loading;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Values;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Rules.Operators;

/// <summary><c>not</c>: what is written behind it does not hold.</summary>
internal sealed class Not : Operator
{
    public override string Name => "not";

    public override string Summary => "what is written behind it does not hold; unknown stays unknown";

    public override string Takes => "whatever the matcher behind it takes";

    public override bool Accepts(FieldType subject) => true;

    public override Matcher? Load(YamlNode argument, FieldType subject, ValueLoader load) =>
        load.Matcher(argument, subject) is { } inner ? new Negated(inner) : null;

    /// <summary>What must not hold; what an entry asks of <c>date</c> is read from it.</summary>
    internal sealed class Negated(Matcher inner) : Matcher
    {
        public Matcher Inner => inner;

        public override IEnumerable<Expression> Arguments => inner.Arguments;

        public override IEnumerable<CodeSet> DatedSets => inner.DatedSets;

        protected override bool DecidesOnAbsence => true;

        protected override Verdict Decide(Value subject, Fact owner, IBindings bindings) => !inner.Judge(subject, owner, bindings);
    }
}
