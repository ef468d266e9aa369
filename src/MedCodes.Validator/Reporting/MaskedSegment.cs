using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reporting;

/// <summary>Shows a segment value by value, each only if it is known to be safe.</summary>
internal ref struct MaskedSegment
{
    // Few segments of an 837 have more elements.
    private const int UsualElements = 32;
    private const int UsualCharacters = 512;

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly SegmentElements _elements;
    private readonly X12Separators _separators;
    private readonly PhiLevel _phi;
    private readonly SafeSegment? _safe;
    private FrameText _text;
    private bool _isSound = true;

    private MaskedSegment(ReadOnlySpan<byte> bytes, SegmentElements elements, X12Separators separators, PhiLevel phi, FrameText text)
    {
        (_separators, _phi) = (separators, phi);
        _bytes = bytes;
        _elements = elements;
        _text = text;
        _safe = SafeElements.Of(elements.Text(0));
    }

    /// <summary>A segment as it may be shown.</summary>
    /// <param name="bytes">The segment without its terminator.</param>
    /// <param name="separators">What separates its elements.</param>
    /// <param name="phi">How much of a patient's data is shown.</param>
    /// <param name="from">Where the part begins that is meant.</param>
    /// <param name="to">Where that part ends.</param>
    public static Frame Shown(ReadOnlySpan<byte> bytes, X12Separators separators, PhiLevel phi, int from, int to)
    {
        var most = FrameText.MostCharacters(bytes.Length);
        var text = new FrameText(most <= UsualCharacters ? stackalloc char[UsualCharacters] : new char[most], from, to);
        var elements = SegmentElements.Of(bytes, separators.Element, stackalloc int[UsualElements]);
        var segment = new MaskedSegment(bytes, elements, separators, phi, text);
        segment.AddAll();
        return segment._text.ToFrame();
    }

    private void AddAll()
    {
        Add(0, _elements[0].End, _safe is not null);
        for (var position = 1; position < _elements.Count; position++)
            AddElement(position);
    }

    private void AddElement(int position)
    {
        var (start, end) = _elements[position];
        Add(start - 1, start, isShown: true);
        var component = 1;

        // The header's own elements name the separators; they do not separate there.
        while (_safe?.Name != "ISA" && _bytes[start..end].IndexOfAny(_separators.Component, _separators.Repetition) is >= 0 and var length)
        {
            var i = start + length;
            AddValue(position, component, start, i);
            Add(i, i + 1, isShown: true);
            component = _bytes[i] == _separators.Repetition ? 1 : component + 1;
            start = i + 1;
        }

        // Nothing behind it stands where the standard says.
        if (SafeValues.RunsIntoAnother(_safe?.Name, position, _bytes[start..end], component > 1))
            _isSound = false;
        AddValue(position, component, start, end);
    }

    private void AddValue(int position, int component, int start, int end)
    {
        if (start < end)
            Add(start, end, MayShow(position, component, _bytes[start..end]));
    }

    private readonly bool MayShow(int position, int component, ReadOnlySpan<byte> value)
    {
        if (_phi == PhiLevel.Show)
            return true;
        if (_safe is null || !_isSound)
            return false;
        var privacy = _safe.PrivacyOf(position, component, _elements);
        return _phi.Shows(privacy) && (privacy != Privacy.Open || SafeValues.IsCode(_safe.Name, position, value));
    }

    private void Add(int start, int end, bool isShown) => _text.Add(start, _bytes[start..end], isShown);
}
