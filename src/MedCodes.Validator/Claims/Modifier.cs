using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Claims;

/// <summary>A modifier of a service line.</summary>
public readonly record struct Modifier
{
    internal Modifier(ServiceLine line, int position)
    {
        Line = line;
        Position = position;
    }

    /// <summary>The line that it stands on.</summary>
    public ServiceLine Line { get; }

    /// <summary>Its place on the line, from 1 to 4; an empty place before it counts.</summary>
    public int Position { get; }

    /// <summary>The modifier as written; null where it has more than two characters.</summary>
    public string? Text => IsUnreadable ? null : PackedText.Unpack(Packed);

    /// <summary>Whether it has more than two characters.</summary>
    public bool IsUnreadable => Packed == LineRow.UnreadableModifier;

    /// <summary>Its bytes.</summary>
    public SourceSpan Span => Line.SpanOf(LineField.Modifiers, Position);

    /// <summary>Where it stands, such as "2300[2]/2400[1]/SV101-3".</summary>
    public string Path => Line.PathOf(LineField.Modifiers, Position);

    internal ushort Packed => ModifierList.Slot(Line.Row.Modifiers, Position - 1);

    /// <summary>The modifier as written.</summary>
    public override string ToString() => Text ?? "";
}
