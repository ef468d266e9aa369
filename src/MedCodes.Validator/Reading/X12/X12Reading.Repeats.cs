using MedCodes.Validator.Claims;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.X12;

/// <summary>Segments that a loop holds once. A second one is a fault, and the first counts, so that nothing is overwritten in silence.</summary>
internal sealed partial class X12Reading
{
    // A doubled segment follows its twin with no more than a terminator and a line break between them.
    private const int MostBetween = 3;
    private const int OtherSubscriberRole = 30;
    private const int OtherPayerRole = 31;
    private Once _once;
    private uint _named;
    private SourceSpan _service;

    /// <summary>What the open loop has had. Loops do not come back, so the start of one forgets those of the one before.</summary>
    [Flags]
    private enum Once
    {
        None = 0,
        Relationship = 1,
        Demographics = 2,
        Specialty = 4,
        TaxId = 8,
        Statement = 16,
        Admission = 32,
        Onset = 64,
        Accident = 128,
        LastSeen = 256,
        AdmissionCodes = 512,
        OriginalReference = 1024,
        PriorAuthorization = 2048,
        Clia = 4096,
        ServiceDate = 8192,
        ControlNumber = 1 << 14,
        Drug = 1 << 15,
        DrugQuantity = 1 << 16,
        Paid = 1 << 17,
        NotCovered = 1 << 18,
        RemainingLiability = 1 << 19,
        Decision = 1 << 20,
        OtherInsurance = 1 << 21,

        /// <summary>What each name has of its own.</summary>
        OfName = Demographics | Specialty | TaxId,
    }

    /// <summary>Whether a segment is the first of its kind in its loop; reports another.</summary>
    /// <param name="what">The kind.</param>
    /// <param name="segment">The segment.</param>
    /// <param name="element">The element that says the kind; 0 where the id does.</param>
    /// <param name="expected">What the loop may hold, in words.</param>
    private bool IsFirst(Once what, in X12Segment segment, int element, string expected)
    {
        if ((_once & what) == 0)
        {
            _once |= what;
            return true;
        }

        Report(FaultKind.RepeatedSegment, segment, element, expected);
        return false;
    }

    /// <summary>Whether a name is the first of its role in the claim, line or other payer; reports another.</summary>
    private bool IsFirstNamed(int role, in X12Segment segment, string expected)
    {
        var bit = 1u << role;
        if ((_named & bit) == 0)
        {
            _named |= bit;
            return true;
        }

        ReportRepeated(segment, 1, expected);
        return false;
    }

    // Two providers may have sent the patient; what is not known may come as often as it likes.
    private bool IsFirstProvider(ProviderRole role, in X12Segment segment) =>
        role is ProviderRole.Referring or ProviderRole.Other || IsFirstNamed((int)role, segment, "one such provider");

    /// <summary>
    /// Whether a line's SV1 or SV2 is the one before it once more. A line whose LX is missing begins with such a segment too, so it must
    /// follow at once and be the same to the byte.
    /// </summary>
    private bool IsServiceAgain(in X12Segment segment) =>
        segment.Offset > _service.Offset && segment.Offset - _service.End <= MostBetween && segment.Span.Length == _service.Length
        && segment.Bytes.SequenceEqual(_file.Read(_service));
}
