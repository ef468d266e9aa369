namespace MedCodes.Validator.Reading.Json;

/// <summary>A value as it is kept: places are counted from the start of the whole value.</summary>
internal struct JsonTreeNode
{
    /// <summary>Where it begins, a string behind its quote.</summary>
    public int Start;

    /// <summary>Its bytes, those of a string between its quotes.</summary>
    public int Length;

    /// <summary>Where its name begins, behind the quote.</summary>
    public int NameStart;

    /// <summary>The bytes of its name; 0 also for what stands in an array.</summary>
    public int NameLength;

    /// <summary>What its name is looked for by.</summary>
    public uint NameHash;

    /// <summary>The place of the first that it holds.</summary>
    public int First;

    /// <summary>How many it holds.</summary>
    public int Count;

    /// <summary>What it is.</summary>
    public JsonKind Kind;

    /// <summary>Whether a string is written with escapes.</summary>
    public bool IsEscaped;

    /// <summary>Whether a field was read from it.</summary>
    public bool IsTaken;
}
