namespace MedCodes.Validator.Rules.Values;

/// <summary>A truth value; where it is unknown, with the first thing that was missing.</summary>
/// <param name="Truth">The decision.</param>
/// <param name="Reason">Why it is unknown, in words without values of the claim, so that equal causes count together.</param>
internal readonly record struct Verdict(Truth Truth, string? Reason)
{
    // Not kept in fields: a value that holds a reference would be read from memory each time, and these are constants.
    public static Verdict True => new(Truth.True, null);

    public static Verdict False => new(Truth.False, null);

    public bool IsTrue => Truth == Truth.True;

    public bool IsFalse => Truth == Truth.False;

    public bool IsUnknown => Truth == Truth.Unknown;

    public static Verdict Unknown(string reason) => new(Truth.Unknown, reason);

    public static Verdict Of(bool truth) => truth ? True : False;

    public static Verdict operator !(Verdict verdict) => verdict.Truth switch
    {
        Truth.True => False,
        Truth.False => True,
        _ => verdict,
    };

    /// <summary>Kleene's conjunction; of two unknowns the first gives the reason.</summary>
    public static Verdict operator &(Verdict a, Verdict b) =>
        a.IsFalse || b.IsTrue ? a : b.IsFalse || a.IsTrue ? b : a;

    /// <summary>Kleene's disjunction; of two unknowns the first gives the reason.</summary>
    public static Verdict operator |(Verdict a, Verdict b) =>
        a.IsTrue || b.IsFalse ? a : b.IsTrue || a.IsFalse ? b : a;
}
