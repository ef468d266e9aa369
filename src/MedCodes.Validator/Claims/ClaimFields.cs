using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Claims;

/// <summary>Where each <see cref="ClaimField"/> is written and how far it may travel.</summary>
internal static class ClaimFields
{
    private static readonly FieldTraits[] Traits = All();

    public static FieldTraits Of(ClaimField field) => Traits[(int)field];

    /// <summary>The name of a field in JSON, which holds what it is made of where it is not written itself.</summary>
    public static string JsonName(ClaimField field) => field switch
    {
        ClaimField.Reporting => "use",
        ClaimField.TypeOfBill => FieldTraits.JsonName(ClaimField.PlaceOfService),
        _ => FieldTraits.JsonName(field),
    };

    // Who is the subscriber has the relationship in another segment.
    private static readonly FieldTraits OwnRelationship = new(FieldOwner.Subscriber, "2000B", "SBR02", null, Privacy.Open);

    public static FieldTraits Of(ClaimField field, Claim claim) =>
        field == ClaimField.Relationship && claim.PatientIsSubscriber ? OwnRelationship : Of(field);

    private static FieldTraits[] All()
    {
        var traits = new FieldTraits[Enum.GetValues<ClaimField>().Length + 1];
        traits[(int)ClaimField.Id] = new(FieldOwner.Claim, "2300", "CLM01", null, Privacy.Account);
        traits[(int)ClaimField.Total] = new(FieldOwner.Claim, "2300", "CLM02", null, Privacy.Open);
        traits[(int)ClaimField.PlaceOfService] = new(FieldOwner.Claim, "2300", "CLM05-1", null, Privacy.Open);
        traits[(int)ClaimField.Frequency] = new(FieldOwner.Claim, "2300", "CLM05-3", null, Privacy.Open);
        traits[(int)ClaimField.TypeOfBill] = new(FieldOwner.Claim, "2300", "CLM05", null, Privacy.Open);
        traits[(int)ClaimField.ProviderSignature] = new(FieldOwner.Claim, "2300", "CLM06", null, Privacy.Open);
        traits[(int)ClaimField.Assignment] = new(FieldOwner.Claim, "2300", "CLM07", null, Privacy.Open);
        traits[(int)ClaimField.BenefitsAssigned] = new(FieldOwner.Claim, "2300", "CLM08", null, Privacy.Open);
        traits[(int)ClaimField.ReleaseOfInformation] = new(FieldOwner.Claim, "2300", "CLM09", null, Privacy.Open);
        traits[(int)ClaimField.RelatedCauses] = new(FieldOwner.Claim, "2300", "CLM11", null, Privacy.Open);
        traits[(int)ClaimField.PatientSignatureSource] = new(FieldOwner.Claim, "2300", "CLM10", null, Privacy.Open);
        traits[(int)ClaimField.AccidentState] = new(FieldOwner.Claim, "2300", "CLM11-4", null, Privacy.Open);
        traits[(int)ClaimField.AccidentCountry] = new(FieldOwner.Claim, "2300", "CLM11-5", null, Privacy.Open);
        traits[(int)ClaimField.SpecialProgram] = new(FieldOwner.Claim, "2300", "CLM12", null, Privacy.Open);
        traits[(int)ClaimField.AdmissionType] = new(FieldOwner.Claim, "2300", "CL101", null, Privacy.Open);
        traits[(int)ClaimField.AdmissionSource] = new(FieldOwner.Claim, "2300", "CL102", null, Privacy.Open);
        traits[(int)ClaimField.PatientStatus] = new(FieldOwner.Claim, "2300", "CL103", null, Privacy.Open);
        traits[(int)ClaimField.FacilityQualifier] = new(FieldOwner.Claim, "2300", "CLM05-2", null, Privacy.Open);
        traits[(int)ClaimField.DelayReason] = new(FieldOwner.Claim, "2300", "CLM20", null, Privacy.Open);
        traits[(int)ClaimField.OriginalReference] = new(FieldOwner.Claim, "2300", "REF02", "F8", Privacy.Account);
        traits[(int)ClaimField.PriorAuthorization] = new(FieldOwner.Claim, "2300", "REF02", "G1", Privacy.Account);
        traits[(int)ClaimField.CliaNumber] = new(FieldOwner.Claim, "2300", "REF02", "X4", Privacy.Open);
        traits[(int)ClaimField.StatementFrom] = new(FieldOwner.Claim, "2300", "DTP03", "434", Privacy.Account);
        traits[(int)ClaimField.StatementThrough] = new(FieldOwner.Claim, "2300", "DTP03", "434", Privacy.Account);
        traits[(int)ClaimField.Admission] = new(FieldOwner.Claim, "2300", "DTP03", "435", Privacy.Account);
        traits[(int)ClaimField.Onset] = new(FieldOwner.Claim, "2300", "DTP03", "431", Privacy.Account);
        traits[(int)ClaimField.Accident] = new(FieldOwner.Claim, "2300", "DTP03", "439", Privacy.Account);
        traits[(int)ClaimField.LastSeen] = new(FieldOwner.Claim, "2300", "DTP03", "304", Privacy.Account);
        traits[(int)ClaimField.Submitted] = new(FieldOwner.Transaction, "", "BHT04", null, Privacy.Account);
        traits[(int)ClaimField.Reporting] = new(FieldOwner.Transaction, "", "BHT06", null, Privacy.Open);
        traits[(int)ClaimField.TransactionControlNumber] = new(FieldOwner.Transaction, "", "ST02", null, Privacy.Account);
        traits[(int)ClaimField.InterchangeControlNumber] = new(FieldOwner.Interchange, "", "ISA13", null, Privacy.Account);
        traits[(int)ClaimField.SenderId] = new(FieldOwner.Interchange, "", "ISA06", null, Privacy.Account);
        traits[(int)ClaimField.ReceiverId] = new(FieldOwner.Interchange, "", "ISA08", null, Privacy.Account);
        traits[(int)ClaimField.PayerSequence] = new(FieldOwner.Subscriber, "2000B", "SBR01", null, Privacy.Open);
        traits[(int)ClaimField.InsuranceType] = new(FieldOwner.Subscriber, "2000B", "SBR05", null, Privacy.Open);
        traits[(int)ClaimField.FilingIndicator] = new(FieldOwner.Subscriber, "2000B", "SBR09", null, Privacy.Open);
        traits[(int)ClaimField.PayerId] = new(FieldOwner.Subscriber, "2010BB", "NM109", "PR", Privacy.Open);
        traits[(int)ClaimField.PayerName] = new(FieldOwner.Subscriber, "2010BB", "NM103", "PR", Privacy.Open);
        traits[(int)ClaimField.MemberId] = new(FieldOwner.Subscriber, "2010BA", "NM109", "IL", Privacy.Identifying);
        traits[(int)ClaimField.Relationship] = new(FieldOwner.Patient, "2000C", "PAT01", null, Privacy.Open);
        traits[(int)ClaimField.PatientFirstName] = new(FieldOwner.Patient, "2010CA", "NM104", "QC,IL", Privacy.Identifying);
        traits[(int)ClaimField.PatientLastName] = new(FieldOwner.Patient, "2010CA", "NM103", "QC,IL", Privacy.Identifying);
        traits[(int)ClaimField.PatientBirthDate] = new(FieldOwner.Patient, "2010CA", "DMG02", null, Privacy.Identifying);
        traits[(int)ClaimField.PatientSex] = new(FieldOwner.Patient, "2010CA", "DMG03", null, Privacy.Identifying);
        traits[(int)ClaimField.GroupNumber] = new(FieldOwner.Subscriber, "2000B", "SBR03", null, Privacy.Identifying);
        traits[(int)ClaimField.GroupName] = new(FieldOwner.Subscriber, "2000B", "SBR04", null, Privacy.Identifying);
        return traits;
    }
}
