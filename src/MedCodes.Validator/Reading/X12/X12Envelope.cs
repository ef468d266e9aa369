namespace MedCodes.Validator.Reading.X12;

/// <summary>An interchange, group or transaction while it is open.</summary>
/// <param name="ControlNumber">The header's control number; empty where the header is missing.</param>
internal record struct X12Envelope(string ControlNumber)
{
    public static X12Envelope Unknown => new("") { IsDisturbed = true };

    /// <summary>One that was open at the cut that reading began at and is not known.</summary>
    public static X12Envelope Inherited => new("") { IsInherited = true };

    /// <summary>How many parts it has so far.</summary>
    public int Count { get; set; }

    /// <summary>Whether its header or a part's frame is missing, so that its count would report the same defect again.</summary>
    public bool IsDisturbed { get; set; }

    /// <summary>Whether its header stands before the cut that reading began at, and is not known.</summary>
    public bool IsInherited { get; private init; }

    /// <summary>Whether it was open at the last cut.</summary>
    public bool CrossesCut { get; set; }

    /// <summary>Whether its header is there.</summary>
    public readonly bool IsKnown => ControlNumber.Length > 0;

    /// <summary>The whole envelope, where this is what was seen of one that was open at a cut; itself where it began behind the cut.</summary>
    public readonly X12Envelope Behind(in X12Envelope before) =>
        IsInherited ? before with { Count = before.Count + Count, IsDisturbed = before.IsDisturbed || IsDisturbed, CrossesCut = CrossesCut } : this;
}
