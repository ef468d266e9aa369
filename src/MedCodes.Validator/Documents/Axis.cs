using System.Collections.Immutable;

namespace MedCodes.Validator.Documents;

/// <summary>A question that pages answer in words, such as the position of the patient, and the terms that answer it.</summary>
internal sealed record Axis
{
    /// <summary>The axis of persons, whose mentions know what they do.</summary>
    public const string Person = "person";

    /// <summary>The axis of acts, whose mentions know who does them.</summary>
    public const string Act = "act";

    /// <summary>The axis of what takes time, which amounts are about.</summary>
    public const string Timed = "timed";

    /// <summary>Its name in rules.</summary>
    public required string Name { get; init; }

    /// <summary>Whether its terms tell procedure codes apart.</summary>
    public bool Billing { get; init; }

    /// <summary>Its terms in the order of the file.</summary>
    public required ImmutableArray<Term> Terms { get; init; }

    /// <summary>Phrases that count as nothing, although words of a term stand in them.</summary>
    public ImmutableArray<string> Ignore { get; init; } = [];
}

/// <summary>An answer on an axis and the words for it. In all words <c>...</c> stands for up to three words.</summary>
internal sealed record Term
{
    /// <summary>Its name in rules.</summary>
    public required string Name { get; init; }

    /// <summary>Wordings that match as written.</summary>
    public ImmutableArray<string> Phrases { get; init; } = [];

    /// <summary>Wordings whose last word also matches in the plural.</summary>
    public ImmutableArray<string> Nouns { get; init; } = [];

    /// <summary>Wordings whose first word also matches with -s, -ed and -ing.</summary>
    public ImmutableArray<string> Verbs { get; init; } = [];

    /// <summary>Terms of the axis that are special cases of this one.</summary>
    public ImmutableArray<string> Covers { get; init; } = [];
}
