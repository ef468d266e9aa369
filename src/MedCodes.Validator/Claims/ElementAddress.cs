namespace MedCodes.Validator.Claims;

/// <summary>A place in a file as a batch knows it: where to start, and what to look for from there.</summary>
/// <param name="Owner">What starts at the offset.</param>
/// <param name="Offset">The offset in the file.</param>
/// <param name="Interchange">The interchange's row, whose delimiters are in force.</param>
/// <param name="Element">The element looked for, such as "SV101-2"; a segment alone for the whole segment.</param>
/// <param name="Qualifiers">What the segment's first element must be, one of several between commas; null for any.</param>
/// <param name="Ordinal">For a diagnosis or another code its position, for others 0.</param>
/// <param name="Pointer">The way from the part's object to the value, where the format is JSON; empty for the whole object.</param>
internal readonly record struct ElementAddress(
    FieldOwner Owner, long Offset, int Interchange, string Element, string? Qualifiers = null, int Ordinal = 0,
    string Pointer = "");
