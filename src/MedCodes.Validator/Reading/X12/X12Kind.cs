namespace MedCodes.Validator.Reading.X12;

/// <summary>What a segment is, as a small number, so that one jump leads to what takes it.</summary>
internal enum X12Kind : byte
{
    /// <summary>None that claims have.</summary>
    Unknown,

    // These end a claim.
    Isa,
    Hl,
    Clm,
    Se,

    // The rest of the envelope.
    Gs,
    St,
    Ge,
    Iea,
    Ta1,

    // What stands in a transaction.
    Bht,
    Nm1,
    N3,
    N4,
    Ref,
    Per,
    Prv,
    Sbr,
    Pat,
    Dmg,
    Dtp,
    Pwk,
    K3,
    Nte,
    Cl1,
    Hi,
    Lx,
    Sv1,
    Sv2,
    Lin,
    Ctp,
    Svd,
    Cas,
    Amt,
    Oi,

    /// <summary>One that claims use and the reader takes nothing from.</summary>
    PassedOver,
}
