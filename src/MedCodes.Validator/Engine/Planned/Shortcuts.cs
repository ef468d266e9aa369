namespace MedCodes.Validator.Engine.Planned;

/// <summary>
/// The ways in which the built-in engine does less than the definition. None of them changes what it says: they can be switched off one by
/// one, so that this can be seen.
/// </summary>
internal sealed record Shortcuts
{
    /// <summary>All of them.</summary>
    public static Shortcuts All { get; } = new();

    /// <summary>None of them.</summary>
    public static Shortcuts None { get; } =
        new() { Screening = false, Memory = false, Joining = false, Selection = false, Totals = false, FewestIndexed = int.MaxValue };

    /// <summary>Whether the rows of a claim decide before any fact is made.</summary>
    public bool Screening { get; init; } = true;

    /// <summary>Whether what a row led to is remembered for rows with the same values.</summary>
    public bool Memory { get; init; } = true;

    /// <summary>Whether rules that join rows are judged on the rows; else on facts.</summary>
    public bool Joining { get; init; } = true;

    /// <summary>Whether written values select the facts of files and pages that a rule meets.</summary>
    public bool Selection { get; init; } = true;

    /// <summary>Whether totals are counted once for all bindings that share them.</summary>
    public bool Totals { get; init; } = true;

    /// <summary>From how many facts of a kind on they are found by key. Below, a scan is faster; measured on claims of three lines.</summary>
    public int FewestIndexed { get; init; } = 12;

    /// <summary>From how many rows of a kind on they are sought by value or by day. Below, to look through them is faster; measured on claims of three lines.</summary>
    public int FewestSought { get; init; } = 48;

    /// <summary>How much work on the rows of a patient a rule may be before it is judged on facts, which take those that are alike together.</summary>
    public RowWork Work { get; init; } = new(1 << 14, 256, 4);
}

/// <summary>
/// How many rows may be held against others. Measured on 13,658 claims of one patient, on as many days, on 365, on 10 and on one: with more,
/// those on few days take longer than on facts, with less, those on many days do.
/// </summary>
/// <param name="OfRule">In all.</param>
/// <param name="OfRow">For each row that the rule begins with.</param>
/// <param name="Looks">How often all rows may be looked through, because the value by which they are sought is not known.</param>
internal sealed record RowWork(int OfRule, int OfRow, int Looks);
