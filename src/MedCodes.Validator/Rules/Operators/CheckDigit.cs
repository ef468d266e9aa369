using MedCodes.Validator.Claims;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Loading;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Values;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Rules.Operators;

/// <summary><c>check-digit</c>: the last digit agrees with the others under a named scheme.</summary>
internal sealed class CheckDigit : Operator
{
    public override string Name => "check-digit";

    public override string Summary => "has the shape and the check digit of a scheme; npi is the only one";

    public override string Takes => "text and codes";

    public override bool Accepts(FieldType subject) => !subject.IsList && subject.Scalar is ScalarType.Text or ScalarType.Code;

    public override Matcher? Load(YamlNode argument, FieldType subject, ValueLoader load)
    {
        if (load.Texts(argument) is not [var scheme])
            return null;
        if (scheme == "npi")
            return new HasNpiCheckDigit();
        load.Diagnostics.Unknown(argument, "scheme of check digits", scheme, ["npi"]);
        return null;
    }

    private sealed class HasNpiCheckDigit : Matcher
    {
        protected override Verdict Decide(Value subject, Fact owner, IBindings bindings) =>
            Verdict.Of(subject is Value.Text { Written: var text } && Npi.HasValidCheckDigit(text));
    }
}
