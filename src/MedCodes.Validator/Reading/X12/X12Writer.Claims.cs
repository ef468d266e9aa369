using System.Globalization;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Rows;

namespace MedCodes.Validator.Reading.X12;

/// <summary>Levels and claims.</summary>
internal sealed partial class X12Writer
{
    private const int CodesOfSegment = 12;

    private void WriteBilling(Claim claim)
    {
        var billing = claim.BillingProvider;
        var key = billing is { } one
            ? string.Join('\0', one.IsOrganization, one.IdQualifier, one.IdText, one.TaxId, one.Taxonomy, one.SecondaryId, one.HasSecondaryId, one.IsUnreadable(ProviderField.IdText), one.Details)
            : "";
        if (_billing == key)
            return;
        _billing = key;
        _subscriber = null;
        _billingLevel = ++_levels;
        _segments.Write("HL", Level(_billingLevel), null, "20", "1");
        if (billing is not { } provider)
            return;
        WriteProvider("85", "BI", provider);
    }

    private void WriteProvider(string code, string kind, Provider provider)
    {
        WriteName(
            code, provider.IsOrganization switch { true => "2", false => "1", null => null }, provider.Details,
            Of(ProviderField.IdQualifier, provider.IdQualifier), Of(ProviderField.IdText, provider.IdText));
        if (Of(ProviderField.Taxonomy, provider.Taxonomy) is { } taxonomy)
            _segments.Write("PRV", kind, "PXC", taxonomy);
        if (Of(ProviderField.TaxId, provider.TaxId) is { } tax)
            _segments.Write("REF", "EI", tax);
        if (provider.HasSecondaryId)
            _segments.Write("REF", "G2", Of(ProviderField.SecondaryId, provider.SecondaryId));

        string? Of(ProviderField field, string? text) => provider.IsUnreadable(field) ? Raw(provider.Batch, provider.SpanOf(field)) : Text(text);
    }

    private void WriteSubscriber(Claim claim)
    {
        ref readonly var subscriber = ref claim.Subscriber;
        var batch = claim.Batch;
        string?[] own =
        [
            Written(claim, ClaimField.PayerSequence, claim.PayerSequence), Written(claim, ClaimField.InsuranceType, claim.InsuranceType),
            Written(claim, ClaimField.FilingIndicator, claim.FilingIndicator), Written(claim, ClaimField.MemberId, claim.MemberId),
            Written(claim, ClaimField.PayerName, claim.PayerName), Written(claim, ClaimField.PayerId, claim.PayerId),
            Written(claim, ClaimField.GroupNumber, claim.GroupNumber), Written(claim, ClaimField.GroupName, claim.GroupName),
        ];
        string?[] person = claim.PatientIsSubscriber
            ? PatientOf(claim)
            : [
                Text(batch.Text(subscriber.LastName)), Text(batch.Text(subscriber.FirstName)), X12SegmentWriter.Day(PackedDate.Unpack(subscriber.BirthDate)),
                Text(PackedText.Unpack(subscriber.Sex)), Text(PackedText.Unpack(subscriber.Relationship)),
            ];
        var (details, payer) = (claim.SubscriberDetails, claim.PayerDetails with { Name = own[4] });
        var key = string.Join('\0', [.. own, .. person, details.ToString(), payer.ToString()]);
        if (_subscriber != key)
        {
            _subscriber = key;
            _subscriberLevel = ++_levels;
            _segments.Write("HL", Level(_subscriberLevel), Level(_billingLevel), "22", claim.PatientIsSubscriber ? "0" : "1");
            _segments.Write("SBR", own[0], person[4], own[6], own[7], own[1], null, null, null, own[2]);
            WritePerson("IL", person, details, own[3]);
            WriteName("PR", "2", payer, own[5] is null ? null : "PI", own[5]);
        }

        if (claim.PatientIsSubscriber)
            return;
        var patient = PatientOf(claim);
        _segments.Write("HL", Level(++_levels), Level(_subscriberLevel), "23", "0");
        _segments.Write("PAT", patient[4]);
        WritePerson("QC", patient, claim.PatientDetails, null);
        // What follows for the same subscriber would be another dependent's.
        _subscriber = null;
    }

    private string?[] PatientOf(Claim claim) =>
    [
        Written(claim, ClaimField.PatientLastName, claim.PatientLastName), Written(claim, ClaimField.PatientFirstName, claim.PatientFirstName),
        Written(claim, ClaimField.PatientBirthDate, X12SegmentWriter.Day(claim.PatientBirthDate)),
        Written(claim, ClaimField.PatientSex, claim.PatientSex), Written(claim, ClaimField.Relationship, claim.Relationship),
    ];

    private void WritePerson(string code, string?[] person, PartyDetails details, string? id)
    {
        WriteName(code, "1", details with { Name = person[0], FirstName = person[1] }, id is null ? null : "MI", id);
        if (person[2] is not null || person[3] is not null)
            _segments.Write("DMG", "D8", person[2], person[3]);
    }

    private void WriteName(string code, string? kind, PartyDetails details, string? qualifier, string? id)
    {
        var values = Array.ConvertAll(details.Values, Text);
        _segments.Write("NM1", code, kind, values[0], values[1], values[2], null, values[3], qualifier, id);
        if (values[4] is not null || values[5] is not null)
            _segments.Write("N3", values[4], values[5]);
        if (values.AsSpan(6).ContainsAnyExcept((string?)null))
            _segments.Write("N4", values.AsSpan(6));
    }

    private void WriteClaim(Claim claim)
    {
        string?[] causes = [.. claim.RelatedCauses, claim.IsUnreadable(ClaimField.RelatedCauses) ? Raw(claim.Batch, claim.SpanOf(ClaimField.RelatedCauses)) : null];
        _segments.Write(
            "CLM", Written(claim, ClaimField.Id, claim.Id), Written(claim, ClaimField.Total, X12SegmentWriter.Number(claim.Total)), null, null,
            X12SegmentWriter.Composite(
                Written(claim, ClaimField.PlaceOfService, PackedText.Unpack(claim.Row.Facility)), Written(claim, ClaimField.FacilityQualifier, claim.FacilityQualifier),
                Written(claim, ClaimField.Frequency, claim.Frequency)),
            Written(claim, ClaimField.ProviderSignature, claim.ProviderSignature), Written(claim, ClaimField.Assignment, claim.Assignment),
            Written(claim, ClaimField.BenefitsAssigned, claim.BenefitsAssigned), Written(claim, ClaimField.ReleaseOfInformation, claim.ReleaseOfInformation),
            Written(claim, ClaimField.PatientSignatureSource, claim.PatientSignatureSource),
            X12SegmentWriter.Composite(
                Text(causes[0]), Text(causes.ElementAtOrDefault(1)), Text(causes.ElementAtOrDefault(2)),
                Written(claim, ClaimField.AccidentState, claim.AccidentState), Written(claim, ClaimField.AccidentCountry, claim.AccidentCountry)),
            Written(claim, ClaimField.SpecialProgram, claim.SpecialProgram), null, null, null, null, null, null, null,
            Written(claim, ClaimField.DelayReason, claim.DelayReason));
        WriteDates(claim);
        WriteSupplements(claim.Supplements, SupplementKind.Attachment);
        WriteReference("F8", Written(claim, ClaimField.OriginalReference, claim.OriginalReference));
        WriteReference("G1", Written(claim, ClaimField.PriorAuthorization, claim.PriorAuthorization));
        WriteReference("X4", Written(claim, ClaimField.CliaNumber, claim.CliaNumber));
        WriteSupplements(claim.Supplements, null);
        WriteCodes(claim);
        foreach (var provider in claim.Providers)
            WriteProvider(X12Roles.CodeOf(provider.Role), "PE", provider);
        foreach (var payer in claim.OtherPayers)
            WriteOtherPayer(payer);
        foreach (var line in claim.Lines)
            WriteLine(line);
    }

    private void WriteDates(Claim claim)
    {
        if (claim.IsUnreadable(ClaimField.StatementFrom))
            _segments.Write("DTP", "434", "RD8", Raw(claim.Batch, claim.SpanOf(ClaimField.StatementFrom)));
        else
            WritePeriod("434", claim.StatementFrom, claim.StatementThrough);
        WriteDate("435", Written(claim, ClaimField.Admission, X12SegmentWriter.Day(claim.Admission)));
        WriteDate("431", Written(claim, ClaimField.Onset, X12SegmentWriter.Day(claim.Onset)));
        WriteDate("439", Written(claim, ClaimField.Accident, X12SegmentWriter.Day(claim.Accident)));
        WriteDate("304", Written(claim, ClaimField.LastSeen, X12SegmentWriter.Day(claim.LastSeen)));
        string?[] admission =
        [
            Written(claim, ClaimField.AdmissionType, claim.AdmissionType), Written(claim, ClaimField.AdmissionSource, claim.AdmissionSource),
            Written(claim, ClaimField.PatientStatus, claim.PatientStatus),
        ];
        if (admission.Any(element => element is not null))
            _segments.Write("CL1", admission);
    }

    private void WriteCodes(Claim claim)
    {
        var composites = claim.Diagnoses
            .Select(diagnosis => X12SegmentWriter.Composite(
                Text(diagnosis.Qualifier), diagnosis.IsUnreadable ? Raw(diagnosis.Batch, diagnosis.Span) : Text(diagnosis.Code),
                null, null, null, null, null, null, Text(diagnosis.PresentOnAdmission)))
            .Concat(claim.Codes.Select(CompositeOf));
        foreach (var segment in composites.Chunk(CodesOfSegment))
            _segments.Write("HI", segment);
    }

    private string CompositeOf(ClaimCode code)
    {
        var isSpan = code.Through != code.Date;
        var date = Written(ClaimCodeField.Date, isSpan ? $"{X12SegmentWriter.Day(code.Date)}-{X12SegmentWriter.Day(code.Through)}" : X12SegmentWriter.Day(code.Date));
        return X12SegmentWriter.Composite(
            Text(code.Qualifier), Written(ClaimCodeField.Code, code.Code), date is null ? null : isSpan ? "RD8" : "D8", date,
            Written(ClaimCodeField.Amount, X12SegmentWriter.Number(code.Amount)));

        string? Written(ClaimCodeField field, string? text) => code.IsUnreadable(field) ? Raw(code.Batch, code.SpanOf(field)) : Text(text);
    }

    private void WritePeriod(string qualifier, DateOnly? from, DateOnly? through)
    {
        if (from is null)
            return;
        if (through is null || through == from)
            _segments.Write("DTP", qualifier, "D8", X12SegmentWriter.Day(from));
        else
            _segments.Write("DTP", qualifier, "RD8", $"{X12SegmentWriter.Day(from)}-{X12SegmentWriter.Day(through)}");
    }

    private void WriteDate(string qualifier, string? day)
    {
        if (day is not null)
            _segments.Write("DTP", qualifier, "D8", day);
    }

    private void WriteReference(string qualifier, string? text)
    {
        if (text is not null)
            _segments.Write("REF", qualifier, text);
    }

    // Attachments stand before the references, notes and fixed-format information behind them.
    private void WriteSupplements(PartList<Supplement> supplements, SupplementKind? only)
    {
        foreach (var one in supplements)
        {
            if ((one.Kind == SupplementKind.Attachment) != (only == SupplementKind.Attachment))
                continue;
            if (one.Kind == SupplementKind.Attachment)
                _segments.Write("PWK", Text(one.Code), Text(one.Transmission), null, null, one.Text is null ? null : "AC", Text(one.Text));
            else if (one.Kind == SupplementKind.FixedFormat)
                _segments.Write("K3", Text(one.Text));
            else
                _segments.Write("NTE", Text(one.Code), Text(one.Text));
        }
    }

    private static string Level(int level) => level.ToString(CultureInfo.InvariantCulture);
}
