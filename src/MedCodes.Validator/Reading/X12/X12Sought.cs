using System.Globalization;
using System.Text;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.X12;

/// <summary>An element looked for: which segment holds it, and which segments end the part that it would stand in.</summary>
internal sealed class X12Sought
{
    private readonly FieldOwner _owner;
    private readonly uint _segment;
    private readonly int _element;
    private readonly int _component;
    private readonly string[]? _qualifiers;
    private readonly int _ordinal;
    private int _diagnoses;
    private uint _first;

    private X12Sought(in ElementAddress address)
    {
        var dash = address.Element.IndexOf('-', StringComparison.Ordinal);
        var name = dash < 0 ? address.Element : address.Element[..dash];
        // "NM109" is element 9 of NM1, "SV1" a segment.
        var hasElement = name.Length >= 4;
        _owner = address.Owner;
        _segment = X12Id.Of(Encoding.ASCII.GetBytes(hasElement ? name[..^2] : name));
        _element = hasElement ? int.Parse(name.AsSpan(name.Length - 2), CultureInfo.InvariantCulture) : 0;
        _component = dash < 0 ? 0 : int.Parse(address.Element.AsSpan(dash + 1), CultureInfo.InvariantCulture);
        _qualifiers = address.Qualifiers?.Split(',');
        _ordinal = address.Ordinal;
    }

    public static X12Sought Of(in ElementAddress address) => new(address);

    /// <summary>Looks through the bytes from the start of the part.</summary>
    /// <returns>False where the bytes end before the part does and more are needed.</returns>
    public bool TryFind(ReadOnlySpan<byte> bytes, long offset, X12Delimiters delimiters, bool isLast, out SourceSpan span)
    {
        span = new SourceSpan(offset, 0);
        _diagnoses = 0;
        _first = 0;
        var stretch = new X12Stretch(bytes, offset, delimiters, isLast, stackalloc int[X12Stretch.Elements]);
        while (stretch.TryNext(out var segment))
        {
            if (Ends(segment) || Matches(segment, out span))
                return true;
        }

        return isLast;
    }

    private bool Matches(in X12Segment segment, out SourceSpan span)
    {
        span = default;
        if (segment.Id != _segment)
            return false;
        if (_owner is FieldOwner.Diagnosis or FieldOwner.ClaimCode)
            return MatchesDiagnosis(segment, out span);
        if (_qualifiers is not null && !HasQualifier(segment[1]))
            return false;
        // A reference for another payer is none of the claim's own.
        if (_segment == X12Id.Ref && !segment[4].IsEmpty)
            return false;
        span = _element == 0 ? segment.Span : _component == 0 ? segment.SpanOf(_element) : segment.SpanOf(_element, _component);
        return true;
    }

    private bool MatchesDiagnosis(in X12Segment segment, out SourceSpan span)
    {
        span = default;
        for (var element = 1; element <= segment.Count; element++)
        {
            var qualifier = segment.Component(element, 1);
            var isSought = _owner == FieldOwner.Diagnosis ? X12DiagnosisQualifiers.IsDiagnosis(qualifier) : X12DiagnosisQualifiers.IsOther(qualifier);
            if (!isSought || ++_diagnoses != _ordinal)
                continue;
            span = segment.SpanOf(element, _component);
            return true;
        }

        return false;
    }

    private bool HasQualifier(ReadOnlySpan<byte> text)
    {
        foreach (var qualifier in _qualifiers!)
        {
            if (Ascii.Equals(text, qualifier))
                return true;
        }

        return false;
    }

    // The part's first segment never ends it, whatever it is.
    private bool Ends(in X12Segment segment)
    {
        if (_first == 0)
        {
            _first = segment.Id;
            return false;
        }

        var id = segment.Id;
        if (id is X12Id.Se or X12Id.Hl or X12Id.Isa or X12Id.St or X12Id.Gs or X12Id.Iea)
            return true;
        return _owner switch
        {
            FieldOwner.Interchange or FieldOwner.Adjustment or FieldOwner.Supplement => true,
            FieldOwner.BillingLevel or FieldOwner.Subscriber or FieldOwner.Patient => id == X12Id.Clm,
            FieldOwner.Claim => id is X12Id.Clm or X12Id.Lx or X12Id.Sv1 or X12Id.Sv2 or X12Id.Sbr or X12Id.Nm1,
            // Diagnoses may stand behind another payer's loop, where a file is out of order.
            FieldOwner.Diagnosis or FieldOwner.ClaimCode => id is X12Id.Clm or X12Id.Lx or X12Id.Sv1 or X12Id.Sv2,
            FieldOwner.Line => id is X12Id.Clm or X12Id.Lx or X12Id.Svd or X12Id.Nm1 || (_first != X12Id.Lx && id is X12Id.Sv1 or X12Id.Sv2),
            FieldOwner.Provider => id is X12Id.Nm1 or X12Id.Clm or X12Id.Lx or X12Id.Sbr or X12Id.Svd,
            FieldOwner.Adjudication => id is X12Id.Svd or X12Id.Clm or X12Id.Lx or X12Id.Nm1 or X12Id.Sbr,
            FieldOwner.OtherPayer => id is X12Id.Sbr or X12Id.Clm or X12Id.Lx,
            _ => false,
        };
    }
}
