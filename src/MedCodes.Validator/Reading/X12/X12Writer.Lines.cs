using System.Globalization;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Rows;

namespace MedCodes.Validator.Reading.X12;

/// <summary>Service lines and other payers.</summary>
internal sealed partial class X12Writer
{
    private const int Triples = 6;

    private void WriteLine(ServiceLine line)
    {
        _segments.Write("LX", Of(line, LineField.Number, line.Number?.ToString(CultureInfo.InvariantCulture)));
        var procedure = ProcedureOf(line);
        var charge = Of(line, LineField.Charge, X12SegmentWriter.Number(line.Charge));
        var unit = Of(line, LineField.Unit, line.Unit);
        var units = Of(line, LineField.Units, X12SegmentWriter.Number(line.Units));
        if (line.Claim.Setting == ClaimSetting.Institutional)
        {
            _segments.Write("SV2", Of(line, LineField.RevenueCode, line.RevenueCode), procedure, charge, unit, units);
        }
        else
        {
            var place = line.HasOwnPlace ? Of(line, LineField.PlaceOfService, PackedText.Unpack(line.Row.Place)) : null;
            _segments.Write(
                "SV1", procedure, charge, unit, units, place, null, PointersOf(line), null, Yes(line.IsEmergency), null, Yes(line.IsScreening), Yes(line.IsFamilyPlanning));
        }

        WriteSupplements(line.Supplements, SupplementKind.Attachment);
        if (line.IsUnreadable(LineField.Date))
            _segments.Write("DTP", "472", "D8", Raw(line.Batch, line.SpanOf(LineField.Date)));
        else
            WritePeriod("472", line.Date, line.Through);
        WriteDate("304", Of(line, LineField.LastSeen, X12SegmentWriter.Day(line.LastSeen)));
        WriteReference("G1", Of(line, LineField.PriorAuthorization, line.PriorAuthorization));
        WriteReference("6R", Of(line, LineField.ControlNumber, line.ControlNumber));
        WriteReference("X4", Of(line, LineField.CliaNumber, line.CliaNumber));
        WriteSupplements(line.Supplements, null);
        if (Of(line, LineField.Ndc, line.Ndc) is { } drug)
            _segments.Write("LIN", null, "N4", drug);
        var (quantity, counted) = (Of(line, LineField.NdcUnits, X12SegmentWriter.Number(line.NdcUnits)), Of(line, LineField.NdcUnit, line.NdcUnit));
        if (quantity is not null || counted is not null)
            _segments.Write("CTP", null, null, null, quantity, counted);
        foreach (var provider in line.Providers)
            WriteProvider(X12Roles.CodeOf(provider.Role), "PE", provider);
        foreach (var adjudication in line.Adjudications)
            WriteAdjudication(adjudication);
    }

    private string? Of(ServiceLine line, LineField field, string? text) =>
        line.IsUnreadable(field) ? Raw(line.Batch, line.SpanOf(field)) : Text(text);

    private static string? Yes(bool value) => value ? "Y" : null;

    private string ProcedureOf(ServiceLine line)
    {
        var modifiers = new string?[4];
        foreach (var modifier in line.Modifiers)
            modifiers[modifier.Position - 1] = modifier.IsUnreadable ? Raw(line.Batch, modifier.Span) : Text(modifier.Text);
        return X12SegmentWriter.Composite(
            Of(line, LineField.CodeQualifier, line.CodeQualifier), Of(line, LineField.Code, line.Code?.Text),
            modifiers[0], modifiers[1], modifiers[2], modifiers[3], line.HasDescription ? "DESCRIBED" : null);
    }

    private string PointersOf(ServiceLine line)
    {
        var pointers = new string?[4];
        foreach (var pointer in line.Pointers)
            pointers[pointer.Position - 1] = pointer.Target?.ToString(CultureInfo.InvariantCulture) ?? Raw(line.Batch, pointer.Span);
        return X12SegmentWriter.Composite(pointers);
    }

    private void WriteOtherPayer(OtherPayer payer)
    {
        string? Written(OtherPayerField field, string? text) => payer.IsUnreadable(field) ? Raw(payer.Batch, payer.SpanOf(field)) : Text(text);
        _segments.Write(
            "SBR", Written(OtherPayerField.PayerSequence, payer.PayerSequence), null,
            Written(OtherPayerField.GroupNumber, payer.GroupNumber), Written(OtherPayerField.GroupName, payer.GroupName),
            Written(OtherPayerField.InsuranceType, payer.InsuranceType), null, null, null, Written(OtherPayerField.FilingIndicator, payer.FilingIndicator));
        WriteAdjustments(payer.Adjustments);
        WriteAmount("D", Written(OtherPayerField.Paid, X12SegmentWriter.Number(payer.Paid)));
        WriteAmount("A8", Written(OtherPayerField.NotCovered, X12SegmentWriter.Number(payer.NotCovered)));
        WriteAmount("EAF", Written(OtherPayerField.RemainingLiability, X12SegmentWriter.Number(payer.RemainingLiability)));
        WriteName("IL", "1", payer.SubscriberDetails, payer.MemberId is null ? null : "MI", Written(OtherPayerField.MemberId, payer.MemberId));
        _segments.Write(
            "NM1", "PR", "2", Written(OtherPayerField.PayerName, payer.PayerName), null, null, null, null, payer.PayerId is null ? null : "PI",
            Written(OtherPayerField.PayerId, payer.PayerId));
        WriteDate("573", Written(OtherPayerField.Adjudicated, X12SegmentWriter.Day(payer.Adjudicated)));
    }

    private void WriteAmount(string qualifier, string? amount)
    {
        if (amount is not null)
            _segments.Write("AMT", qualifier, amount);
    }

    private void WriteAdjudication(Adjudication adjudication)
    {
        string? Written(AdjudicationField field, string? text) =>
            adjudication.IsUnreadable(field) ? Raw(adjudication.Batch, adjudication.SpanOf(field)) : Text(text);
        var code = Written(AdjudicationField.Code, adjudication.Code?.Text);
        _segments.Write(
            "SVD", Written(AdjudicationField.PayerId, adjudication.PayerId), Written(AdjudicationField.Paid, X12SegmentWriter.Number(adjudication.Paid)),
            code is null ? null : X12SegmentWriter.Composite("HC", code), null, Written(AdjudicationField.Units, X12SegmentWriter.Number(adjudication.Units)));
        WriteAdjustments(adjudication.Adjustments);
        WriteDate("573", Written(AdjudicationField.Date, X12SegmentWriter.Day(adjudication.Date)));
    }

    // Adjustments of one group that follow one another share a segment.
    private void WriteAdjustments(PartList<Adjustment> adjustments)
    {
        var elements = new List<string?>();
        string? group = null;
        foreach (var one in adjustments)
        {
            var own = Written(one, AdjustmentField.Group, one.Group);
            if (elements.Count > 0 && (own != group || elements.Count == 1 + 3 * Triples))
            {
                _segments.Write("CAS", [.. elements]);
                elements.Clear();
            }

            if (elements.Count == 0)
                elements.Add(group = own);
            elements.Add(Written(one, AdjustmentField.Reason, one.Reason));
            elements.Add(Written(one, AdjustmentField.Amount, X12SegmentWriter.Number(one.Amount)));
            elements.Add(Written(one, AdjustmentField.Units, X12SegmentWriter.Number(one.Units)));
        }

        if (elements.Count > 0)
            _segments.Write("CAS", [.. elements]);
    }

    private string? Written(Adjustment adjustment, AdjustmentField field, string? text) =>
        adjustment.IsUnreadable(field) ? Raw(adjustment.Batch, adjustment.SpanOf(field)) : Text(text);
}
