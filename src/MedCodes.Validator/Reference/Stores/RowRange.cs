namespace MedCodes.Validator.Reference.Stores;

/// <summary>The rows of a key: places that only the store which gave them understands.</summary>
internal readonly record struct RowRange(int Start, int Count)
{
    public int End => Start + Count;
}
