using System.Collections.Immutable;

namespace MedCodes.Validator.Rules.Catalogue;

/// <summary>What a field can hold.</summary>
internal enum ScalarType
{
    /// <summary>Words.</summary>
    Text = 1,

    /// <summary>One of a closed list of names.</summary>
    Name,

    /// <summary>A code or an identifier, compared letter by letter.</summary>
    Code,

    /// <summary>A number.</summary>
    Number,

    /// <summary>An amount of money in US dollars.</summary>
    Amount,

    /// <summary>A day.</summary>
    Date,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>A length of time; only in computed dates.</summary>
    Length,

    /// <summary>A fact itself.</summary>
    Fact,
}

/// <summary>What the names that a field can hold are names of, where rules or pages bring them.</summary>
internal enum NameSpace
{
    /// <summary>Nothing that is known while rules are read, or a closed list.</summary>
    Open,

    /// <summary>Terms.</summary>
    Term,

    /// <summary>Axes of terms.</summary>
    Axis,

    /// <summary>Sections of pages.</summary>
    Section,

    /// <summary>Kinds of pages.</summary>
    PageSchema,
}

/// <summary>The type of a field or of an expression.</summary>
/// <param name="Scalar">What it holds, or what each element of it holds.</param>
/// <param name="IsList">Whether it is a list.</param>
internal sealed record FieldType(ScalarType Scalar, bool IsList = false)
{
    public static FieldType Text { get; } = new(ScalarType.Text);

    public static FieldType Code { get; } = new(ScalarType.Code);

    public static FieldType Number { get; } = new(ScalarType.Number);

    public static FieldType Amount { get; } = new(ScalarType.Amount);

    public static FieldType Date { get; } = new(ScalarType.Date);

    public static FieldType YesNo { get; } = new(ScalarType.YesNo);

    public static FieldType Fact { get; } = new(ScalarType.Fact);

    public static FieldType Length { get; } = new(ScalarType.Length);

    public static FieldType Codes { get; } = new(ScalarType.Code, IsList: true);

    public static FieldType Terms { get; } = new(ScalarType.Name, IsList: true) { NamesOf = NameSpace.Term };

    public static FieldType AnyName { get; } = new(ScalarType.Name);

    /// <summary>For names, what they can be; empty where the list is open (terms, sections).</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>For names, what they are names of.</summary>
    public NameSpace NamesOf { get; init; }

    /// <summary>Whether values of it have an order.</summary>
    public bool IsOrdered => !IsList && Scalar is ScalarType.Number or ScalarType.Amount or ScalarType.Date;

    /// <summary>Whether it is written as letters.</summary>
    public bool IsWritten => Scalar is ScalarType.Text or ScalarType.Code or ScalarType.Name;

    /// <summary>The type of an element.</summary>
    public FieldType Element => IsList ? this with { IsList = false } : this;

    public static FieldType NameOf(NameSpace space) => new(ScalarType.Name) { NamesOf = space };

    public static FieldType OneOf(params ImmutableArray<string> names) => new(ScalarType.Name) { Names = names };

    /// <summary>The type in words.</summary>
    public string Describe()
    {
        var one = Scalar switch
        {
            ScalarType.YesNo => "yes or no",
            ScalarType.Length => "length of time",
            ScalarType.Name when !Names.IsEmpty => $"one of {string.Join(", ", Names)}",
            var other => other.ToString().ToLowerInvariant(),
        };
        return IsList ? $"list of {one}" : one;
    }

    /// <summary>The type in words, with an article where it takes one.</summary>
    public string DescribeOne() => !IsList && (Scalar == ScalarType.YesNo || !Names.IsEmpty) ? Describe() : Article.Before(Describe());

    /// <summary>Whether values of both can be compared at all.</summary>
    public bool IsComparableTo(FieldType other)
    {
        if (IsList != other.IsList)
            return false;
        if (IsWritten && other.IsWritten)
            return true;
        var numeric = Scalar is ScalarType.Number or ScalarType.Amount;
        return Scalar == other.Scalar || (numeric && other.Scalar is ScalarType.Number or ScalarType.Amount);
    }
}
