using System.Collections.Immutable;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Rules.Model;

/// <summary>A name of a rule and the facts that it can stand for.</summary>
internal sealed record Entry
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The kind of fact that is bound; for a total a kind of its own.</summary>
    public required FactKind Kind { get; init; }

    /// <summary>Equalities with facts bound before.</summary>
    public ImmutableArray<Equality> SameAs { get; init; } = [];

    /// <summary>A name that it must come behind in canonical order; null for none.</summary>
    public string? After { get; init; }

    /// <summary>Its other conditions; null for none.</summary>
    public Condition? Where { get; init; }

    /// <summary>How the row is found, for tables; null for all other kinds.</summary>
    public TableAccess? Access { get; init; }

    /// <summary>What is counted, for totals; null for all other kinds.</summary>
    public TotalOf? Total { get; init; }

    /// <summary>Where it is written.</summary>
    public required YamlNode Written { get; init; }

    /// <summary>The names that it refers to.</summary>
    public IEnumerable<string> RefersTo => SameAs.Select(same => same.Other)
        .Concat(After is null ? [] : [After])
        .Concat(Expressions.SelectMany(expression => expression.Reads).Select(read => read.Name))
        .Where(name => name != Name)
        .Distinct(StringComparer.Ordinal);

    /// <summary>The fields of its own fact that its conditions read.</summary>
    public IEnumerable<FieldReference> Reads =>
        (Where?.Tests.SelectMany(test => test.Reads) ?? [])
        .Concat(SameAs.SelectMany(same => new[] { new FieldReference(Name, same.Own), new FieldReference(same.Other, same.Others) }))
        .Concat(Access?.Expressions.SelectMany(expression => expression.Reads) ?? []);

    private IEnumerable<Expression> Expressions =>
        (Where?.Tests.SelectMany(test => test.Matcher.Arguments) ?? []).Concat(Access?.Expressions ?? []);
}

/// <summary>A field that must be equal in two facts.</summary>
/// <param name="Other">The name bound before.</param>
/// <param name="Own">The field of the entry's fact.</param>
/// <param name="Others">The field of the other fact.</param>
internal sealed record Equality(string Other, Field Own, Field Others);

/// <summary>The key by which a table's row is found.</summary>
/// <param name="Table">The table's name.</param>
/// <param name="Key">The key's columns, each with the values it is bound to (several for <c>in</c>).</param>
/// <param name="InForce">The date; null where the table has none.</param>
internal sealed record TableAccess(string Table, ImmutableArray<KeyPart> Key, Expression? InForce)
{
    public IEnumerable<Expression> Expressions => Key.Select(part => part.Value).Concat(InForce is null ? [] : [InForce]);
}

/// <summary>A key column and what it is bound to; a list binds it to each of its elements.</summary>
internal sealed record KeyPart(string Column, Expression Value);

/// <summary>What a total counts.</summary>
/// <param name="Of">The kind of its members.</param>
/// <param name="Sum">The field that is summed; null for a count.</param>
/// <param name="Distinct">The field whose different values are counted; null for all.</param>
internal sealed record TotalOf(FactKind Of, Field? Sum, Field? Distinct);
