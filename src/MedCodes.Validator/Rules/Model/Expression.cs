using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Rules.Model;

/// <summary>A value in a rule: written, read from a bound fact or from the payer profile, or computed.</summary>
internal abstract record Expression
{
    private Expression(FieldType type) => Type = type;

    /// <summary>What it gives.</summary>
    public FieldType Type { get; init; }

    /// <summary>The bound names that it reads, with the fields.</summary>
    public virtual IEnumerable<FieldReference> Reads => [];

    /// <summary>The parameters of the payer profile that it reads.</summary>
    public virtual IEnumerable<Parameter> Parameters => [];

    internal sealed record Literal(Value Value, FieldType Of) : Expression(Of);

    internal sealed record OfField(FieldReference Reference) : Expression(Reference.Field.Type)
    {
        public override IEnumerable<FieldReference> Reads => [Reference];
    }

    internal sealed record OfPolicy(Parameter Parameter) : Expression(Parameter.Type)
    {
        public override IEnumerable<Parameter> Parameters => [Parameter];
    }

    internal sealed record Computed(ArithmeticOperator Operator, Expression Left, Expression Right, FieldType Result) : Expression(Result)
    {
        public override IEnumerable<FieldReference> Reads => Left.Reads.Concat(Right.Reads);

        public override IEnumerable<Parameter> Parameters => Left.Parameters.Concat(Right.Parameters);
    }

    /// <summary>A number with a unit of time behind it.</summary>
    internal sealed record TimeSpan(Expression Count, LengthUnit Unit) : Expression(FieldType.Length)
    {
        public override IEnumerable<FieldReference> Reads => Count.Reads;

        public override IEnumerable<Parameter> Parameters => Count.Parameters;
    }
}

/// <summary>A field of a bound name.</summary>
internal readonly record struct FieldReference(string Name, Field Field);
