using System.Globalization;
using System.Text;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.X12;

/// <summary>A trailer (SE, GE, IEA) whose header stands before the cut that reading began at: it is checked once that is known.</summary>
/// <param name="Bytes">The segment with its terminator.</param>
/// <param name="Offset">Where it starts in the file.</param>
/// <param name="Delimiters">What it is cut by.</param>
/// <param name="Envelope">What was seen of the envelope behind the cut.</param>
internal sealed record X12Trailer(byte[] Bytes, long Offset, X12Delimiters Delimiters, X12Envelope Envelope)
{
    /// <summary>What is wrong with a trailer.</summary>
    /// <param name="file">The file.</param>
    /// <param name="segment">The trailer.</param>
    /// <param name="envelope">What it ends, with the count of its parts.</param>
    public static List<Fault> Faults(SourceFile file, in X12Segment segment, in X12Envelope envelope)
    {
        var faults = new List<Fault>();
        var isOfTransaction = segment.Id == X12Id.Se;
        var isCounted = X12Values.TryCount(segment[1], out var stated) && stated == envelope.Count;
        if (!envelope.IsDisturbed && !isCounted)
        {
            var mismatch = isOfTransaction ? FaultKind.SegmentCountMismatch
                : segment.Id == X12Id.Ge ? FaultKind.TransactionCountMismatch
                : FaultKind.GroupCountMismatch;
            faults.Add(Of(file, segment, mismatch, 1, envelope.Count.ToString(CultureInfo.InvariantCulture)));
        }

        // Control numbers of groups and interchanges are numbers: leading zeros say nothing.
        var (found, expected) = (X12Reading.Shown(segment[2]), envelope.ControlNumber);
        if (!isOfTransaction)
            (found, expected) = (found.TrimStart('0'), expected.TrimStart('0'));
        if (envelope.IsKnown && found != expected)
            faults.Add(Of(file, segment, FaultKind.ControlNumberMismatch, 2, X12Privacy.IsControlNumber(envelope.ControlNumber) ? envelope.ControlNumber : "another one"));
        return faults;
    }

    /// <summary>What is wrong with this one, where what was open at the cut is known.</summary>
    public List<Fault> Faults(SourceFile file, X12Context context)
    {
        var stretch = new X12Stretch(Bytes, Offset, Delimiters, isLast: false, new int[X12Stretch.Elements]);
        if (!stretch.TryNext(out var segment))
            return [];
        var before = segment.Id switch
        {
            X12Id.Se => context.Transaction with { Count = context.Segments },
            X12Id.Ge => context.Group,
            _ => context.Interchange,
        };
        // A transaction without a header has nothing that its trailer must be like.
        return segment.Id == X12Id.Se && !before.IsKnown ? [] : Faults(file, segment, Envelope.Behind(before));
    }

    private static Fault Of(SourceFile file, in X12Segment segment, FaultKind kind, int element, string expected)
    {
        var bytes = segment[element];
        return new Fault
        {
            Kind = kind,
            File = file,
            Span = segment.SpanOf(element),
            Path = $"{Encoding.UTF8.GetString(segment[0])}{element:D2}",
            Expected = expected,
            Found = bytes.IsEmpty ? null : X12Reading.Shown(bytes),
            FoundPrivacy = X12Privacy.Of(segment, element, bytes),
        };
    }
}
