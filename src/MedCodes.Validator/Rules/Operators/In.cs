using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.CodeSets;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Loading;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Values;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Rules.Operators;

/// <summary><c>in</c>: the value belongs to a code set, a written list or a list field.</summary>
internal sealed class In : Operator
{
    public override string Name => "in";

    public override string Summary => "belongs to a code set, to a list of values, or to a list field";

    public override string Takes => "a single value of any type; code sets take text, names and codes";

    public override bool Accepts(FieldType subject) => !subject.IsList && subject.Scalar != ScalarType.Fact;

    public override Matcher? Load(YamlNode argument, FieldType subject, ValueLoader load)
    {
        switch (argument)
        {
            case YamlSequence list:
                return load.OneOf(list, subject);
            case YamlScalar reference when reference.Text.StartsWith('$'):
                return load.Expression(reference, subject with { IsList = true }) is { } values ? new InList(values) : null;
            case YamlScalar name when subject.IsWritten:
                return load.CodeSet(name) is { } set ? new InSet(set) : null;
            default:
                load.Diagnostics.Add(argument, $"'in' takes a code set, a list or a list field, not {argument.Shape}");
                return null;
        }
    }

    /// <summary>Membership in a code set; engines go by its codes.</summary>
    internal sealed class InSet(CodeSet set) : Matcher
    {
        public CodeSet Set => set;

        public override IEnumerable<CodeSet> DatedSets => set.IsDated ? [set] : [];

        protected override Verdict Decide(Value subject, Fact owner, IBindings bindings) =>
            subject is Value.Text { Written: var code } ? set.Contains(code, () => DayOf(owner)) : Verdict.False;

        private static Value DayOf(Fact fact) => fact.Kind.DateThatCounts is { } date ? fact[date] : new Value.Missing("date");
    }

    private sealed class InList(Expression list) : Matcher
    {
        public override IEnumerable<Expression> Arguments => [list];

        protected override Verdict Decide(Value subject, Fact owner, IBindings bindings)
        {
            var items = list.Evaluate(bindings);
            if (Comparison.ReasonUnknown(items) is { } reason)
                return Verdict.Unknown(reason);
            var verdict = Verdict.False;
            foreach (var item in items is Value.List { Items: var all } ? all : [])
                verdict |= Comparison.Equal(subject, item);
            return verdict;
        }
    }
}
