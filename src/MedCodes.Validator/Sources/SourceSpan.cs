namespace MedCodes.Validator.Sources;

/// <summary>A run of bytes in a file.</summary>
/// <param name="Offset">Bytes before it, from 0.</param>
/// <param name="Length">Its length in bytes; 0 marks a place between two bytes.</param>
public readonly record struct SourceSpan(long Offset, int Length)
{
    /// <summary>The offset of the first byte behind it.</summary>
    public long End => Offset + Length;
}
