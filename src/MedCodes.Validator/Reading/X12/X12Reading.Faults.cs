using System.Collections.Immutable;
using System.Text;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.X12;

/// <summary>Faults: each with where it is, what was expected and what stood there.</summary>
internal sealed partial class X12Reading
{
    private const int LongestFound = 80;
    private readonly ImmutableArray<Fault>.Builder _faults = ImmutableArray.CreateBuilder<Fault>();

    /// <summary>The loop that the reader is in, such as "2300[2]/2400[1]".</summary>
    private string LoopPath => _place switch
    {
        Place.Transaction => _level switch
        {
            Level.Billing => "2000A",
            Level.Subscriber => "2000B",
            Level.Patient => "2000C",
            Level.Claim => ClaimPath,
            Level.OtherPayer => $"{ClaimPath}/2320[{_otherPayersOfClaim}]",
            Level.Line => $"{ClaimPath}/2400[{_linesOfClaim}]",
            Level.Adjudication => $"{ClaimPath}/2400[{_linesOfClaim}]/2430[{_adjudicationsOfLine}]",
            _ => "",
        },
        _ => "",
    };

    private string ClaimPath => ClaimPathOf(_rows.NextOrdinal - 1);

    /// <summary>The loop of a claim, such as "2300[2]".</summary>
    public static string ClaimPathOf(int claim) => $"2300[{claim}]";

    private bool IsInClaim => _place == Place.Transaction && _level >= Level.Claim;

    private void Report(FaultKind kind, SourceSpan span, string path = "", string? expected = null, string? found = null, Privacy privacy = Privacy.Identifying)
    {
        // Of a reading for some claims only those claims' own faults are wanted.
        if (_wanted is not null && (!IsInClaim || _isPassedOver))
            return;
        _faults.Add(new Fault
        {
            Kind = kind,
            File = _file,
            Span = span,
            Path = path,
            Claim = IsInClaim ? _rows.NextOrdinal - 1 : null,
            Expected = expected,
            Found = found,
            FoundPrivacy = privacy,
        });
    }

    /// <summary>Reports an element; the id is element 0.</summary>
    private void Report(FaultKind kind, in X12Segment segment, int element, string expected, int component = 0)
    {
        var bytes = component == 0 ? segment[element] : segment.Component(element, component);
        var span = component == 0 ? segment.SpanOf(element) : segment.SpanOf(element, component);
        Report(
            kind, span, PathOf(segment, element, component), expected,
            bytes.IsEmpty ? null : Shown(bytes), X12Privacy.Of(segment, element, bytes));
    }

    private void ReportMissing(string segment, SourceSpan at)
    {
        Report(FaultKind.MissingSegment, at, LoopPath, expected: segment);
        _disturbed = true;
    }

    // What follows a repeated segment is not told from what follows the first.
    private void ReportRepeated(in X12Segment segment, int element, string expected)
    {
        Report(FaultKind.RepeatedSegment, segment, element, expected);
        _disturbed = true;
    }

    private string PathOf(in X12Segment segment, int element, int component)
    {
        var loop = LoopPath;
        var id = segment.Id == 0 ? "" : Encoding.UTF8.GetString(segment[0]);
        var name = element == 0 ? id : component == 0 ? $"{id}{element:D2}" : $"{id}{element:D2}-{component}";
        return loop.Length == 0 ? name : name.Length == 0 ? loop : $"{loop}/{name}";
    }

    /// <summary>What is shown of an element that is found wrong.</summary>
    public static string Shown(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, LongestFound)]);
}
