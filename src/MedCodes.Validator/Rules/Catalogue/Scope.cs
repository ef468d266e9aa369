namespace MedCodes.Validator.Rules.Catalogue;

/// <summary>The unit that a rule is judged on, from the narrowest.</summary>
public enum Scope
{
    /// <summary>One claim.</summary>
    Claim = 1,

    /// <summary>One patient's claims in the run.</summary>
    Patient,

    /// <summary>One file.</summary>
    File,

    /// <summary>All claims of the run that share a key.</summary>
    Batch,

    /// <summary>One procedure page.</summary>
    Document,

    /// <summary>All pages.</summary>
    Library,
}
