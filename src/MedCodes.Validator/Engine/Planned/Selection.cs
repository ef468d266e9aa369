using System.Collections.Immutable;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Operators;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>
/// The written values one of which a field must have, or for all else the entry's conditions are false. A field that is not known
/// may still meet them.
/// </summary>
/// <param name="Field">The field.</param>
/// <param name="Values">The values.</param>
internal sealed record Selection(Field Field, ImmutableArray<string> Values)
{
    /// <summary>What selects the facts of an entry; of several the one with the fewest values; null for none.</summary>
    public static Selection? Of(Entry entry) => entry.Access is not null || entry.Total is not null
        ? null
        : EntryPlan.PartsOf(entry)
            .OfType<Condition.Is>()
            .Where(test => test.Name == entry.Name)
            .Select(test => ValuesOf(test.Matcher) is { } values ? new Selection(test.Field, values) : null)
            .OfType<Selection>()
            .OrderByDescending(selection => selection.Field.Name == "code")
            .ThenBy(selection => selection.Values.Length)
            .FirstOrDefault();

    private static ImmutableArray<string>? ValuesOf(Matcher matcher)
    {
        switch (matcher)
        {
            case EqualTo { Value: var value }:
                return Written([value]);
            case OneOf one:
                return Written(one.Arguments);
            case In.InSet set:
                return set.Set.Codes;
            case Elements.OfElements some when some.Which == Elements.Some:
                return ValuesOf(some.Inner);
            case AllOf all:
                return all.Parts.Select(ValuesOf).FirstOrDefault(values => values is not null);
            default:
                return null;
        }
    }

    private static ImmutableArray<string>? Written(IEnumerable<Expression> expressions)
    {
        var values = ImmutableArray.CreateBuilder<string>();
        foreach (var expression in expressions)
        {
            if (expression is not Expression.Literal { Value: Value.Text { Written: var text } })
                return null;
            values.Add(text);
        }

        return values.ToImmutable();
    }
}
