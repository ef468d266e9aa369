using MedCodes.Validator.Claims.Rows;

namespace MedCodes.Validator.Claims.Building;

/// <summary>Adds rows and hands them out while they are filled.</summary>
internal sealed partial class ClaimBatchBuilder
{
    public ref InterchangeRow Interchange(int index) => ref _interchanges[index];

    public ref TransactionRow Transaction(int index) => ref _transactions[index];

    public ref PartyRow Party(int index) => ref _parties[index];

    public ref ProviderRow Provider(int index) => ref _providers[index];

    public ref OtherPayerRow OtherPayer(int index) => ref _otherPayers[index];

    public ref AdjudicationRow Adjudication(int index) => ref _adjudications[index];

    /// <summary>The claim added last.</summary>
    public ref ClaimRow Claim => ref _claims[_claims.Count - 1];

    /// <summary>The line added last.</summary>
    public ref LineRow Line => ref _lines[_lines.Count - 1];

    /// <summary>The rarer values of the claim added last; the row is made when it is first asked for.</summary>
    public ref ClaimDetailRow ClaimDetail
    {
        get
        {
            if (Claim.Detail == 0)
            {
                Claim.Detail = _claimDetails.Count;
                return ref _claimDetails.Add();
            }

            return ref _claimDetails[Claim.Detail];
        }
    }

    /// <summary>The rarer values of the line added last; the row is made when it is first asked for.</summary>
    public ref LineDetailRow LineDetail
    {
        get
        {
            if (Line.Detail == 0)
            {
                Line.Detail = _lineDetails.Count;
                return ref _lineDetails.Add();
            }

            return ref _lineDetails[Line.Detail];
        }
    }

    public ref InterchangeRow AddInterchange(long offset)
    {
        ref var row = ref _interchanges.Add();
        row.Segment = offset;
        return ref row;
    }

    public ref TransactionRow AddTransaction(long offset, int interchange)
    {
        ref var row = ref _transactions.Add();
        row.Segment = offset;
        row.Interchange = interchange;
        return ref row;
    }

    /// <summary>The row of a coverage: one that is there, if it was added shortly before.</summary>
    public int AddCoverage(in CoverageRow coverage)
    {
        const int lookBack = 8;
        for (var i = _coverages.Count - 1; i >= Math.Max(0, _coverages.Count - lookBack); i--)
        {
            if (_coverages[i] == coverage)
                return i;
        }

        _coverages.Add() = coverage;
        return _coverages.Count - 1;
    }

    public ref PartyRow AddParty(long offset)
    {
        ref var row = ref _parties.Add();
        row.Segment = Relative(offset);
        row.Subscriber = _parties.Count - 1;
        return ref row;
    }

    public ref ProviderRow AddProvider(long offset, ProviderRole role)
    {
        ref var row = ref _providers.Add();
        row.Segment = Relative(offset);
        row.Role = role;
        return ref row;
    }

    public ref ClaimRow AddClaim(long offset, int party)
    {
        _ordinals?.Add(NextOrdinal);
        ref var row = ref _claims.Add();
        row.Segment = Relative(offset);
        row.Party = party;
        Begin(ref row);
        return ref row;
    }

    public ref DiagnosisRow AddDiagnosis() => ref _diagnoses.Add();

    public ref LineRow AddLine(long offset)
    {
        ref var row = ref _lines.Add();
        row.Segment = Relative(offset);
        row.Claim = _claims.Count - 1;
        return ref row;
    }

    /// <summary>Adds another payer to the claim added last.</summary>
    public ref OtherPayerRow AddOtherPayer(long offset)
    {
        ref var detail = ref ClaimDetail;
        if (detail.OtherPayerCount++ == 0)
            detail.FirstOtherPayer = _otherPayers.Count;
        ref var row = ref _otherPayers.Add();
        row.Segment = Relative(offset);
        row.Claim = _claims.Count - 1;
        return ref row;
    }

    /// <summary>Adds another payer's answer to the line added last.</summary>
    public ref AdjudicationRow AddAdjudication(long offset)
    {
        ref var detail = ref LineDetail;
        if (detail.AdjudicationCount++ == 0)
            detail.FirstAdjudication = _adjudications.Count;
        ref var row = ref _adjudications.Add();
        row.Segment = Relative(offset);
        row.Line = _lines.Count - 1;
        return ref row;
    }

    public ref AdjustmentRow AddAdjustment(long offset)
    {
        ref var row = ref _adjustments.Add();
        row.Segment = Relative(offset);
        return ref row;
    }
}
