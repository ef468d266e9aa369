namespace MedCodes.Validator.Reading.X12;

/// <summary>An interchange, group or transaction while it is open.</summary>
/// <param name="ControlNumber">The header's control number; empty where the header is missing.</param>
internal record struct X12Envelope(string ControlNumber)
{
    public static X12Envelope Unknown => new("") { IsDisturbed = true };

    /// <summary>How many parts it has so far.</summary>
    public int Count { get; set; }

    /// <summary>Whether its header or a part's frame is missing, so that its count would report the same defect again.</summary>
    public bool IsDisturbed { get; set; }

    /// <summary>Whether its header is there.</summary>
    public readonly bool IsKnown => ControlNumber.Length > 0;
}
