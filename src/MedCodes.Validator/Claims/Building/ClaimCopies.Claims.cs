using MedCodes.Validator.Claims.Rows;

namespace MedCodes.Validator.Claims.Building;

/// <summary>Copies a claim with its own parts.</summary>
internal sealed partial class ClaimCopies
{
    private void Copy(int index)
    {
        var row = _from.Claims[index];
        var party = PartyOf(row.Party);
        if (_from.OrdinalOf(index) - _rows.NextOrdinal is var between and > 0)
            _rows.PassOver(between);
        ref var claim = ref _rows.AddClaim(_from.Base + row.Segment, party);
        var (segment, firstLine, firstDiagnosis, firstProvider) = (claim.Segment, claim.FirstLine, claim.FirstDiagnosis, claim.FirstProvider);
        claim = row with
        {
            Segment = segment,
            Party = party,
            FirstLine = firstLine,
            FirstDiagnosis = firstDiagnosis,
            FirstProvider = firstProvider,
            Detail = 0,
        };
        claim.MoveTexts(_moved);
        _rows.CopyUnreadable(_from, FieldOwner.Claim, index, _rows.ClaimCount - 1);
        for (var i = 0; i < row.ProviderCount; i++)
            _rows.CopyProvider(_from, row.FirstProvider + i, _moved);
        for (var i = row.FirstDiagnosis; i < _from.Claims[index + 1].FirstDiagnosis; i++)
        {
            _rows.CopyUnreadable(_from, FieldOwner.Diagnosis, i, _rows.DiagnosisCount);
            _rows.AddDiagnosis() = _from.Diagnoses[i];
        }

        if (row.Detail != 0)
            CopyDetail(_from.ClaimDetails[row.Detail]);
        for (var i = row.FirstLine; i < _from.Claims[index + 1].FirstLine; i++)
            CopyLine(i);
    }

    private void CopyDetail(in ClaimDetailRow row)
    {
        ref var detail = ref _rows.ClaimDetail;
        detail = row with { OtherPayerCount = 0, CodeCount = 0, SupplementCount = 0 };
        detail.MoveTexts(_moved);
        for (var i = row.FirstOtherPayer; i < row.FirstOtherPayer + row.OtherPayerCount; i++)
            CopyOtherPayer(i);
        for (var i = row.FirstCode; i < row.FirstCode + row.CodeCount; i++)
        {
            _rows.CopyUnreadable(_from, FieldOwner.ClaimCode, i, _rows.CodeCount);
            ref var code = ref _rows.AddCode();
            code = _from.Codes[i] with { Claim = code.Claim };
        }

        for (var i = row.FirstSupplement; i < row.FirstSupplement + row.SupplementCount; i++)
            Copy(_from.Supplements[i], ref _rows.AddClaimSupplement(_from.Base + _from.Supplements[i].Segment, _from.Supplements[i].Kind));
    }

    private void CopyOtherPayer(int index)
    {
        var row = _from.OtherPayers[index];
        ref var payer = ref _rows.AddOtherPayer(_from.Base + row.Segment);
        payer = row with { Segment = payer.Segment, Claim = payer.Claim, FirstAdjustment = _rows.AdjustmentCount };
        payer.MoveTexts(_moved);
        _rows.CopyUnreadable(_from, FieldOwner.OtherPayer, index, _rows.OtherPayerCount - 1);
        CopyAdjustments(row.FirstAdjustment, row.AdjustmentCount);
    }

    private void CopyLine(int index)
    {
        var row = _from.Lines[index];
        ref var line = ref _rows.AddLine(_from.Base + row.Segment);
        line = row with { Segment = line.Segment, Claim = line.Claim, Detail = 0 };
        _rows.CopyUnreadable(_from, FieldOwner.Line, index, _rows.LineCount - 1);
        if (row.Detail != 0)
            CopyDetail(_from.LineDetails[row.Detail]);
    }

    private void CopyDetail(in LineDetailRow row)
    {
        ref var detail = ref _rows.LineDetail;
        detail = row with { FirstProvider = _rows.ProviderCount, AdjudicationCount = 0, SupplementCount = 0 };
        detail.MoveTexts(_moved);
        for (var i = 0; i < row.ProviderCount; i++)
            _rows.CopyProvider(_from, row.FirstProvider + i, _moved);
        for (var i = row.FirstSupplement; i < row.FirstSupplement + row.SupplementCount; i++)
            Copy(_from.Supplements[i], ref _rows.AddLineSupplement(_from.Base + _from.Supplements[i].Segment, _from.Supplements[i].Kind));
        for (var i = row.FirstAdjudication; i < row.FirstAdjudication + row.AdjudicationCount; i++)
        {
            var answer = _from.Adjudications[i];
            ref var copy = ref _rows.AddAdjudication(_from.Base + answer.Segment);
            copy = answer with { Segment = copy.Segment, Line = copy.Line, FirstAdjustment = _rows.AdjustmentCount };
            copy.MoveTexts(_moved);
            _rows.CopyUnreadable(_from, FieldOwner.Adjudication, i, _rows.AdjudicationCount - 1);
            CopyAdjustments(answer.FirstAdjustment, answer.AdjustmentCount);
        }
    }

    private void CopyAdjustments(int first, int count)
    {
        for (var i = first; i < first + count; i++)
        {
            _rows.CopyUnreadable(_from, FieldOwner.Adjustment, i, _rows.AdjustmentCount);
            ref var copy = ref _rows.AddAdjustment(_from.Base + _from.Adjustments[i].Segment);
            copy = _from.Adjustments[i] with { Segment = copy.Segment };
        }
    }

    private void Copy(in SupplementRow row, ref SupplementRow copy)
    {
        copy = row with { Segment = copy.Segment };
        copy.MoveTexts(_moved);
    }
}
