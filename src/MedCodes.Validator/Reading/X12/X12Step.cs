namespace MedCodes.Validator.Reading.X12;

/// <summary>What <see cref="X12Source.Next"/> came to.</summary>
internal enum X12Step
{
    /// <summary>A whole segment.</summary>
    Segment = 1,

    /// <summary>An ISA segment whose delimiters are now in force.</summary>
    Header,

    /// <summary>An ISA segment whose delimiters cannot be read or used; it was skipped.</summary>
    BadHeader,

    /// <summary>More bytes than a segment can have; they were skipped up to the next terminator.</summary>
    TooLong,

    /// <summary>Bytes at the end of the file that no terminator follows.</summary>
    Unfinished,

    /// <summary>The end of the file.</summary>
    End,
}
