using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.X12;

/// <summary>The HI segments: diagnoses and the other codes of a claim.</summary>
internal sealed partial class X12Reading
{
    private const int AdmissionComponent = 9;

    private void TakeDiagnoses(in X12Segment segment)
    {
        if (_level is not (Level.Claim or Level.OtherPayer))
        {
            // Diagnoses stand before the lines: these are of a claim whose own segment is missing.
            if (_level == Level.Unusable)
                return;
            CloseLevel(segment.Span);
            ReportMissing("CLM", segment.Span with { Length = 0 });
            BecomeUnusable();
            return;
        }

        var hasPrincipal = X12DiagnosisQualifiers.IsPrincipal(segment.Component(1, 1));
        if (hasPrincipal && (_seen & Seen.PrincipalDiagnosis) != 0)
        {
            Report(FaultKind.RepeatedSegment, segment, 1, "one HI with the principal diagnosis");
            return;
        }

        _seen |= hasPrincipal ? Seen.Diagnoses | Seen.PrincipalDiagnosis : Seen.Diagnoses;
        var reported = false;
        for (var element = 1; element <= segment.Count; element++)
        {
            if (!segment[element].IsEmpty)
                TakeDiagnosis(segment, element, ref reported);
        }
    }

    private void TakeDiagnosis(in X12Segment segment, int element, ref bool reported)
    {
        if (segment.TryPair(element, out var usualQualifier, out var usualCode) && X12DiagnosisQualifiers.IsDiagnosis(usualQualifier))
        {
            ref var usual = ref _rows.AddDiagnosis();
            usual.Qualifier = (uint)usualQualifier;
            usual.Code = usualCode;
            return;
        }

        TakeUnusualDiagnosis(segment, element, ref reported);
    }

    private void TakeUnusualDiagnosis(in X12Segment segment, int element, ref bool reported)
    {
        var composite = segment[element];
        Span<int> room = stackalloc int[AdmissionComponent];
        ReadOnlySpan<int> ends = room[..X12Composite.Split(composite, segment.Delimiters.Component, room)];
        var qualifier = X12Composite.Part(composite, ends, 1);
        if (X12DiagnosisQualifiers.IsOther(qualifier))
        {
            TakeCode(segment, element);
            return;
        }

        if (!X12DiagnosisQualifiers.IsDiagnosis(qualifier))
        {
            // A composite written with the wrong separator breaks those behind it too: the first is enough.
            if (!reported)
                Report(FaultKind.UnknownQualifier, segment, element, "a qualifier of a diagnosis or another code of the claim", component: 1);
            reported = true;
            return;
        }

        var code = X12Composite.Part(composite, ends, 2);
        if (code.IsEmpty)
        {
            if (!reported)
                Report(FaultKind.MissingElement, segment, element, "a diagnosis behind its qualifier", component: 2);
            reported = true;
        }

        PackedText.TryPack(qualifier, out var packedQualifier);
        var target = new Target(FieldOwner.Diagnosis, Diagnosis.CodeField);
        var packedCode = Short(segment, element, code, PackedText.Capacity, target, component: 2);
        var admission = X12Composite.Part(composite, ends, AdmissionComponent);
        ref var row = ref _rows.AddDiagnosis();
        row.Qualifier = (uint)packedQualifier | (admission.Length == 1 ? (uint)admission[0] << DiagnosisRow.AdmissionShift : 0);
        row.Code = packedCode;
    }

    private void TakeCode(in X12Segment segment, int element)
    {
        PackedText.TryPack(segment.Component(element, 1), out var qualifier);
        if (segment.Component(element, 2).IsEmpty)
            Report(FaultKind.MissingElement, segment, element, "a code behind its qualifier", component: 2);
        var code = Short(segment, element, PackedText.Capacity, Of(ClaimCodeField.Code), component: 2);
        var (from, through) = DatesOfCode(segment, element);
        var amount = 0UL;
        if (segment.Component(element, 5) is { IsEmpty: false } text && !X12Values.TryNumber(text, out amount))
        {
            Report(FaultKind.InvalidNumber, segment, element, "a number", component: 5);
            MarkUnreadable(Of(ClaimCodeField.Amount));
            amount = 0;
        }

        ref var row = ref _rows.AddCode();
        row.Qualifier = (uint)qualifier;
        row.Code = code;
        row.Date = from;
        row.Through = through;
        row.Amount = amount;
    }

    private (int From, int Through) DatesOfCode(in X12Segment segment, int element)
    {
        var format = segment.Component(element, 3);
        var text = segment.Component(element, 4);
        if (text.IsEmpty || format.SequenceEqual("TM"u8))
            return default;
        if (X12Values.TryPeriod(format, text, out var from, out var through))
            return (from, through == from ? 0 : through);
        Report(FaultKind.InvalidDate, segment, element, format.SequenceEqual("RD8"u8) ? "CCYYMMDD-CCYYMMDD" : "CCYYMMDD", component: 4);
        MarkUnreadable(Of(ClaimCodeField.Date));
        return default;
    }
}
