using System.Collections.Immutable;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Documents;

/// <summary>A run of text of a page that knows the bytes of every one of its characters, also where lines were joined.</summary>
/// <remarks>Equality is by reference: two equal texts at different places are different facts.</remarks>
internal sealed class PageText
{
    // Empty where each character is the byte behind that of the one before it, as in most texts: a library of pages is kept in memory.
    private readonly ImmutableArray<int> _starts = [];
    private readonly ImmutableArray<int> _ends = [];
    private readonly int _first;

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
        _first = value.Length == 0 ? place : starts[0];
        if (!IsPlain(starts, ends))
            (_starts, _ends) = (starts, ends);
        Span = value.Length == 0 ? new SourceSpan(place, 0) : SpanOf(0, value.Length);
    }

    /// <summary>A text whose characters are one byte each, one behind the other.</summary>
    /// <param name="value">The text.</param>
    /// <param name="first">The offset of its first byte.</param>
    public PageText(string value, int first)
    {
        ArgumentNullException.ThrowIfNull(value);
        Value = value;
        _first = first;
        Span = new SourceSpan(first, value.Length);
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
            return new SourceSpan(start < Value.Length ? StartOf(start) : Span.End, 0);
        return new SourceSpan(StartOf(start), EndOf(start + length - 1) - StartOf(start));
    }

    private int StartOf(int character) => _starts.IsEmpty ? _first + character : _starts[character];

    private int EndOf(int character) => _ends.IsEmpty ? _first + character + 1 : _ends[character];

    private static bool IsPlain(ImmutableArray<int> starts, ImmutableArray<int> ends)
    {
        for (var i = 0; i < starts.Length; i++)
        {
            if (starts[i] != starts[0] + i || ends[i] != starts[i] + 1)
                return false;
        }

        return true;
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
        if (_starts.IsEmpty)
            return new PageText(Value.Substring(start, length), (int)SpanOf(start, 0).Offset);
        return new PageText(
            Value.Substring(start, length),
            _starts.Slice(start, length),
            _ends.Slice(start, length),
            (int)SpanOf(start, 0).Offset);
    }

    /// <summary>Other words of the same length at the same place, such as a key with its hyphens as blanks.</summary>
    /// <exception cref="ArgumentException">They have another length.</exception>
    public PageText WithSameLength(string value) => value.Length != Value.Length
        ? throw new ArgumentException("The words have another length.", nameof(value))
        : _starts.IsEmpty ? new(value, _first) : new(value, _starts, _ends);

    /// <summary>Several texts as one, with a character between each two that ends sentences (a line feed) or not (a blank).</summary>
    public static PageText Join(IReadOnlyList<PageText> parts, char separator)
    {
        if (parts.Count == 1)
            return parts[0];
        if (parts.Count > 0 && FollowOneAnother(parts))
            return new PageText(string.Join(separator, parts.Select(part => part.Value)), parts[0]._first);
        var length = parts.Sum(part => part.Value.Length + 1);
        var starts = ImmutableArray.CreateBuilder<int>(length);
        var ends = ImmutableArray.CreateBuilder<int>(length);
        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0)
            {
                starts.Add((int)parts[i - 1].Span.End);
                ends.Add((int)Math.Max(parts[i - 1].Span.End, parts[i].Span.Offset));
            }

            for (var character = 0; character < parts[i].Value.Length; character++)
            {
                starts.Add(parts[i].StartOf(character));
                ends.Add(parts[i].EndOf(character));
            }
        }

        return new PageText(
            string.Join(separator, parts.Select(part => part.Value)),
            starts.ToImmutable(),
            ends.ToImmutable(),
            parts.Count == 0 ? 0 : (int)parts[0].Span.Offset);
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    /// <summary>Whether there is one byte between each two texts, and in them one for each character.</summary>
    private static bool FollowOneAnother(IReadOnlyList<PageText> parts)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            if (!parts[i]._starts.IsEmpty || parts[i].Value.Length == 0 || (i > 0 && parts[i]._first != parts[i - 1].Span.End + 1))
                return false;
        }

        return true;
    }
}
