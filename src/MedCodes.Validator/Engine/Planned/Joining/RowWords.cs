namespace MedCodes.Validator.Engine.Planned.Joining;

/// <summary>The values of rows that names stand for, as numbers.</summary>
internal abstract class RowWords
{
    /// <summary>A column of what a slot holds, as a number that equal values share.</summary>
    public abstract ulong Read(int slot, int column);
}
