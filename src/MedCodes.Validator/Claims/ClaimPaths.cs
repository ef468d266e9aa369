namespace MedCodes.Validator.Claims;

/// <summary>Says in a format's own words where parts and fields stand, such as "2300[2]/CLM05-1" or "/claims/1/placeOfService".</summary>
internal abstract class ClaimPaths
{
    /// <summary>
    /// Whether what claims of a batch share (interchange, transaction, payer, patient) is written in each claim anew, so that its fields
    /// stand in the claim that is asked.
    /// </summary>
    public virtual bool EveryClaimIsWhole => false;

    public abstract string Of(Claim claim);

    public abstract string Of(Claim claim, ClaimField field);

    public abstract string Of(ServiceLine line);

    /// <summary>Where a field stands, or one value of it, counted from 1; 0 is the whole field.</summary>
    public abstract string Of(ServiceLine line, LineField field, int position = 0);

    public abstract string Of(Diagnosis diagnosis);

    public abstract string Of(ClaimCode code);

    /// <summary>Where a provider stands: one of a line, of a claim, or the billing provider.</summary>
    public abstract string Of(Provider provider);

    public abstract string Of(Provider provider, ProviderField field);

    public abstract string Of(OtherPayer payer);

    public abstract string Of(OtherPayer payer, OtherPayerField field);

    public abstract string Of(Adjudication adjudication);

    public abstract string Of(Adjudication adjudication, AdjudicationField field);
}
