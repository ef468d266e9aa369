using System.Globalization;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Values;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Rules.Loading;

/// <summary>
/// Reads a value: a literal of the expected type, <c>$name.field</c>, <c>$policy.parameter</c>, or a computed number, amount or
/// date: <c>*</c> first, a space on each side, no brackets.
/// </summary>
internal sealed class ExpressionParser(YamlScalar scalar, FieldType expected, ValueLoader load)
{
    private readonly string[] _tokens = scalar.Text.Split(' ');
    private int _next;

    public Expression? Parse()
    {
        var computes = expected.IsOrdered || expected.Scalar == ScalarType.Length;
        if (!computes || _tokens.Length == 1)
            return scalar.Text.StartsWith('$') ? Operand(scalar.Text) : Literal(scalar.Text, expected);
        var sum = Sum();
        if (sum is not null && _next < _tokens.Length)
            return Fail($"'{_tokens[_next]}' does not belong here: write value + value, value - value or value * value");
        return sum;
    }

    private Expression? Sum()
    {
        var left = Product();
        while (left is not null && Peek() is "+" or "-")
        {
            var @operator = Take() == "+" ? ArithmeticOperator.Plus : ArithmeticOperator.Minus;
            left = Product() is { } right ? Combine(left!, @operator, right) : null;
        }

        return left;
    }

    private Expression? Product()
    {
        var left = Next();
        while (left is not null && Peek() == "*")
        {
            Take();
            left = Next() is { } right ? Combine(left, ArithmeticOperator.Times, right) : null;
        }

        if (left is null || UnitOf(Peek()) is not { } unit)
            return left;
        Take();
        return left.Type.Scalar == ScalarType.Number
            ? new Expression.TimeSpan(left, unit)
            : Fail($"a length of time is a number of days, months or years, not {left.Type.DescribeOne()}");
    }

    private Expression? Next()
    {
        if (Peek() is not { } token)
            return Fail("a value is missing at the end");
        Take();
        if (token.StartsWith('$'))
            return Operand(token);
        var isDate = DateOnly.TryParseExact(token, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
        return Literal(token, isDate ? FieldType.Date : FieldType.Number);
    }

    private Expression? Operand(string token)
    {
        const string Policy = "$policy.";
        if (token.StartsWith(Policy, StringComparison.Ordinal))
        {
            var parameter = load.Parameter(scalar, token[Policy.Length..]);
            return parameter is null ? null : new Expression.OfPolicy(parameter);
        }

        return load.Reference(scalar, token[1..]) is { } reference ? new Expression.OfField(reference) : null;
    }

    private Expression.Literal? Literal(string text, FieldType type)
    {
        var value = LiteralValue.Parse(text, type.Element);
        if (value is not null)
            return load.IsNameOf(type, scalar, text) ? new Expression.Literal(value, type.Element) : null;
        load.Diagnostics.AddAt(scalar, text, $"'{text}' is not {type.Element.DescribeOne()}");
        return null;
    }

    private Expression? Combine(Expression left, ArithmeticOperator @operator, Expression right)
    {
        var result = (left.Type.Scalar, @operator, right.Type.Scalar) switch
        {
            (ScalarType.Number, _, ScalarType.Number) => FieldType.Number,
            (ScalarType.Amount or ScalarType.Number, ArithmeticOperator.Times, ScalarType.Number) => FieldType.Amount,
            (ScalarType.Number, ArithmeticOperator.Times, ScalarType.Amount) => FieldType.Amount,
            (ScalarType.Amount or ScalarType.Number, not ArithmeticOperator.Times, ScalarType.Amount or ScalarType.Number) => FieldType.Amount,
            (ScalarType.Date, not ArithmeticOperator.Times, ScalarType.Length) => FieldType.Date,
            (ScalarType.Date, ArithmeticOperator.Minus, ScalarType.Date) => FieldType.Number,
            _ => null,
        };
        if (result is not null && !left.Type.IsList && !right.Type.IsList)
            return new Expression.Computed(@operator, left, right, result);
        return Fail($"{left.Type.DescribeOne()} and {right.Type.DescribeOne()} cannot be computed with in this way");
    }

    private Expression? Fail(string message)
    {
        load.Diagnostics.Add(scalar, message);
        return null;
    }

    private string? Peek() => _next < _tokens.Length ? _tokens[_next] : null;

    private string Take() => _tokens[_next++];

    private static LengthUnit? UnitOf(string? token) => token switch
    {
        "day" or "days" => LengthUnit.Days,
        "month" or "months" => LengthUnit.Months,
        "year" or "years" => LengthUnit.Years,
        _ => null,
    };
}
