using System.Text;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reporting;

/// <summary>A segment cut into its values and separators, each value shown only if it is known to be safe.</summary>
internal sealed class MaskedSegment
{
    private const int Ascii = 128;

    // Half of what a segment consists of are separators.
    private static readonly string[] Characters = [.. Enumerable.Range(0, Ascii).Select(character => Printable.Of(((char)character).ToString()))];

    private readonly byte[] _bytes;
    private readonly X12Separators _separators;
    private readonly PhiLevel _phi;
    private readonly List<(int Start, int End)> _elements;
    private readonly List<MaskedToken> _tokens = [];
    private readonly string _name;
    private readonly Func<int, string> _elementAt;
    private bool _isSound = true;

    private MaskedSegment(byte[] bytes, X12Separators separators, PhiLevel phi)
    {
        (_bytes, _separators, _phi, _elementAt) = (bytes, separators, phi, ElementAt);
        _elements = Elements();
        _name = Text(_elements[0].Start, _elements[0].End);
    }

    /// <summary>The values and separators of a segment, in order, without a gap.</summary>
    public static IReadOnlyList<MaskedToken> Tokens(byte[] bytes, X12Separators separators, PhiLevel phi)
    {
        var segment = new MaskedSegment(bytes, separators, phi);
        segment.Add(0, segment._name.Length, SafeElements.Names.Contains(segment._name));
        for (var position = 1; position < segment._elements.Count; position++)
            segment.AddElement(position);
        return segment._tokens;
    }

    private void AddElement(int position)
    {
        var (start, end) = _elements[position];
        Add(start - 1, start, isShown: true);
        var component = 1;

        // The header's own elements name the separators; they do not separate there.
        while (_name != "ISA" && _bytes.AsSpan(start, end - start).IndexOfAny(_separators.Component, _separators.Repetition) is >= 0 and var length)
        {
            var i = start + length;
            AddValue(position, component, start, i);
            Add(i, i + 1, isShown: true);
            component = _bytes[i] == _separators.Repetition ? 1 : component + 1;
            start = i + 1;
        }

        // Nothing behind it stands where the standard says.
        if (SafeValues.RunsIntoAnother(_name, position, _bytes.AsSpan(start, end - start), component > 1))
            _isSound = false;
        AddValue(position, component, start, end);
    }

    private void AddValue(int position, int component, int start, int end)
    {
        if (start < end)
            Add(start, end, MayShow(position, component, start, end));
    }

    private bool MayShow(int position, int component, int start, int end)
    {
        if (_phi == PhiLevel.Show)
            return true;
        var privacy = _isSound ? SafeElements.PrivacyOf(_name, position, component, _elementAt) : Privacy.Identifying;
        return _phi.Shows(privacy) && (privacy != Privacy.Open || SafeValues.IsCode(_name, position, Text(start, end)));
    }

    private void Add(int start, int end, bool isShown) => _tokens.Add(new MaskedToken(
        start,
        end - start,
        !isShown ? Message.Mask : end - start == 1 && _bytes[start] < Ascii ? Characters[_bytes[start]] : Printable.Of(Encoding.UTF8.GetString(_bytes, start, end - start))));

    private string ElementAt(int position) => position < _elements.Count ? Text(_elements[position].Start, _elements[position].End) : "";

    private string Text(int start, int end) => Encoding.Latin1.GetString(_bytes, start, end - start);

    private List<(int Start, int End)> Elements()
    {
        var elements = new List<(int Start, int End)>();
        var start = 0;
        while (_bytes.AsSpan(start).IndexOf(_separators.Element) is >= 0 and var length)
        {
            elements.Add((start, start + length));
            start += length + 1;
        }

        elements.Add((start, _bytes.Length));
        return elements;
    }
}

/// <summary>A value or a separator.</summary>
/// <param name="Start">The bytes before it in the segment.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="Shown">What may be shown of it.</param>
internal readonly record struct MaskedToken(int Start, int Length, string Shown);
