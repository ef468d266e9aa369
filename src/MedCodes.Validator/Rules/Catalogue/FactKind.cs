using System.Collections.Immutable;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Rules.Catalogue;

/// <summary>A kind of fact: its name, the whole it stands in, and its fields.</summary>
internal sealed class FactKind
{
    private readonly Dictionary<string, Field> _own;

    public FactKind(string name, string summary, Scope scope, FactKind? whole, params ImmutableArray<Field> fields)
    {
        Name = name;
        Summary = summary;
        Scope = scope;
        Whole = whole;
        Fields = fields;

        // A field named as a kind is that fact itself, unless the kind has a field of that name.
        var self = Field.OfFact(name, FieldType.Fact, $"The {name} itself.", fact => new Value.Reference(fact), Absence.Never);
        var own = fields.Any(field => field.Name == name) ? fields : fields.Add(self);
        _own = own.ToDictionary(field => field.Name, StringComparer.Ordinal);
        foreach (var field in _own.Values)
            (field.Kind, field.Number) = (this, FieldCount++);
    }

    public string Name { get; }

    public string Summary { get; }

    /// <summary>The unit that one such fact stands in.</summary>
    public Scope Scope { get; }

    /// <summary>The kind of the whole that it stands in, whose fields it has too.</summary>
    public FactKind? Whole { get; }

    /// <summary>Its own fields.</summary>
    public ImmutableArray<Field> Fields { get; }

    /// <summary>How many fields are its own.</summary>
    public int FieldCount { get; }

    /// <summary>Whether its facts are rows of a reference table, found by key and never by scan.</summary>
    public bool IsTable { get; init; }

    /// <summary>Its own fields and those of the wholes it stands in.</summary>
    public IEnumerable<Field> AllFields => Whole is null ? Fields : Fields.Concat(Whole.AllFields);

    /// <summary>The date by which code sets and tables are asked for such a fact, its own or its claim's; null where it has none.</summary>
    public Field? DateThatCounts => Find("date") ?? Find("service-date");

    /// <summary>The field of a name, its own or that of a whole; null where there is none.</summary>
    public Field? Find(string name)
    {
        for (var kind = this; kind is not null; kind = kind.Whole)
        {
            if (kind._own.TryGetValue(name, out var field))
                return field;
        }

        return null;
    }

    /// <summary>Whether it is the kind or stands in it.</summary>
    public bool IsWithin(FactKind kind)
    {
        for (var own = this; own is not null; own = own.Whole!)
        {
            if (own == kind)
                return true;
        }

        return false;
    }

    /// <summary>The kind in words, with its article.</summary>
    public string DescribeOne() => IsTable ? $"a row of {Name}" : Article.Before(Name);

    public override string ToString() => Name;
}
