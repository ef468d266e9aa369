namespace MedCodes.Validator.Claims;

/// <summary>The part of the input that a field is written in.</summary>
internal enum FieldOwner
{
    Interchange = 1,
    Transaction,
    BillingLevel,
    Subscriber,
    Patient,
    Claim,
    Line,
    Diagnosis,
    Provider,
    OtherPayer,
    Adjudication,
    Adjustment,
    ClaimCode,
    Supplement,
}
