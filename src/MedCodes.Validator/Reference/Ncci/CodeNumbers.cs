using System.Numerics;
using MedCodes.Validator.Reference.Stores;

namespace MedCodes.Validator.Reference.Ncci;

/// <summary>
/// Dense numbers of codes: a hash table whose entries hold a packed code of up to six bytes and its number in what is left of 64 bits.
/// </summary>
/// <remarks>
/// Each table numbers its own codes. Rows of claims hold codes as they are written: several releases judge the same claims, each with other
/// numbers, and claims are read where no table is. Finding two numbers is part of what looking up a pair costs, and one claim's lines meet
/// few pairs.
/// </remarks>
internal static class CodeNumbers
{
    /// <summary>How many codes there can be.</summary>
    public const int Most = ushort.MaxValue;

    private const int CodeBits = 48;
    private const ulong CodeMask = (1UL << CodeBits) - 1;

    /// <summary>The number of a code; -1 for one that is not there.</summary>
    public static int Find(Block<ulong> table, ulong code)
    {
        var mask = table.Length - 1;
        var place = (int)KeyValue.Mix(code) & mask;
        for (var i = 0; i <= mask; i++, place = (place + 1) & mask)
        {
            var entry = table[place];
            if ((entry & CodeMask) == code)
                return (int)(entry >> CodeBits) - 1;
            if (entry == 0)
                return -1;
        }

        return -1;
    }

    /// <summary>The codes of a table, in no order.</summary>
    public static IEnumerable<ulong> Codes(Block<ulong> table) =>
        Enumerable.Range(0, table.Length).Select(place => table[place] & CodeMask).Where(code => code != 0);

    /// <summary>Makes the table of codes, each numbered by its place.</summary>
    public static ulong[] Table(IReadOnlyList<ulong> codes)
    {
        var table = new ulong[BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, codes.Count * 2))];
        for (var number = 0; number < codes.Count; number++)
        {
            var place = (int)KeyValue.Mix(codes[number]) & table.Length - 1;
            while (table[place] != 0)
                place = (place + 1) & table.Length - 1;
            table[place] = codes[number] | (ulong)(number + 1) << CodeBits;
        }

        return table;
    }
}
