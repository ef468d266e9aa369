namespace MedCodes.Validator.Reading.X12;

/// <summary>How long elements may be: the data element dictionary of 005010 as the 837 guides use it.</summary>
internal static class X12Lengths
{
    /// <summary>The elements of a segment that have a limit, at most: a multiple of what one vector compares.</summary>
    public const int Elements = 24;

    private static readonly int[] Longest = All();

    /// <summary>The longest each element may be, from the first, for so many as are looked at; a composite may be of any length.</summary>
    public static ReadOnlySpan<int> Of(X12Kind kind) => Longest.AsSpan((int)kind * Elements, Elements);

    private static int[] All()
    {
        var longest = new int[((int)X12Kind.PassedOver + 1) * Elements];
        longest.AsSpan().Fill(int.MaxValue);
        Set(longest, X12Kind.Bht, [4, 2, 50, 8, 8, 2]);
        Set(longest, X12Kind.Hl, [12, 12, 2, 1]);
        Set(longest, X12Kind.Nm1, [3, 1, 60, 35, 25, 10, 10, 2, 80]);
        Set(longest, X12Kind.N3, [55, 55]);
        Set(longest, X12Kind.N4, [30, 2, 15, 3, 2, 30, 3]);
        Set(longest, X12Kind.Ref, [3, 50, 80]);
        Set(longest, X12Kind.Prv, [3, 3, 50]);
        Set(longest, X12Kind.Sbr, [1, 2, 50, 60, 3, 1, 1, 2, 2]);
        Set(longest, X12Kind.Pat, [2, 1, 2, 1, 3, 35, 2, 10, 1]);
        Set(longest, X12Kind.Dmg, [3, 35, 1]);
        Set(longest, X12Kind.Clm, [38, 18, 2, 2, 0, 1, 1, 1, 1, 1, 0, 3]);
        Set(longest, X12Kind.Cl1, [1, 1, 2]);
        Set(longest, X12Kind.Pwk, [2, 2, 2, 3, 2, 80]);
        Set(longest, X12Kind.Dtp, [3, 3, 35]);
        Set(longest, X12Kind.Nte, [3, 80]);
        Set(longest, X12Kind.K3, [80]);
        Set(longest, X12Kind.Lx, [6]);
        Set(longest, X12Kind.Sv1, [0, 18, 2, 15, 2, 2, 0, 18, 1]);
        Set(longest, X12Kind.Sv2, [48, 0, 18, 2, 15, 10, 18]);
        Set(longest, X12Kind.Lin, [20, 2, 48]);
        Set(longest, X12Kind.Ctp, [2, 3, 17, 15]);
        Set(longest, X12Kind.Svd, [80, 18, 0, 48, 15, 6]);
        Set(longest, X12Kind.Cas, [2, 5, 18, 15, 5, 18, 15, 5, 18, 15, 5, 18, 15, 5, 18, 15, 5, 18, 15]);
        Set(longest, X12Kind.Amt, [3, 18]);
        return longest;
    }

    // 0 stands for an element that is not checked.
    private static void Set(int[] longest, X12Kind kind, params ReadOnlySpan<int> lengths)
    {
        for (var i = 0; i < lengths.Length; i++)
            longest[(int)kind * Elements + i] = lengths[i] == 0 ? int.MaxValue : lengths[i];
    }
}
