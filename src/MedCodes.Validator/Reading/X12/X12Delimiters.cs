namespace MedCodes.Validator.Reading.X12;

/// <summary>The bytes that an interchange separates its parts by, as its ISA segment says.</summary>
/// <param name="Element">Between elements.</param>
/// <param name="Repetition">Between repetitions of an element; 0 where the interchange has none.</param>
/// <param name="Component">Between components of an element.</param>
/// <param name="Terminator">Behind each segment.</param>
internal readonly record struct X12Delimiters(byte Element, byte Repetition, byte Component, byte Terminator)
{
    /// <summary>Whether the bytes can tell elements apart: different from one another and neither letters, digits nor blanks.</summary>
    public bool AreUsable =>
        IsDelimiter(Element) && IsDelimiter(Component) && IsDelimiter(Terminator)
        && Element != Component && Element != Terminator && Component != Terminator;

    public uint Packed => Element | (uint)Repetition << 8 | (uint)Component << 16 | (uint)Terminator << 24;

    public static X12Delimiters Unpack(uint packed) =>
        new((byte)packed, (byte)(packed >> 8), (byte)(packed >> 16), (byte)(packed >> 24));

    /// <summary>Whether a byte may delimit: no letter, digit or blank.</summary>
    public static bool IsDelimiter(byte b) => b != 0 && b != (byte)' ' && !char.IsAsciiLetterOrDigit((char)b);
}
