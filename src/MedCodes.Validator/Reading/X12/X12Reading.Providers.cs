using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.X12;

/// <summary>Providers of the billing level, of claims and of lines.</summary>
internal sealed partial class X12Reading
{
    private int _provider = -1;
    private uint _taxonomy;

    private void TakeProvider(in X12Segment segment, ProviderRole role)
    {
        if (role == ProviderRole.Billing)
        {
            TakeBillingProvider(segment);
            return;
        }

        // Providers of another payer's loop are that payer's numbers of this claim's providers.
        if (_level is Level.Claim or Level.Line or Level.Adjudication)
            AddProvider(segment, role);
        else if (_level is Level.Header or Level.Billing or Level.Subscriber or Level.Patient)
            Report(FaultKind.MisplacedSegment, segment, 1, "a provider behind CLM");
    }

    private void AddProvider(in X12Segment segment, ProviderRole role)
    {
        if (!IsFirstProvider(role, segment))
            return;
        if (_level == Level.Claim)
        {
            _rows.Claim.ProviderCount++;
        }
        else
        {
            ref var detail = ref _rows.LineDetail;
            if (detail.ProviderCount++ == 0)
                detail.FirstProvider = _rows.ProviderCount;
        }

        _rows.AddProvider(segment.Offset, role);
        FillProvider(segment, 0);
    }

    private void TakeBillingProvider(in X12Segment segment)
    {
        if (_level == Level.OtherPayer)
            return;
        if (_level != Level.Billing)
        {
            // Its HL segment is missing: what follows is for another billing provider.
            CloseLevel(segment.Span);
            ReportMissing("HL*20", segment.Span with { Length = 0 });
            BeginBilling(segment.Offset, 0);
        }
        else if ((_seen & Seen.Billing) != 0)
        {
            ReportRepeated(segment, 1, "one billing provider");
            return;
        }

        _seen |= Seen.Billing;
        _rows.AddProvider(_levelOffset, ProviderRole.Billing);
        _open = _open with { Billing = _rows.ProviderCount - 1 };
        _billingLevels[^1] = _billingLevels[^1] with { Row = _open.Billing };
        FillProvider(segment, _taxonomy);
    }

    private void FillProvider(in X12Segment segment, uint taxonomy)
    {
        _name = Name.Provider;
        _provider = _rows.ProviderCount - 1;
        ref var row = ref _rows.Provider(_provider);
        row.Taxonomy = taxonomy;
        row.Flags = segment.Flag(2) switch
        {
            (byte)'1' => ProviderFlags.Person,
            (byte)'2' => ProviderFlags.Organization,
            _ => ProviderFlags.None,
        };
        row.IdQualifier = (ushort)Short(segment, 8, 2, Of(ProviderField.IdQualifier));
        if (segment.TryTenDigits(9, out var number))
        {
            row.Id = ProviderId.Pack(number);
            return;
        }

        if (segment.IsEmpty(9))
            return;
        if (IsTooLong(9))
            MarkUnreadable(Of(ProviderField.IdText));
        else
            row.Id = ProviderId.Pack(segment[9], _rows.Texts);
    }

    private void TakeSpecialty(in X12Segment segment)
    {
        if (_level == Level.Billing && _name == Name.None)
            TakeBillingSpecialty(segment);
        else if (_name == Name.Provider && IsFirst(Once.Specialty, segment, 0, "one PRV"))
            _rows.Provider(_provider).Taxonomy = Text(segment, 3, Of(ProviderField.Taxonomy));
    }

    private void TakeBillingSpecialty(in X12Segment segment)
    {
        if (IsFirst(Once.Specialty, segment, 0, "one PRV"))
            _taxonomy = Text(segment, 3, Unseen);
    }
}
