using MedCodes.Validator.Claims.Rows;

namespace MedCodes.Validator.Claims.Building;

/// <summary>Claims that no file holds.</summary>
internal sealed partial class ClaimBatchBuilder
{
    private const int OffsetsPerLine = 32;

    // Stands for the offset that a file would give: it only orders the parts.
    private long _declared;

    /// <summary>Adds a claim with all its parts.</summary>
    /// <exception cref="ArgumentException">A code, modifier or amount is longer than a claim can hold.</exception>
    public void Add(ClaimInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var transaction = AddTransactionOf(input);
        var billing = -1;
        if (input.BillingProvider is { } provider)
        {
            AddProvider(provider with { Role = ProviderRole.Billing });
            billing = _providers.Count - 1;
        }

        var party = AddPartyOf(input, transaction, billing);
        ref var claim = ref AddClaim(_declared++, party);
        claim.Id = Texts.Add(input.Id);
        claim.Total = Number(input.Total);
        claim.Facility = (ushort)Packed(input.PlaceOfService, 2);
        claim.Frequency = (byte)Packed(input.Frequency, 1);
        claim.Flags = input.Setting == ClaimSetting.Institutional ? ClaimFlags.Institutional : ClaimFlags.None;
        claim.ProviderCount = (ushort)input.Providers.Count;
        AddDetailOf(input);
        foreach (var each in input.Providers)
            AddProvider(each);
        foreach (var diagnosis in input.Diagnoses)
        {
            ref var row = ref AddDiagnosis();
            row.Code = Packed(diagnosis.Code, PackedText.Capacity);
            row.Qualifier = (uint)Packed(diagnosis.Qualifier, 3);
            _declared++;
        }

        foreach (var payer in input.OtherPayers)
            Add(payer);
        foreach (var line in input.Lines)
            Add(line);
        foreach (var field in input.Unreadable)
            MarkUnreadable(ClaimFields.Of(field).Owner, RowOf(ClaimFields.Of(field).Owner, transaction, party), (int)field);
    }

    private int RowOf(FieldOwner owner, int transaction, int party) => owner switch
    {
        FieldOwner.Interchange => _transactions[transaction].Interchange,
        FieldOwner.Transaction => transaction,
        FieldOwner.Subscriber => _parties[party].Subscriber,
        FieldOwner.Patient => party,
        _ => _claims.Count - 1,
    };

    private int AddTransactionOf(ClaimInput input)
    {
        ref var interchange = ref AddInterchange(_declared++);
        interchange.ControlNumber = Texts.Add(input.InterchangeControlNumber);
        interchange.SenderId = Texts.Add(input.SenderId);
        interchange.ReceiverId = Texts.Add(input.ReceiverId);
        ref var row = ref AddTransaction(_declared++, _interchanges.Count - 1);
        row.ControlNumber = Texts.Add(input.TransactionControlNumber);
        row.Submitted = PackedDate.Pack(input.Submitted);
        row.Use = Texts.Add(input.Reporting ? "RP" : "CH");
        row.Setting = input.Setting;
        return _transactions.Count - 1;
    }

    private int AddPartyOf(ClaimInput input, int transaction, int billing)
    {
        var coverage = AddCoverage(new CoverageRow
        {
            Transaction = transaction,
            Billing = billing,
            PayerId = Texts.Add(input.PayerId),
            PayerName = Texts.Add(input.PayerName),
            InsuranceType = (uint)Packed(input.InsuranceType, 3),
            Sequence = (ushort)Packed(input.PayerSequence, 1),
            FilingIndicator = (ushort)Packed(input.FilingIndicator, 2),
        });
        ref var subscriber = ref AddParty(_declared++);
        subscriber.Coverage = coverage;
        subscriber.MemberId = Texts.Add(input.MemberId);
        var index = _parties.Count - 1;
        if (!input.PatientIsSubscriber)
        {
            AddParty(_declared++).Subscriber = index;
            index++;
        }

        ref var patient = ref _parties[index];
        patient.FirstName = Texts.Add(input.PatientFirstName);
        patient.LastName = Texts.Add(input.PatientLastName);
        patient.BirthDate = PackedDate.Pack(input.PatientBirthDate);
        patient.Sex = (ushort)Packed(input.PatientSex, 1);
        return index;
    }

    private void AddDetailOf(ClaimInput input)
    {
        ref var detail = ref ClaimDetail;
        detail.DelayReason = (ushort)Packed(input.DelayReason, 2);
        detail.OriginalReference = Texts.Add(input.OriginalReference);
        detail.PriorAuthorization = Texts.Add(input.PriorAuthorization);
        detail.CliaNumber = Texts.Add(input.CliaNumber);
        detail.RelatedCause1 = (ushort)Packed(input.RelatedCauses.ElementAtOrDefault(0), 2);
        detail.RelatedCause2 = (ushort)Packed(input.RelatedCauses.ElementAtOrDefault(1), 2);
        detail.RelatedCause3 = (ushort)Packed(input.RelatedCauses.ElementAtOrDefault(2), 2);
        detail.StatementFrom = PackedDate.Pack(input.StatementFrom);
        detail.StatementThrough = PackedDate.Pack(input.StatementThrough ?? input.StatementFrom);
        detail.Admission = PackedDate.Pack(input.Admission);
        detail.Onset = PackedDate.Pack(input.Onset);
        detail.Accident = PackedDate.Pack(input.Accident);
    }

    private void Add(LineInput input)
    {
        ref var line = ref AddLine(_declared);
        _declared += OffsetsPerLine;
        line.Qualifier = (ushort)Packed(input.CodeQualifier, 2);
        line.Code = Packed(input.Code, PackedText.Capacity);
        for (var i = 0; i < input.Modifiers.Count; i++)
            line.Modifiers |= Packed(input.Modifiers[i], 2) << Place(i) * 16;
        for (var i = 0; i < input.Pointers.Count; i++)
            line.Pointers |= (uint)Math.Clamp(input.Pointers[i] + 1, 1, LineRow.UnreadablePointer) << Place(i) * 8;
        line.Flags = input.HasDescription ? LineFlags.HasDescription : LineFlags.None;
        line.Charge = Number(input.Charge);
        line.Unit = (ushort)Packed(input.Unit, 2);
        line.Place = (ushort)Packed(input.PlaceOfService, 2);
        line.Date = PackedDate.Pack(input.Date);
        SetNumber(input.Number);
        SetUnits(Number(input.Units));
        ref var detail = ref LineDetail;
        detail.Through = PackedDate.Pack(input.Through);
        detail.RevenueCode = Texts.Add(input.RevenueCode);
        detail.ControlNumber = Texts.Add(input.ControlNumber);
        detail.PriorAuthorization = Texts.Add(input.PriorAuthorization);
        detail.Ndc = Texts.Add(input.Ndc);
        detail.NdcUnits = Number(input.NdcUnits);
        detail.NdcUnit = (ushort)Packed(input.NdcUnit, 2);
        detail.FirstProvider = _providers.Count;
        detail.ProviderCount = (ushort)input.Providers.Count;
        foreach (var provider in input.Providers)
            AddProvider(provider);
        foreach (var adjudication in input.Adjudications)
            Add(adjudication);
        foreach (var field in input.Unreadable)
            MarkUnreadable(FieldOwner.Line, _lines.Count - 1, (int)field);
    }

    private void AddProvider(ProviderInput input)
    {
        ref var row = ref AddProvider(_declared++, input.Role);
        row.Id = ProviderId.Pack(input.IdText, Texts);
        row.IdQualifier = (ushort)Packed(input.IdQualifier ?? (input.IdText is null ? null : "XX"), 2);
        row.Flags = input.IsOrganization switch
        {
            true => ProviderFlags.Organization,
            false => ProviderFlags.Person,
            null => ProviderFlags.None,
        };
        row.TaxId = Texts.Add(input.TaxId);
        row.Taxonomy = Texts.Add(input.Taxonomy);
        if (input.SecondaryId is not null || input.HasSecondaryId)
            SetSecondaryId(_providers.Count - 1, Texts.Add(input.SecondaryId));
        foreach (var field in input.Unreadable)
            MarkUnreadable(FieldOwner.Provider, _providers.Count - 1, (int)field);
    }

    private void Add(OtherPayerInput input)
    {
        ref var row = ref AddOtherPayer(_declared++);
        row.Sequence = (ushort)Packed(input.PayerSequence, 1);
        row.FilingIndicator = (ushort)Packed(input.FilingIndicator, 2);
        row.InsuranceType = (uint)Packed(input.InsuranceType, 3);
        row.PayerId = Texts.Add(input.PayerId);
        row.PayerName = Texts.Add(input.PayerName);
        row.MemberId = Texts.Add(input.MemberId);
        row.Paid = Number(input.Paid);
        row.NotCovered = Number(input.NotCovered);
        row.RemainingLiability = Number(input.RemainingLiability);
        row.Adjudicated = PackedDate.Pack(input.Adjudicated);
        row.FirstAdjustment = _adjustments.Count;
        row.AdjustmentCount = input.Adjustments.Count;
        foreach (var adjustment in input.Adjustments)
            Add(adjustment);
    }

    private void Add(AdjudicationInput input)
    {
        ref var row = ref AddAdjudication(_declared++);
        row.PayerId = Texts.Add(input.PayerId);
        row.Paid = Number(input.Paid);
        row.Code = Packed(input.Code, PackedText.Capacity);
        row.Units = Number(input.Units);
        row.Date = PackedDate.Pack(input.Date);
        row.FirstAdjustment = _adjustments.Count;
        row.AdjustmentCount = input.Adjustments.Count;
        foreach (var adjustment in input.Adjustments)
            Add(adjustment);
    }

    private void Add(AdjustmentInput input)
    {
        ref var row = ref AddAdjustment(_declared++);
        row.Group = (ushort)Packed(input.Group, 2);
        row.Reason = Packed(input.Reason, 5);
        row.Amount = Number(input.Amount);
        row.Units = Number(input.Units);
    }

    private static int Place(int place) => place < 4
        ? place
        : throw new ArgumentException("A line holds four modifiers and four pointers.");

    private static ulong Packed(string? text, int longest) =>
        text is null ? 0
        : text.Length <= longest && PackedText.TryPack(System.Text.Encoding.UTF8.GetBytes(text), out var packed) ? packed
        : throw new ArgumentException($"A text of {text.Length} characters stands where a claim holds {longest}.");

    private static ulong Number(decimal? number) =>
        number is not { } value ? 0
        : PackedNumber.TryPack(value, out var packed) ? packed
        : throw new ArgumentException("A number has more digits than a claim holds.");
}
