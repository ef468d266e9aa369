namespace MedCodes.Validator.Documents.Interpretation;

/// <summary>A word of a text.</summary>
/// <param name="Word">Its normal form: lower case, without possessive and "(s)".</param>
/// <param name="Start">The index of its first character.</param>
/// <param name="Length">Its characters as written.</param>
/// <param name="Before">What stands between it and the word before.</param>
/// <param name="Possessive">Whether it stands in the possessive.</param>
internal readonly record struct Token(string Word, int Start, int Length, Gap Before, bool Possessive)
{
    /// <summary>The index behind its last character.</summary>
    public int End => Start + Length;
}

/// <summary>What stands between two words, the strongest mark counting.</summary>
internal enum Gap
{
    /// <summary>A blank, or marks without meaning.</summary>
    Blank,

    /// <summary>A hyphen, or a dash between two numbers.</summary>
    Hyphen,

    /// <summary>A slash.</summary>
    Slash,

    /// <summary>A comma.</summary>
    Comma,

    /// <summary>A mark that ends a clause: semicolon, colon, dash, bracket.</summary>
    Clause,

    /// <summary>A mark that ends a sentence, or a line break.</summary>
    Sentence,
}
