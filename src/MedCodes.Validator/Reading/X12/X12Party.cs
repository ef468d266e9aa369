using System.Text;
using MedCodes.Validator.Claims;

namespace MedCodes.Validator.Reading.X12;

/// <summary>Reads a name and its address (NM1, N3, N4) again from where their part starts.</summary>
internal static class X12Party
{
    private const int FirstOfStreet = 4;
    private const int FirstOfCity = 6;

    /// <summary>Looks for a name.</summary>
    /// <param name="bytes">The bytes from the start of the part.</param>
    /// <param name="offset">Where they start in the file.</param>
    /// <param name="delimiters">What they are cut by.</param>
    /// <param name="isLast">Whether there are no more.</param>
    /// <param name="role">What its NM101 is; null for whatever name comes first.</param>
    /// <param name="details">What was found; nothing where the part has no such name.</param>
    /// <returns>False where the bytes end before the name and its address do and more are needed.</returns>
    public static bool TryFind(
        ReadOnlySpan<byte> bytes, long offset, X12Delimiters delimiters, bool isLast, string? role, out PartyDetails details)
    {
        details = PartyDetails.None;
        var values = new string?[PartyDetails.Fields.Length];
        var stretch = new X12Stretch(bytes, offset, delimiters, isLast, stackalloc int[X12Stretch.Elements]);
        var (isNamed, hasStreet, hasCity) = (false, false, false);
        var begin = 0u;
        for (var isFirst = true; stretch.TryNext(out var segment); isFirst = false)
        {
            var id = segment.Id;
            begin = isFirst ? id : begin;
            if (!isNamed && id == X12Id.Nm1 && (role is null || Ascii.Equals(segment[1], role)))
            {
                isNamed = true;
                Take(segment, 3, values.AsSpan(0, 3));
                Take(segment, 7, values.AsSpan(3, 1));
            }
            else if (isNamed && id == X12Id.N3 && !hasStreet)
            {
                hasStreet = true;
                Take(segment, 1, values.AsSpan(FirstOfStreet, 2));
            }
            else if (isNamed && id == X12Id.N4 && !hasCity)
            {
                hasCity = true;
                Take(segment, 1, values.AsSpan(FirstOfCity));
            }
            else if ((!isFirst && id == X12Id.Sbr && begin == id) || (isNamed && id is X12Id.Nm1 or X12Id.Sbr or X12Id.Svd) || (!isFirst && Ends(X12Kinds.Of(id))))
            {
                details = PartyDetails.Of(values);
                return true;
            }
        }

        details = PartyDetails.Of(values);
        return isLast;
    }

    private static bool Ends(X12Kind kind) =>
        X12Kinds.EndsClaim(kind) || kind is X12Kind.Lx or X12Kind.Sv1 or X12Kind.Sv2 or X12Kind.St or X12Kind.Gs or X12Kind.Ge or X12Kind.Iea;

    private static void Take(in X12Segment segment, int first, Span<string?> values)
    {
        for (var i = 0; i < values.Length; i++)
            values[i] = segment.IsEmpty(first + i) ? null : Encoding.UTF8.GetString(segment[first + i]);
    }
}
