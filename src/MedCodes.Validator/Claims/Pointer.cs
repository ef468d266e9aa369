using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Claims;

/// <summary>A diagnosis pointer of a service line.</summary>
public readonly record struct Pointer
{
    internal Pointer(ServiceLine line, int position)
    {
        Line = line;
        Position = position;
    }

    /// <summary>The line that it stands on.</summary>
    public ServiceLine Line { get; }

    /// <summary>Its place on the line, from 1 to 4; an empty place before it counts.</summary>
    public int Position { get; }

    /// <summary>The position of the diagnosis that it points to; null where it is no number.</summary>
    public int? Target => IsUnreadable ? null : Packed - 1;

    /// <summary>Whether it is no number from 0 to 253.</summary>
    public bool IsUnreadable => Packed == LineRow.UnreadablePointer;

    /// <summary>The diagnosis that it points to; null where there is none at that position.</summary>
    public Diagnosis? Diagnosis
    {
        get
        {
            var diagnoses = Line.Claim.Diagnoses;
            return Target is { } target && target >= 1 && target <= diagnoses.Count ? diagnoses[target - 1] : null;
        }
    }

    /// <summary>Its bytes.</summary>
    public SourceSpan Span => Line.SpanOf(LineField.Pointers, Position);

    /// <summary>Where it stands, such as "2300[2]/2400[1]/SV107-1".</summary>
    public string Path => Line.PathOf(LineField.Pointers, Position);

    private byte Packed => PointerList.Slot(Line.Row.Pointers, Position - 1);
}
