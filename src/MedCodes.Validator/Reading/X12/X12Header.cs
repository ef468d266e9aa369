namespace MedCodes.Validator.Reading.X12;

/// <summary>Reads the delimiters out of an ISA segment, whose elements have fixed lengths.</summary>
internal static class X12Header
{
    /// <summary>The length of an ISA segment with its terminator.</summary>
    public const int Length = 106;

    /// <summary>How far an ISA of a wrong length is followed.</summary>
    public const int LongestDamaged = 256;

    private const int Elements = 16;
    private const int RepetitionElement = 11;

    // Where the element separators of a right ISA stand (X12.5).
    private static ReadOnlySpan<byte> Separators => [3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103];

    /// <summary>Whether the bytes may begin an ISA segment.</summary>
    public static bool Begins(ReadOnlySpan<byte> bytes) =>
        bytes.Length > 3 && bytes.StartsWith("ISA"u8) && X12Delimiters.IsDelimiter(bytes[3]);

    /// <summary>Reads the delimiters.</summary>
    /// <param name="bytes">The file from the ISA segment on, at least <see cref="LongestDamaged"/> bytes where it has them.</param>
    /// <param name="delimiters">The delimiters.</param>
    /// <param name="isRightLength">Whether every element has its fixed length.</param>
    /// <returns>False where there are too few elements.</returns>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out X12Delimiters delimiters, out bool isRightLength)
    {
        delimiters = default;
        isRightLength = false;
        if (!Begins(bytes))
            return false;
        var separator = bytes[3];
        var component = ComponentPlace(bytes, separator, out var repetition, out isRightLength);
        if (component < 0 || component + 1 >= bytes.Length)
            return false;
        delimiters = new X12Delimiters(
            separator, X12Delimiters.IsDelimiter(repetition) ? repetition : (byte)0, bytes[component], bytes[component + 1]);
        return true;
    }

    private static int ComponentPlace(ReadOnlySpan<byte> bytes, byte separator, out byte repetition, out bool isRightLength)
    {
        isRightLength = bytes.Length >= Length;
        foreach (var place in Separators)
            isRightLength = isRightLength && bytes[place] == separator;
        repetition = 0;
        if (isRightLength)
        {
            repetition = bytes[Separators[RepetitionElement - 1] + 1];
            return Separators[Elements - 1] + 1;
        }

        var found = 0;
        for (var i = 3; i < Math.Min(bytes.Length, LongestDamaged); i++)
        {
            if (bytes[i] != separator)
                continue;
            found++;
            if (found == RepetitionElement && i + 2 < bytes.Length && bytes[i + 2] == separator)
                repetition = bytes[i + 1];
            if (found == Elements)
                return i + 1;
        }

        return -1;
    }
}
