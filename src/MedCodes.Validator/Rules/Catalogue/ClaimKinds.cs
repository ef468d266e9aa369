using MedCodes.Validator.Claims;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Profiles;
using MedCodes.Validator.Rules.Values;
using static MedCodes.Validator.Rules.Catalogue.FieldReading;

namespace MedCodes.Validator.Rules.Catalogue;

/// <summary>Claims and what stands in them beside their service lines.</summary>
internal static class ClaimKinds
{
    public static FactKind Patient { get; } = new("patient", "A patient: payer, member id and first name.", Scope.Patient, null);

    public static FactKind Claim { get; } = new(
        "claim",
        "A claim.",
        Scope.Claim,
        FileKinds.Transaction,
        Of("id", FieldType.Code, ClaimField.Id, "The submitter's own id of the claim (CLM01).", c => Text(c.Id)),
        Of("total", FieldType.Amount, ClaimField.Total, "The total charge (CLM02).", c => Number(c.Total)),
        Of("place-of-service", FieldType.Code, ClaimField.PlaceOfService, "The claim's place of service (CLM05-1).", c => Text(c.PlaceOfService)),
        Of("frequency", FieldType.Code, ClaimField.Frequency, "1 original, 7 replacement, 8 void (CLM05-3).", c => Text(c.Frequency)),
        Of("type-of-bill", FieldType.Code, ClaimField.TypeOfBill, "Facility type and frequency of an institutional claim.", c => Text(c.TypeOfBill)),
        Field.Of<ClaimContent>(
            "setting",
            FieldType.OneOf("practitioner", "hospital"),
            "Which of the national edits apply: practitioner for professional claims, hospital for institutional ones.",
            c => Value.Of(c.View.Setting == ClaimSetting.Institutional ? "hospital" : "practitioner"),
            Absence.Never),
        Of("delay-reason", FieldType.Code, ClaimField.DelayReason, "Why it comes late (CLM20).", c => Text(c.DelayReason), Absence.Blank),
        Of("original-reference", FieldType.Code, ClaimField.OriginalReference, "The payer's number of the claim it replaces (REF*F8).", c => Text(c.OriginalReference)),
        Of("prior-authorization", FieldType.Code, ClaimField.PriorAuthorization, "REF*G1.", c => Text(c.PriorAuthorization)),
        Of("clia-number", FieldType.Code, ClaimField.CliaNumber, "REF*X4.", c => Text(c.CliaNumber)),
        Of("payer-sequence", FieldType.Code, ClaimField.PayerSequence, "P primary, S secondary, T tertiary (SBR01).", c => Text(c.PayerSequence)),
        Of("filing-indicator", FieldType.Code, ClaimField.FilingIndicator, "The kind of payer (SBR09).", c => Text(c.FilingIndicator)),
        Of("insurance-type", FieldType.Code, ClaimField.InsuranceType, "Why Medicare is secondary (SBR05).", c => Text(c.InsuranceType)),
        Of("payer-id", FieldType.Code, ClaimField.PayerId, "The payer's id (NM1*PR).", c => Text(c.PayerId)),
        Of("member-id", FieldType.Code, ClaimField.MemberId, "The subscriber's id with the payer.", c => Text(c.MemberId)),
        Of("patient-birth-date", FieldType.Date, ClaimField.PatientBirthDate, "The patient's birth date.", c => Date(c.PatientBirthDate)),
        Of("patient-sex", FieldType.Code, ClaimField.PatientSex, "The patient's sex: F, M or U.", c => Text(c.PatientSex)),
        Of("statement-from", FieldType.Date, ClaimField.StatementFrom, "The first day of the statement (DTP*434).", c => Date(c.StatementFrom)),
        Of("statement-through", FieldType.Date, ClaimField.StatementThrough, "The last day of the statement.", c => Date(c.StatementThrough)),
        Of("admission", FieldType.Date, ClaimField.Admission, "The day of admission (DTP*435).", c => Date(c.Admission)),
        Of("onset", FieldType.Date, ClaimField.Onset, "The onset of the illness (DTP*431).", c => Date(c.Onset)),
        Of("accident", FieldType.Date, ClaimField.Accident, "The day of the accident (DTP*439).", c => Date(c.Accident)),
        Field.Of<ClaimContent>(
            "service-date",
            FieldType.Date,
            "The earliest day of its lines, else the first day of the statement.",
            c => Date(c.ServiceDate),
            privacy: Sources.Privacy.Account),
        Field.Of<ClaimContent>("billing-provider", FieldType.Code, "The billing provider's NPI.", c => Text(c.View.BillingProvider?.Npi)),
        Field.Of<ClaimContent>("referring-provider", FieldType.Code, "The referring provider's NPI.", c => Text(c.View.ReferringProvider?.Npi)),
        Field.Of<ClaimContent>("supervising-provider", FieldType.Code, "The supervising provider's NPI.", c => Text(c.View.SupervisingProvider?.Npi)),
        Field.Of<ClaimContent>("tax-id", FieldType.Code, "The billing provider's tax id.", c => Text(c.View.BillingProvider?.TaxId), privacy: Sources.Privacy.Identifying),
        Field.Of<ClaimContent>("patient", FieldType.Fact, "The patient.", c => new Value.Reference(c.Patient), Absence.Never));

    public static FactKind Profile { get; } = new(
        "profile",
        "The payer profile of a claim; its parameters are its fields.",
        Scope.Claim,
        Claim,
        [
            .. PolicyParameters.All.Select(parameter => Field.OfFact(
                parameter.Name,
                parameter.Type,
                parameter.Summary,
                fact => ((Profile)fact.Content)[parameter, ((ClaimContent)fact.Whole!.Content).ServiceDate])),
        ]);

    public static FactKind Provider { get; } = new(
        "provider",
        "A provider that a claim or one of its lines names.",
        Scope.Claim,
        Claim,
        Field.Of<Provider>(
            "role",
            FieldType.OneOf([.. Enum.GetNames<ProviderRole>().Select(KebabCase.Of)]),
            "What it is on the claim.",
            p => Value.Of(KebabCase.Of(p.Role.ToString())),
            Absence.Never),
        Of("npi", FieldType.Code, ProviderField.IdText, "Its NPI, as written; missing where another kind of id or none is given.", p => Text(p.Npi)),
        Of("id-qualifier", FieldType.Code, ProviderField.IdQualifier, "The kind of its id (NM108); XX is an NPI.", p => Text(p.IdQualifier), Absence.Blank),
        Field.Of<Provider>("organization", FieldType.YesNo, "Whether it is an organization (NM102).", p => p.IsOrganization is { } is2 ? Value.Of(is2) : null),
        Of("taxonomy", FieldType.Code, ProviderField.Taxonomy, "Its taxonomy code (PRV03).", p => Text(p.Taxonomy), Absence.Blank),
        Field.Of<Provider>("has-secondary-id", FieldType.YesNo, "Whether it has an id of the payer's (REF*G2).", p => Value.Of(p.HasSecondaryId), Absence.Never));

    public static FactKind Diagnosis { get; } = new(
        "diagnosis",
        "A diagnosis of a claim.",
        Scope.Claim,
        Claim,
        Field.Of<Diagnosis>("position", FieldType.Number, "Its place among the claim's diagnoses, from 1, as pointers count.", d => Value.Of((decimal)d.Position), Absence.Never),
        Field.Of<Diagnosis>(
            "code",
            FieldType.Code,
            "Its code as written, without a dot.",
            d => Text(d.Code) ?? (d.IsUnreadable ? Unreadable("code") : null),
            locate: d => new FieldPlace(d.Span, d.Path)),
        Field.Of<Diagnosis>("qualifier", FieldType.Code, "Its list and role: ABK principal, ABF other, ABJ admitting, APR reason for the visit.", d => Text(d.Qualifier)),
        Field.Of<Diagnosis>("principal", FieldType.YesNo, "Whether it is the principal one.", d => Value.Of(d.IsPrincipal), Absence.Never));

    public static FactKind OtherPayer { get; } = new(
        "other-payer",
        "Another payer of the claim, with its own answer.",
        Scope.Claim,
        Claim,
        Field.Of<OtherPayer>("other-payer-sequence", FieldType.Code, "P, S or T (SBR01).", p => Text(p.PayerSequence)),
        Field.Of<OtherPayer>("other-filing-indicator", FieldType.Code, "The kind of payer (SBR09).", p => Text(p.FilingIndicator)),
        Field.Of<OtherPayer>("other-payer-id", FieldType.Code, "The payer's id.", p => Text(p.PayerId)),
        Field.Of<OtherPayer>("other-paid", FieldType.Amount, "What it paid on the claim (AMT*D).", p => Number(p.Paid)),
        Field.Of<OtherPayer>("other-adjudicated", FieldType.Date, "The day of its answer (DTP*573).", p => Date(p.Adjudicated), privacy: Sources.Privacy.Account));
}
