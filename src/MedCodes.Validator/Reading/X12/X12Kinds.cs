using System.Runtime.CompilerServices;
using System.Text;

namespace MedCodes.Validator.Reading.X12;

/// <summary>The kinds of segments by their ids: a hash table in which no two ids meet, so that a look-up is one comparison.</summary>
internal static class X12Kinds
{
    private const int Bits = 10;
    private const int KindShift = 32;

    /// <summary>The rank of what follows an address: N3 has 1, N4 has 2.</summary>
    public const int AfterAddress = 3;

    private const ulong OfClaims =
        1UL << (int)X12Kind.Hl | 1UL << (int)X12Kind.Clm | (1UL << (int)X12Kind.PassedOver) * 2 - (1UL << (int)X12Kind.Bht);

    // All that claims use but levels, names and what may stand between a name and its address.
    private const ulong EndsAddress = OfClaims & ~(
        1UL << (int)X12Kind.Hl | 1UL << (int)X12Kind.Nm1 | 1UL << (int)X12Kind.N3 | 1UL << (int)X12Kind.N4
        | 1UL << (int)X12Kind.Per | 1UL << (int)X12Kind.Oi | 1UL << (int)X12Kind.PassedOver);

    private static readonly (uint Id, X12Kind Kind)[] Read =
    [
        (X12Id.Isa, X12Kind.Isa),
        (X12Id.Hl, X12Kind.Hl),
        (X12Id.Clm, X12Kind.Clm),
        (X12Id.Se, X12Kind.Se),
        (X12Id.Gs, X12Kind.Gs),
        (X12Id.St, X12Kind.St),
        (X12Id.Ge, X12Kind.Ge),
        (X12Id.Iea, X12Kind.Iea),
        (X12Id.Ta1, X12Kind.Ta1),
        (X12Id.Bht, X12Kind.Bht),
        (X12Id.Nm1, X12Kind.Nm1),
        (X12Id.N3, X12Kind.N3),
        (X12Id.N4, X12Kind.N4),
        (X12Id.Ref, X12Kind.Ref),
        (X12Id.Per, X12Kind.Per),
        (X12Id.Prv, X12Kind.Prv),
        (X12Id.Sbr, X12Kind.Sbr),
        (X12Id.Pat, X12Kind.Pat),
        (X12Id.Dmg, X12Kind.Dmg),
        (X12Id.Dtp, X12Kind.Dtp),
        (X12Id.Pwk, X12Kind.Pwk),
        (X12Id.K3, X12Kind.K3),
        (X12Id.Nte, X12Kind.Nte),
        (X12Id.Cl1, X12Kind.Cl1),
        (X12Id.Hi, X12Kind.Hi),
        (X12Id.Lx, X12Kind.Lx),
        (X12Id.Sv1, X12Kind.Sv1),
        (X12Id.Sv2, X12Kind.Sv2),
        (X12Id.Lin, X12Kind.Lin),
        (X12Id.Ctp, X12Kind.Ctp),
        (X12Id.Svd, X12Kind.Svd),
        (X12Id.Cas, X12Kind.Cas),
        (X12Id.Amt, X12Kind.Amt),
        (X12Id.Oi, X12Kind.Oi),
    ];

    // The other segments of the 837 in the standard (X12 005010, transaction set 837), used by the guides or not.
    private static readonly string[] Others =
    [
        "N2", "CUR", "DN1", "DN2", "CN1", "DSB", "UR", "CR1", "CR2", "CR3", "CR4", "CR5", "CR6", "CR7", "CR8", "CRC",
        "QTY", "HCP", "HSD", "MEA", "MIA", "MOA", "SV3", "SV4", "SV5", "SV6", "SV7", "TOO", "IMM", "PS1", "LQ", "FRM", "TST",
    ];

    private static readonly (uint Factor, ulong[] Entries) Table = MakeTable();

    /// <summary>The kind of a segment.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static X12Kind Of(uint id)
    {
        var entry = Table.Entries[id * Table.Factor >> 32 - Bits];
        return (uint)entry == id ? (X12Kind)(entry >> KindShift) : X12Kind.Unknown;
    }

    /// <summary>Whether claims use such a segment between ST and SE.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsOfClaims(X12Kind kind) => (OfClaims >> (int)kind & 1) != 0;

    /// <summary>What a segment leaves of the order of N3 and N4 behind a name: nothing is to follow any more, but behind those that stand between.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int AddressRank(X12Kind kind) => (int)(EndsAddress >> (int)kind & 1) * AfterAddress;

    /// <summary>Whether a claim is over before such a segment.</summary>
    public static bool EndsClaim(X12Kind kind) => kind is >= X12Kind.Isa and <= X12Kind.Se;

    private static (uint, ulong[]) MakeTable()
    {
        (uint Id, X12Kind Kind)[] all = [.. Read, .. Others.Select(id => (X12Id.Of(Encoding.ASCII.GetBytes(id)), X12Kind.PassedOver))];
        // The same factor in every process: the first, in steps from the golden ratio, by which all ids fall apart.
        var factor = 2654435769;
        ulong[] table;
        while (!TryFill(all, factor, out table))
            factor += 2;
        return (factor, table);
    }

    private static bool TryFill((uint Id, X12Kind Kind)[] all, uint factor, out ulong[] table)
    {
        table = new ulong[1 << Bits];
        foreach (var (id, kind) in all)
        {
            ref var entry = ref table[id * factor >> 32 - Bits];
            if (entry != 0)
                return false;
            entry = id | (ulong)kind << KindShift;
        }

        return true;
    }
}
