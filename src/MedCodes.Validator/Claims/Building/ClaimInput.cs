namespace MedCodes.Validator.Claims.Building;

/// <summary>The values of a claim that no file holds. Names and meanings are those of <see cref="Claim"/>; null is missing.</summary>
internal sealed record ClaimInput
{
    public ClaimSetting Setting { get; init; } = ClaimSetting.Professional;
    public string? Id { get; init; }
    public decimal? Total { get; init; }

    /// <summary>The place of service; for an institutional claim the first two characters of the type of bill.</summary>
    public string? PlaceOfService { get; init; }
    public string? Frequency { get; init; }
    public string? DelayReason { get; init; }
    public string? OriginalReference { get; init; }
    public string? PriorAuthorization { get; init; }
    public string? CliaNumber { get; init; }
    public IReadOnlyList<string> RelatedCauses { get; init; } = [];
    public DateOnly? StatementFrom { get; init; }
    public DateOnly? StatementThrough { get; init; }
    public DateOnly? Admission { get; init; }
    public DateOnly? Onset { get; init; }
    public DateOnly? Accident { get; init; }
    public DateOnly? Submitted { get; init; }
    public bool Reporting { get; init; }
    public string? TransactionControlNumber { get; init; }
    public string? InterchangeControlNumber { get; init; }
    public string? SenderId { get; init; }
    public string? ReceiverId { get; init; }
    public string? PayerSequence { get; init; }
    public string? InsuranceType { get; init; }
    public string? FilingIndicator { get; init; }
    public string? PayerId { get; init; }
    public string? PayerName { get; init; }
    public string? MemberId { get; init; }
    public string? PatientFirstName { get; init; }
    public string? PatientLastName { get; init; }
    public DateOnly? PatientBirthDate { get; init; }
    public string? PatientSex { get; init; }
    public bool PatientIsSubscriber { get; init; } = true;
    public ProviderInput? BillingProvider { get; init; }

    /// <summary>The other providers of the claim itself, each with its role.</summary>
    public IReadOnlyList<ProviderInput> Providers { get; init; } = [];
    public IReadOnlyList<DiagnosisInput> Diagnoses { get; init; } = [];
    public IReadOnlyList<LineInput> Lines { get; init; } = [];
    public IReadOnlyList<OtherPayerInput> OtherPayers { get; init; } = [];

    /// <summary>Fields that are there and cannot be read.</summary>
    public IReadOnlyList<ClaimField> Unreadable { get; init; } = [];
}

/// <summary>A provider of a claim that no file holds.</summary>
internal sealed record ProviderInput
{
    public ProviderRole Role { get; init; } = ProviderRole.Billing;
    public bool? IsOrganization { get; init; }

    /// <summary>The kind of its id; without it XX where there is an id.</summary>
    public string? IdQualifier { get; init; }
    public string? IdText { get; init; }
    public string? TaxId { get; init; }
    public string? Taxonomy { get; init; }
    public string? SecondaryId { get; init; }

    /// <summary>Whether there is a secondary id, also where it is not said which.</summary>
    public bool HasSecondaryId { get; init; }
    public IReadOnlyList<ProviderField> Unreadable { get; init; } = [];
}

/// <summary>A diagnosis of a claim that no file holds.</summary>
internal sealed record DiagnosisInput(string? Code, string? Qualifier);
