using MedCodes.Validator.Claims;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.Json;

/// <summary>The properties that claims in JSON may have, by what has them.</summary>
internal static class JsonProperties
{
    public static readonly JsonProperty Type = new(JsonContent.Type);
    public static readonly JsonProperty Setting = new("setting");
    public static readonly JsonProperty BillingProvider = new("billingProvider");
    public static readonly JsonProperty Providers = new("providers");
    public static readonly JsonProperty Diagnoses = new("diagnoses");
    public static readonly JsonProperty Codes = new("codes");
    public static readonly JsonProperty Supplements = new("supplements");
    public static readonly JsonProperty OtherPayers = new("otherPayers");
    public static readonly JsonProperty Lines = new("lines");
    public static readonly JsonProperty Adjudications = new("adjudications");
    public static readonly JsonProperty Adjustments = new("adjustments");
    public static readonly JsonProperty Subscriber = new(Claim.SubscriberPointer);
    public static readonly JsonProperty PatientDetails = new(Claim.PatientPointer);
    public static readonly JsonProperty PayerDetails = new(Claim.PayerPointer);
    public static readonly JsonProperty SubscriberDetails = new(OtherPayer.SubscriberPointer);

    /// <summary>Stands in an object for a value that could not be read, and holds it as it was written.</summary>
    public static readonly JsonProperty Unreadable = new("unreadable");

    // Of transactions and interchanges, beside the fields of claims.
    public static readonly JsonProperty GroupControlNumber = new("groupControlNumber", privacy: Privacy.Account);
    public static readonly JsonProperty Guide = new("guide", privacy: Privacy.Account);
    public static readonly JsonProperty Reference = new("reference", privacy: Privacy.Account);
    public static readonly JsonProperty Purpose = new("purpose", privacy: Privacy.Account);
    public static readonly JsonProperty Usage = new("usage", privacy: Privacy.Open);

    // Of lines.
    public static readonly JsonProperty HasDescription = new("hasDescription", privacy: Privacy.Open);
    public static readonly JsonProperty IsEmergency = new("isEmergency", privacy: Privacy.Open);
    public static readonly JsonProperty IsScreening = new("isScreening", privacy: Privacy.Open);
    public static readonly JsonProperty IsFamilyPlanning = new("isFamilyPlanning", privacy: Privacy.Open);

    // Of providers.
    public static readonly JsonProperty Role = new("role");
    public static readonly JsonProperty IsOrganization = new("isOrganization");

    // Of diagnoses and other codes.
    public static readonly JsonProperty Qualifier = new("qualifier", privacy: Privacy.Open);
    public static readonly JsonProperty DiagnosisCode = new("code", Diagnosis.CodeField, Privacy.Open);
    public static readonly JsonProperty PresentOnAdmission = new("presentOnAdmission", privacy: Privacy.Open);
    public static readonly JsonProperty ClaimCode = new("code", (int)ClaimCodeField.Code, Privacy.Open);
    public static readonly JsonProperty CodeDate = new("date", (int)ClaimCodeField.Date, Privacy.Account);
    public static readonly JsonProperty CodeThrough = new("through", (int)ClaimCodeField.Date, Privacy.Account);
    public static readonly JsonProperty CodeAmount = new("amount", (int)ClaimCodeField.Amount, Privacy.Open);

    // Of supplements.
    public static readonly JsonProperty Kind = new("kind");
    public static readonly JsonProperty SupplementCode = new("code", privacy: Privacy.Open);
    public static readonly JsonProperty Transmission = new("transmission", privacy: Privacy.Open);
    public static readonly JsonProperty SupplementText = new("text", privacy: Privacy.Identifying);

    /// <summary>Names and addresses, in the order of <see cref="PartyDetails.Fields"/>.</summary>
    public static readonly JsonProperty[] Details = [.. PartyDetails.Fields.Select(field => new JsonProperty(field.JsonName))];

    private static readonly JsonProperty[] OfClaims = All<ClaimField>(ClaimFields.JsonName, field => ClaimFields.Of(field).Privacy);
    private static readonly JsonProperty[] OfSubscribers = All<ClaimField>(NameOfSubscriber, field => ClaimFields.Of(field).Privacy);
    private static readonly JsonProperty[] OfLines = All<LineField>(FieldTraits.JsonName, field => LineFields.Of(field).Privacy);
    private static readonly JsonProperty[] OfProviders = All<ProviderField>(FieldTraits.JsonName, field => ProviderFields.Of(field).Privacy);
    private static readonly JsonProperty[] OfOtherPayers = All<OtherPayerField>(FieldTraits.JsonName, field => OtherPayerFields.Of(field).Privacy);
    private static readonly JsonProperty[] OfAdjudications = All<AdjudicationField>(FieldTraits.JsonName, field => AdjudicationFields.Of(field).Privacy);
    private static readonly JsonProperty[] OfAdjustments = All<AdjustmentField>(FieldTraits.JsonName, _ => Privacy.Open);

    public static JsonProperty Of(ClaimField field) => OfClaims[(int)field];

    /// <summary>The property of a subscriber who is not the patient, in an object of their own.</summary>
    public static JsonProperty OfSubscriber(ClaimField field) => OfSubscribers[(int)field];

    public static JsonProperty Of(LineField field) => OfLines[(int)field];

    public static JsonProperty Of(ProviderField field) => OfProviders[(int)field];

    public static JsonProperty Of(OtherPayerField field) => OfOtherPayers[(int)field];

    public static JsonProperty Of(AdjudicationField field) => OfAdjudications[(int)field];

    public static JsonProperty Of(AdjustmentField field) => OfAdjustments[(int)field];

    private static string NameOfSubscriber(ClaimField field)
    {
        const string patient = "patient";
        var name = ClaimFields.JsonName(field);
        return name.StartsWith(patient, StringComparison.Ordinal) && name.Length > patient.Length
            ? char.ToLowerInvariant(name[patient.Length]) + name[(patient.Length + 1)..]
            : name;
    }

    // By the number of the field, of which the first is 1.
    private static JsonProperty[] All<TField>(Func<TField, string> name, Func<TField, Privacy> privacy) where TField : struct, Enum
    {
        var fields = Enum.GetValues<TField>();
        var properties = new JsonProperty[fields.Max(field => Convert.ToInt32(field, null)) + 1];
        foreach (var field in fields)
            properties[Convert.ToInt32(field, null)] = new JsonProperty(name(field), Convert.ToInt32(field, null), privacy(field));
        return properties;
    }
}
