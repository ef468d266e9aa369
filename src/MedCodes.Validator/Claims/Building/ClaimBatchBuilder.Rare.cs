using MedCodes.Validator.Claims.Rows;

namespace MedCodes.Validator.Claims.Building;

/// <summary>Parts that few claims have.</summary>
internal sealed partial class ClaimBatchBuilder
{
    /// <summary>Adds a code that is no diagnosis to the claim added last.</summary>
    public ref ClaimCodeRow AddCode()
    {
        ref var detail = ref ClaimDetail;
        if (detail.CodeCount++ == 0)
            detail.FirstCode = _codes.Count;
        ref var row = ref _codes.Add();
        row.Claim = _claims.Count - 1;
        return ref row;
    }

    /// <summary>Adds a note, fixed-format information or an attachment to the claim added last.</summary>
    public ref SupplementRow AddClaimSupplement(long offset, SupplementKind kind)
    {
        ref var detail = ref ClaimDetail;
        if (detail.SupplementCount++ == 0)
            detail.FirstSupplement = _supplements.Count;
        Claim.Flags |= kind switch
        {
            SupplementKind.Note => ClaimFlags.HasNote,
            SupplementKind.FixedFormat => ClaimFlags.HasFixedFormat,
            _ => ClaimFlags.HasAttachment,
        };
        return ref AddSupplement(offset, kind);
    }

    /// <summary>Adds a note, fixed-format information or an attachment to the line added last.</summary>
    public ref SupplementRow AddLineSupplement(long offset, SupplementKind kind)
    {
        ref var detail = ref LineDetail;
        if (detail.SupplementCount++ == 0)
            detail.FirstSupplement = _supplements.Count;
        Line.Flags |= kind switch
        {
            SupplementKind.Note => LineFlags.HasNote,
            SupplementKind.FixedFormat => LineFlags.HasFixedFormat,
            _ => LineFlags.HasAttachment,
        };
        return ref AddSupplement(offset, kind);
    }

    /// <summary>Gives a provider the payer's own number; a second one of the same provider is left out. 0 for one that cannot be read.</summary>
    public void SetSecondaryId(int provider, uint id)
    {
        ref var row = ref _providers[provider];
        if ((row.Flags & ProviderFlags.HasSecondaryId) == 0)
            _secondaryIds.Add() = new SecondaryIdRow { Provider = provider, Id = id };
        row.Flags |= ProviderFlags.HasSecondaryId;
    }

    private ref SupplementRow AddSupplement(long offset, SupplementKind kind)
    {
        ref var row = ref _supplements.Add();
        row.Segment = Relative(offset);
        row.Kind = kind;
        return ref row;
    }
}
