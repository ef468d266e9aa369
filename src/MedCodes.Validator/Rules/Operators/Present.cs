using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Loading;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Values;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Rules.Operators;

/// <summary><c>present</c>: whether there is a value. It alone decides on what is missing.</summary>
internal sealed class Present : Operator
{
    public override string Name => "present";

    public override string Summary => "whether there is a value; false for missing and blank, unknown for what cannot be read";

    public override string Takes => "a single value of any type";

    public override bool Accepts(FieldType subject) => !subject.IsList;

    public override Matcher? Load(YamlNode argument, FieldType subject, ValueLoader load) =>
        load.YesNo(argument) is { } wanted ? new IsThere(wanted) : null;

    /// <summary>Whether there is to be a value.</summary>
    internal sealed class IsThere(bool wanted) : Matcher
    {
        public bool Wanted => wanted;

        protected override bool DecidesOnAbsence => true;

        protected override Verdict Decide(Value subject, Fact owner, IBindings bindings) => subject switch
        {
            Value.Unknown unknown => Verdict.Unknown(unknown.Reason),
            Value.Missing or Value.BlankValue => Verdict.Of(!wanted),
            _ => Verdict.Of(wanted),
        };
    }
}
