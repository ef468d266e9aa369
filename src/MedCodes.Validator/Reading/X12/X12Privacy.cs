using System.Text;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.X12;

/// <summary>How far an element of a claim file may travel. What is not known to be safe identifies.</summary>
internal static class X12Privacy
{
    private const int LongestId = 3;
    private const int LongestControlNumber = 9;

    /// <summary>
    /// The class of what was found in an element. Where a terminator is damaged, anything can stand anywhere: what could be a
    /// name or a number of a person is not open, whatever the element is.
    /// </summary>
    public static Privacy Of(in X12Segment segment, int element, ReadOnlySpan<byte> found)
    {
        if ((segment.Id, element) is (X12Id.Se or X12Id.Ge or X12Id.Iea, 2))
            return IsControlNumber(Encoding.Latin1.GetString(found)) ? Privacy.Open : Privacy.Identifying;
        var privacy = Of(segment, element);
        var isId = element == 0 && found.Length <= LongestId;
        return privacy == Privacy.Open && !isId ? OfCode(found) : privacy;
    }

    /// <summary>Whether a text is what header and trailer of an envelope are numbered with. It counts envelopes and says nothing of a person.</summary>
    public static bool IsControlNumber(string text) => text.Length is > 0 and <= LongestControlNumber && text.All(char.IsAsciiDigit);

    /// <summary>The class of a text that should be a code: open unless it could be a name or a number of a person.</summary>
    public static Privacy OfCode(ReadOnlySpan<byte> text) => CodeShape.MayIdentify(text) ? Privacy.Identifying : Privacy.Open;

    private static Privacy Of(in X12Segment segment, int element) => segment.Id switch
    {
        _ when element == 0 => Privacy.Open,
        X12Id.Isa or X12Id.Gs => Privacy.Account,
        X12Id.St or X12Id.Bht or X12Id.Se or X12Id.Ge or X12Id.Iea => Privacy.Account,
        X12Id.Hl or X12Id.Lx or X12Id.Hi or X12Id.Sv1 or X12Id.Sv2 or X12Id.Cas or X12Id.Amt or X12Id.Ctp or X12Id.Svd => Privacy.Open,
        X12Id.Clm => element == 1 ? Privacy.Account : Privacy.Open,
        X12Id.Dtp => element == 3 ? Privacy.Account : Privacy.Open,
        X12Id.Nm1 => element is 1 or 2 or 8 ? Privacy.Open : Privacy.Identifying,
        X12Id.Ref => element == 1 ? Privacy.Open : OfReference(segment[1]),
        X12Id.Sbr => element is 3 or 4 ? Privacy.Identifying : Privacy.Open,
        X12Id.Dmg => element == 1 ? Privacy.Open : Privacy.Identifying,
        X12Id.Lin or X12Id.Prv => Privacy.Open,
        _ => Privacy.Identifying,
    };

    private static Privacy OfReference(ReadOnlySpan<byte> qualifier) =>
        qualifier.SequenceEqual("F8"u8) || qualifier.SequenceEqual("6R"u8) || qualifier.SequenceEqual("G1"u8) ? Privacy.Account
        : qualifier.SequenceEqual("X4"u8) ? Privacy.Open
        : Privacy.Identifying;
}
