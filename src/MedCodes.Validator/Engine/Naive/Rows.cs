using System.Collections.Immutable;
using MedCodes.Validator.Reference;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Engine.Naive;

/// <summary>Finds the rows of reference tables by key and date.</summary>
internal static class Rows
{
    public static IEnumerable<Fact> Find(Entry entry, Bindings bindings, Table table, DateOnly asOf)
    {
        var access = entry.Access!;
        DateOnly? date = null;
        if (access.InForce is { } inForce)
        {
            var value = inForce.Evaluate(bindings);
            if (value is not Value.Date { Day: var day })
                return [Fact.Unknown(entry.Kind, Comparison.ReasonUnknown(value) ?? "a date is blank")];
            date = day;
        }

        return Keys(access.Key, bindings).Select(key => FactOf(entry.Kind, key, table, date, asOf)).OfType<Fact>();
    }

    private static Fact? FactOf(FactKind kind, (ImmutableDictionary<string, string> Values, string? Unknown) key, Table table, DateOnly? date, DateOnly asOf)
    {
        if (key.Unknown is { } reason)
            return Fact.Unknown(kind, reason);
        return table.Find(key.Values, date, asOf) switch
        {
            Lookup.Row row => Fact.Of(kind, row, null, FactOrder.Last),
            Lookup.Unknown unknown => Fact.Unknown(kind, unknown.Reason),
            _ => null,
        };
    }

    // Each column is bound to a value or to each of a list; a key with an unknown part is one unknown row.
    private static IEnumerable<(ImmutableDictionary<string, string> Values, string? Unknown)> Keys(ImmutableArray<KeyPart> parts, Bindings bindings)
    {
        IEnumerable<(ImmutableDictionary<string, string> Values, string? Unknown)> keys = [(ImmutableDictionary<string, string>.Empty, null)];
        foreach (var part in parts)
        {
            var values = part.Value.Evaluate(bindings) is Value.List { Items: var items } ? items : [part.Value.Evaluate(bindings)];
            keys = keys.SelectMany(key => values.Select(value => Comparison.ReasonUnknown(value) is { } reason
                ? (key.Values, key.Unknown ?? reason)
                : (key.Values.Add(part.Column, Formatting.Plain(value)), key.Unknown))).ToList();
        }

        return keys;
    }
}
