using MedCodes.Validator.Claims.Rows;

namespace MedCodes.Validator.Claims;

/// <summary>Whom the claim is for, who bills it, and in which transaction it came.</summary>
public readonly partial record struct Claim
{
    /// <summary>The transaction that it stands in.</summary>
    public Transaction Transaction => new(Batch, Coverage.Transaction);

    /// <summary>The day the transaction was made (BHT04).</summary>
    public DateOnly? Submitted => Transaction.Submitted;

    /// <summary>Whether the claim is for reporting only and asks for no payment (BHT06 is RP).</summary>
    public bool Reporting => Transaction.Use == "RP";

    /// <summary>The transaction's control number (ST02).</summary>
    public string? TransactionControlNumber => Transaction.ControlNumber;

    /// <summary>The interchange's control number (ISA13).</summary>
    public string? InterchangeControlNumber => Transaction.Interchange.ControlNumber;

    /// <summary>The interchange's sender (ISA06).</summary>
    public string? SenderId => Transaction.Interchange.SenderId;

    /// <summary>The interchange's receiver (ISA08).</summary>
    public string? ReceiverId => Transaction.Interchange.ReceiverId;

    /// <summary>The payer's place in the order of payers: P, S, T and further (SBR01).</summary>
    public string? PayerSequence => PackedText.Unpack(Coverage.Sequence);

    /// <summary>The kind of payer: MB, CI, MC and others (SBR09).</summary>
    public string? FilingIndicator => PackedText.Unpack(Coverage.FilingIndicator);

    /// <summary>The insurance type where Medicare pays second (SBR05).</summary>
    public string? InsuranceType => PackedText.Unpack(Coverage.InsuranceType);

    /// <summary>The number of the group that the subscriber is insured with (SBR03). May tell an employer, so it identifies.</summary>
    public string? GroupNumber => Batch.Text(Coverage.GroupNumber);

    /// <summary>The name of that group or of its plan (SBR04). May tell an employer, so it identifies.</summary>
    public string? GroupName => Batch.Text(Coverage.GroupName);

    /// <summary>The payer's id (NM1*PR, NM109).</summary>
    public string? PayerId => Batch.Text(Coverage.PayerId);

    /// <summary>The payer's name (NM1*PR, NM103).</summary>
    public string? PayerName => Batch.Text(Coverage.PayerName);

    /// <summary>The subscriber's member id (NM1*IL, NM109), also where the patient is a dependent. Identifies a person.</summary>
    public string? MemberId => Batch.Text(Subscriber.MemberId);

    /// <summary>The patient's first name. Identifies a person.</summary>
    public string? PatientFirstName => Batch.Text(Party.FirstName);

    /// <summary>The patient's last name. Identifies a person.</summary>
    public string? PatientLastName => Batch.Text(Party.LastName);

    /// <summary>The patient's date of birth (DMG02). Identifies a person.</summary>
    public DateOnly? PatientBirthDate => PackedDate.Unpack(Party.BirthDate);

    /// <summary>The patient's sex as written: F, M or U (DMG03).</summary>
    public string? PatientSex => PackedText.Unpack(Party.Sex);

    /// <summary>Whether the patient is the subscriber: there is no dependent between the subscriber and the claim.</summary>
    public bool PatientIsSubscriber => Party.Subscriber == Row.Party;

    /// <summary>The patient's relationship to the subscriber (SBR02 or PAT01).</summary>
    public string? Relationship => PackedText.Unpack(Party.Relationship);

    /// <summary>The patient's name and address. The address is read from the file again each time.</summary>
    public PartyDetails PatientDetails => DetailsOf(FieldOwner.Patient, PatientIsSubscriber ? "IL" : "QC", PatientPointer) with
    {
        Name = PatientLastName,
        FirstName = PatientFirstName,
    };

    /// <summary>The subscriber's name and address; the patient's where they are one. The address is read from the file again each time.</summary>
    public PartyDetails SubscriberDetails => PatientIsSubscriber ? PatientDetails : DetailsOf(FieldOwner.Subscriber, "IL", SubscriberPointer) with
    {
        Name = Batch.Text(Subscriber.LastName),
        FirstName = Batch.Text(Subscriber.FirstName),
    };

    /// <summary>The payer's name and address. The address is read from the file again each time.</summary>
    public PartyDetails PayerDetails => DetailsOf(FieldOwner.Subscriber, "PR", PayerPointer) with { Name = PayerName };

    /// <summary>The provider that bills (2010AA).</summary>
    public Provider? BillingProvider => Coverage.Billing < 0 ? null : new Provider(Batch, Coverage.Billing);

    /// <summary>The provider that gave the services (2310B; 2310D in institutional claims), as the claim says.</summary>
    public Provider? RenderingProvider => Find(ProviderRole.Rendering);

    /// <summary>The provider that sent the patient (2310A).</summary>
    public Provider? ReferringProvider => Find(ProviderRole.Referring);

    /// <summary>The provider that supervised (2310D).</summary>
    public Provider? SupervisingProvider => Find(ProviderRole.Supervising);

    /// <summary>The place where the services were given (2310C).</summary>
    public Provider? FacilityProvider => Find(ProviderRole.Facility);

    /// <summary>The provider in charge of the stay (institutional, 2310A).</summary>
    public Provider? AttendingProvider => Find(ProviderRole.Attending);

    /// <summary>The provider that operated (institutional, 2310B).</summary>
    public Provider? OperatingProvider => Find(ProviderRole.Operating);

    /// <summary>The providers of the claim itself in their order, without the billing provider and without those of its lines.</summary>
    public PartList<Provider> Providers => new(Batch, Row.FirstProvider, Row.ProviderCount);

    /// <summary>The object in JSON that holds what is not kept of the patient.</summary>
    internal const string PatientPointer = "patientDetails";

    /// <summary>The object in JSON that holds the subscriber who is not the patient.</summary>
    internal const string SubscriberPointer = "subscriber";

    /// <summary>The object in JSON that holds what is not kept of the payer.</summary>
    internal const string PayerPointer = "payerDetails";

    internal ref readonly PartyRow Party => ref Batch.Rows.Parties[Row.Party];

    internal ref readonly PartyRow Subscriber => ref Batch.Rows.Parties[Party.Subscriber];

    internal ref readonly CoverageRow Coverage => ref Batch.Rows.Coverages[Subscriber.Coverage];

    private Provider? Find(ProviderRole role) => Provider.Find(Providers, role);
}
