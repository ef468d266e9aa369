using System.Collections.Immutable;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Documents;

/// <summary>A run of text of a page that knows the bytes of every one of its characters, also where lines were joined.</summary>
/// <remarks>Equality is by reference: two equal texts at different places are different facts.</remarks>
internal sealed class PageText
{
    private readonly ImmutableArray<int> _starts;
    private readonly ImmutableArray<int> _ends;

    /// <param name="value">The text, its lines joined, without blanks at its ends.</param>
    /// <param name="starts">The offset of the first byte of each character.</param>
    /// <param name="ends">The offset behind the last byte of each character.</param>
    /// <param name="place">Where an empty text stands.</param>
    public PageText(string value, ImmutableArray<int> starts, ImmutableArray<int> ends, int place = 0)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentOutOfRangeException.ThrowIfNotEqual(starts.Length, value.Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(ends.Length, value.Length);
        Value = value;
        _starts = starts;
        _ends = ends;
        Span = value.Length == 0 ? new SourceSpan(place, 0) : SpanOf(0, value.Length);
    }

    /// <summary>The text.</summary>
    public string Value { get; }

    /// <summary>The bytes from its first to its last character.</summary>
    public SourceSpan Span { get; }

    /// <summary>The bytes of some of its characters.</summary>
    /// <param name="start">The index of the first, from 0.</param>
    /// <param name="length">How many; 0 gives the place before the first.</param>
    public SourceSpan SpanOf(int start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start + length, Value.Length);
        if (length == 0)
            return new SourceSpan(start < Value.Length ? _starts[start] : Span.End, 0);
        return new SourceSpan(_starts[start], _ends[start + length - 1] - _starts[start]);
    }

    /// <summary>A part of it, without the blanks at its ends.</summary>
    public PageText Slice(int start, int length)
    {
        var end = start + length;
        while (start < end && char.IsWhiteSpace(Value[start]))
            start++;
        while (end > start && char.IsWhiteSpace(Value[end - 1]))
            end--;
        length = end - start;
        return new PageText(
            Value.Substring(start, length),
            _starts.Slice(start, length),
            _ends.Slice(start, length),
            (int)SpanOf(start, 0).Offset);
    }

    /// <summary>Other words of the same length at the same place, such as a key with its hyphens as blanks.</summary>
    public PageText WithSameLength(string value) => new(value, _starts, _ends, (int)Span.Offset);

    /// <summary>Several texts as one, with a character between each two that ends sentences (a line feed) or not (a blank).</summary>
    public static PageText Join(IReadOnlyList<PageText> parts, char separator)
    {
        if (parts.Count == 1)
            return parts[0];
        var starts = ImmutableArray.CreateBuilder<int>();
        var ends = ImmutableArray.CreateBuilder<int>();
        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0)
            {
                starts.Add((int)parts[i - 1].Span.End);
                ends.Add((int)Math.Max(parts[i - 1].Span.End, parts[i].Span.Offset));
            }

            starts.AddRange(parts[i]._starts);
            ends.AddRange(parts[i]._ends);
        }

        return new PageText(
            string.Join(separator, parts.Select(part => part.Value)),
            starts.ToImmutable(),
            ends.ToImmutable(),
            parts.Count == 0 ? 0 : (int)parts[0].Span.Offset);
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
