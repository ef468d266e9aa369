namespace MedCodes.Validator.Reading.X12;

/// <summary>How long elements may be: the data element dictionary of 005010 as the 837 guides use it.</summary>
internal static class X12Lengths
{
    /// <summary>The longest each element may be, from the first; 0 where it is not checked, as for composites.</summary>
    public static ReadOnlySpan<byte> Of(uint segment) => segment switch
    {
        X12Id.Bht => [4, 2, 50, 8, 8, 2],
        X12Id.Hl => [12, 12, 2, 1],
        X12Id.Nm1 => [3, 1, 60, 35, 25, 10, 10, 2, 80],
        X12Id.N3 => [55, 55],
        X12Id.N4 => [30, 2, 15, 3, 2, 30, 3],
        X12Id.Ref => [3, 50, 80],
        X12Id.Prv => [3, 3, 50],
        X12Id.Sbr => [1, 2, 50, 60, 3, 1, 1, 2, 2],
        X12Id.Pat => [2, 1, 2, 1, 3, 35, 2, 10, 1],
        X12Id.Dmg => [3, 35, 1],
        X12Id.Clm => [38, 18, 2, 2, 0, 1, 1, 1, 1, 1, 0, 3],
        X12Id.Cl1 => [1, 1, 2],
        X12Id.Pwk => [2, 2, 2, 3, 2, 80],
        X12Id.Dtp => [3, 3, 35],
        X12Id.Nte => [3, 80],
        X12Id.K3 => [80],
        X12Id.Lx => [6],
        X12Id.Sv1 => [0, 18, 2, 15, 2, 2, 0, 18, 1],
        X12Id.Sv2 => [48, 0, 18, 2, 15, 10, 18],
        X12Id.Lin => [20, 2, 48],
        X12Id.Ctp => [2, 3, 17, 15],
        X12Id.Svd => [80, 18, 0, 48, 15, 6],
        X12Id.Cas => [2, 5, 18, 15, 5, 18, 15, 5, 18, 15, 5, 18, 15, 5, 18, 15, 5, 18, 15],
        X12Id.Amt => [3, 18],
        _ => [],
    };
}
