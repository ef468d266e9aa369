using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Values;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Rules.Catalogue;

/// <summary>What the absence of a field means.</summary>
internal enum Absence
{
    /// <summary>Every operator answers unknown, <c>present</c> false.</summary>
    Missing = 1,

    /// <summary>Equal to blank and nothing else.</summary>
    Blank,

    /// <summary>It is never absent: the kind has a value for it, or another field's stands in.</summary>
    Never,
}

/// <summary>A field of a kind of fact.</summary>
internal sealed class Field
{
    private readonly Func<Fact, Value?> _read;
    private readonly Value _absent;

    private Field(string name, FieldType type, Absence absence, Privacy privacy, string summary, Func<Fact, Value?> read)
    {
        Name = name;
        Type = type;
        Absence = absence;
        Privacy = privacy;
        Summary = summary;
        _read = read;
        _absent = absence == Absence.Blank ? Value.Blank : new Value.Missing(name);
    }

    public string Name { get; }

    public FieldType Type { get; }

    public Absence Absence { get; }

    public Privacy Privacy { get; }

    /// <summary>What it means, for the reference page.</summary>
    public string Summary { get; }

    /// <summary>The kind that has it; set once, when the kind is made.</summary>
    public FactKind Kind { get; internal set; } = null!;

    /// <summary>Its number among the fields of its kind, set with it.</summary>
    public int Number { get; internal set; }

    /// <summary>Finds the element that it was read from; null where there is none.</summary>
    public Func<Fact, FieldPlace?>? Locate { get; private init; }

    /// <summary>How far its value of one fact may travel, where that differs from fact to fact; null elsewhere.</summary>
    private Func<Fact, Privacy>? PrivacyByFact { get; init; }

    /// <summary>Describes a field.</summary>
    /// <typeparam name="T">What the facts of the kind are made of.</typeparam>
    /// <param name="name">Its name in rules.</param>
    /// <param name="type">Its type.</param>
    /// <param name="summary">What it means.</param>
    /// <param name="read">Its value; null where it is absent.</param>
    /// <param name="absence">What that means.</param>
    /// <param name="privacy">How far its values may travel.</param>
    /// <param name="locate">Finds the element that it was read from.</param>
    public static Field Of<T>(
        string name,
        FieldType type,
        string summary,
        Func<T, Value?> read,
        Absence absence = Absence.Missing,
        Privacy privacy = Privacy.Open,
        Func<T, FieldPlace?>? locate = null) =>
        new(name, type, absence, privacy, summary, fact => read((T)fact.Content))
        {
            Locate = locate is null ? null : fact => locate((T)fact.Content),
        };

    /// <summary>Describes a field that depends on more of the fact than its content.</summary>
    public static Field OfFact(
        string name, FieldType type, string summary, Func<Fact, Value?> read, Absence absence = Absence.Missing, Privacy privacy = Privacy.Open) =>
        new(name, type, absence, privacy, summary, read);

    /// <summary>The same field with a class of privacy that each fact tells; rules may name it in messages.</summary>
    public Field WithPrivacy(Func<Fact, Privacy> privacy) =>
        new(Name, Type, Absence, Privacy, Summary, _read) { Locate = Locate, PrivacyByFact = privacy };

    /// <summary>Whether each fact tells how far its value may travel.</summary>
    public bool TellsItsPrivacy => PrivacyByFact is not null;

    /// <summary>How far the value of a fact may travel.</summary>
    public Privacy PrivacyOf(Fact fact) => PrivacyByFact is null || fact.WhyUnknown is not null ? Privacy : PrivacyByFact(fact);

    /// <summary>The value of the field of a fact of its kind.</summary>
    public Value Read(Fact fact) => fact.WhyUnknown is { } reason ? new Value.Unknown(reason) : _read(fact) ?? _absent;
}

/// <summary>The element that a field was read from.</summary>
internal readonly record struct FieldPlace(SourceSpan Span, string Path);
