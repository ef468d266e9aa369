using System.Collections.Frozen;

namespace MedCodes.Validator.Documents.Interpretation.Words;

/// <summary>The words by which a sentence denies what it names.</summary>
internal static class NegationWords
{
    /// <summary>The most words between a cue and the phrase that it speaks of.</summary>
    public const int Reach = 5;

    /// <summary>Cues before the phrase. Words with "n't" count as "not".</summary>
    public static CueList Before { get; } = new(
        "no", "not", "never", "without", "neither", "nor", "cannot", "unable to", "lack of", "absence of", "instead of", "rather than", "unlike",
        "avoid", "avoids", "avoided", "avoiding", "exclude", "excludes", "excluded", "excluding");

    /// <summary>What turns a cue into none where it stands right behind it.</summary>
    public static CueList Lifted { get; } = new(
        "only", "just", "limited to", "more than", "less than", "fewer than", "longer than", "later than", "earlier than");

    /// <summary>Cues that together with a later "without" affirm: "not done without".</summary>
    public static CueList Doubled { get; } = new("no", "not", "never", "cannot");

    /// <summary>What "not" behind the phrase must be followed by, an adverb between them at most.</summary>
    public static FrozenSet<string> Participles { get; } = FrozenSet.Create(StringComparer.Ordinal,
        "used", "needed", "required", "performed", "necessary", "done", "given", "administered", "indicated", "recommended", "included", "employed",
        "applied", "allowed", "permitted", "billed", "reported", "covered", "part", "injected", "treated", "tested", "placed", "examined", "touched",
        "imaged", "entered", "involved", "affected");

    /// <summary>What a form of "be" behind the phrase must be followed by.</summary>
    public static FrozenSet<string> Refusals { get; } = FrozenSet.Create(StringComparer.Ordinal, "avoided", "excluded");

    /// <summary>Verbs after which "and", "or" or a comma begins something new.</summary>
    public static FrozenSet<string> Auxiliaries { get; } = FrozenSet.Create(StringComparer.Ordinal,
        "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "does", "do", "did", "will", "would", "should", "must", "can", "may");
}
