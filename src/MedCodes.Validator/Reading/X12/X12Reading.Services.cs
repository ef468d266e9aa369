using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.X12;

/// <summary>What a line bills: SV1 or SV2.</summary>
internal sealed partial class X12Reading
{
    private const int FirstModifier = 3;
    private const int LastModifier = 6;
    private const int DescriptionComponent = 7;
    private const int Pointers = 4;

    private void TakeService(in X12Segment segment)
    {
        if (_level == Level.Unusable)
            return;
        if (_level is not (Level.Line or Level.Adjudication) || (_seen & Seen.Service) != 0)
        {
            if (_level == Level.Line && IsServiceAgain(segment))
            {
                Report(FaultKind.RepeatedSegment, segment, 0, "one service in a line");
                return;
            }

            var at = segment.Span with { Length = 0 };
            var isInClaim = _level >= Level.Claim;
            if (!BeginLine(segment))
                return;
            if (isInClaim)
                ReportMissing("LX", at);
        }

        _seen |= Seen.Service;
        _service = segment.Span;
        CheckSetting(segment);
        var isSv2 = segment.Id == X12Id.Sv2;
        if (isSv2)
        {
            if (!segment[1].IsEmpty)
                _rows.LineDetail.RevenueCode = Text(segment, 1, Of(LineField.RevenueCode));
            Require(segment, 1, "a revenue code");
        }

        var code = isSv2 ? 2 : 1;
        TakeCode(segment, code, isRequired: !isSv2);
        _rows.Line.Charge = Number(segment, code + 1, Of(LineField.Charge));
        _rows.Line.Unit = (ushort)Short(segment, code + 2, 2, Of(LineField.Unit));
        _rows.SetUnits(Number(segment, code + 3, Of(LineField.Units)));
        Require(segment, code + 1, "the charge");
        Require(segment, code + 2, "what the units count");
        Require(segment, code + 3, "the units");
        if (isSv2)
            return;
        _rows.Line.Place = (ushort)Short(segment, 5, 2, Of(LineField.PlaceOfService));
        if (segment.Count > 8)
            TakeIndicators(segment);
        TakePointers(segment);
    }

    private void TakeIndicators(in X12Segment segment)
    {
        _rows.Line.Flags |=
            (segment.Flag(9) == (byte)'Y' ? LineFlags.EmergencyIndicated : LineFlags.None)
            | (segment.Flag(11) == (byte)'Y' ? LineFlags.ScreeningIndicated : LineFlags.None)
            | (segment.Flag(12) == (byte)'Y' ? LineFlags.PlanningIndicated : LineFlags.None);
    }

    // A transaction that names no guide is known by its lines.
    private void CheckSetting(in X12Segment segment)
    {
        var isSv2 = segment.Id == X12Id.Sv2;
        if (isSv2 == IsInstitutional)
            return;
        if (isSv2 && !_isGuideNamed)
            _rows.Claim.Flags |= ClaimFlags.Institutional;
        else
            Report(FaultKind.MisplacedSegment, segment, 0, IsInstitutional ? "SV2" : "SV1");
    }

    private void TakeCode(in X12Segment segment, int element, bool isRequired)
    {
        if (segment.TryProcedure(element, out var usualQualifier, out var usualCode, out var usualModifiers))
        {
            ref var usual = ref _rows.Line;
            usual.Qualifier = usualQualifier;
            usual.Code = usualCode;
            usual.Modifiers = usualModifiers;
            return;
        }

        if (!segment.IsEmpty(element))
            TakeUnusualCode(segment, element);
        else if (isRequired)
            Require(segment, element, "a procedure code");
    }

    private void TakeUnusualCode(in X12Segment segment, int element)
    {
        var composite = segment[element];
        Span<int> room = stackalloc int[DescriptionComponent + 1];
        ReadOnlySpan<int> ends = room[..X12Composite.Split(composite, segment.Delimiters.Component, room)];
        ref var line = ref _rows.Line;
        line.Qualifier = (ushort)Short(segment, element, X12Composite.Part(composite, ends, 1), 2, Of(LineField.CodeQualifier), 1);
        var code = X12Composite.Part(composite, ends, 2);
        line.Code = Short(segment, element, code, PackedText.Capacity, Of(LineField.Code), 2);
        if (code.IsEmpty)
            Require(segment, element, "a procedure code", component: 2);
        var modifiers = 0UL;
        for (var component = FirstModifier; component <= LastModifier; component++)
        {
            var modifier = X12Composite.Part(composite, ends, component);
            if (modifier.IsEmpty)
                continue;
            if (modifier.Length > 2 || !PackedText.TryPack(modifier, out var packed))
            {
                Report(FaultKind.ElementTooLong, segment, element, "at most 2 characters", component);
                packed = LineRow.UnreadableModifier;
            }

            modifiers |= packed << (component - FirstModifier) * 16;
        }

        line.Modifiers = modifiers;
        if (!X12Composite.Part(composite, ends, DescriptionComponent).IsEmpty)
            line.Flags |= LineFlags.HasDescription;
    }

    private void TakePointers(in X12Segment segment)
    {
        // Most lines point to one diagnosis.
        if (segment.Flag(7) is >= (byte)'0' and <= (byte)'9' and var digit)
        {
            _rows.Line.Pointers = digit - (uint)'0' + 1;
            return;
        }

        if (!segment.IsEmpty(7))
            TakeSeveralPointers(segment);
    }

    private void TakeSeveralPointers(in X12Segment segment)
    {
        var pointers = 0u;
        var composite = segment[7];
        Span<int> room = stackalloc int[Pointers];
        ReadOnlySpan<int> ends = room[..X12Composite.Split(composite, segment.Delimiters.Component, room)];
        for (var component = 1; component <= ends.Length; component++)
        {
            var pointer = X12Composite.Part(composite, ends, component);
            if (pointer.IsEmpty)
                continue;
            var value = (uint)LineRow.UnreadablePointer;
            if (X12Values.TryCount(pointer, out var target) && target < LineRow.UnreadablePointer - 1)
                value = (uint)target + 1;
            else
                Report(FaultKind.InvalidNumber, segment, 7, "the position of a diagnosis", component);
            pointers |= value << (component - 1) * 8;
        }

        _rows.Line.Pointers = pointers;
    }
}
