using System.Buffers;
using MedCodes.Validator.Reference.Stores;

namespace MedCodes.Validator.Reference.Importing;

/// <summary>Codes as the published files write them.</summary>
internal static class WrittenCode
{
    private const int ProcedureLength = 5;

    private static readonly SearchValues<byte> Letters = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"u8);

    /// <summary>Reads a procedure code: five digits and capital letters.</summary>
    public static bool TryProcedure(ReadOnlySpan<byte> text, out ulong packed) => TryCode(text, ProcedureLength, ProcedureLength, out packed);

    /// <summary>Reads a code of digits and capital letters.</summary>
    /// <param name="text">The code, without blanks.</param>
    /// <param name="shortest">How long it is at least.</param>
    /// <param name="longest">How long it is at most.</param>
    /// <param name="packed">The code as stores hold it.</param>
    public static bool TryCode(ReadOnlySpan<byte> text, int shortest, int longest, out ulong packed)
    {
        packed = 0;
        if (text.Length < shortest || text.Length > longest || text.ContainsAnyExcept(Letters))
            return false;
        packed = KeyValue.Of(text);
        return true;
    }
}
