namespace MedCodes.Validator.Claims.Building;

/// <summary>The values of a service line that no file holds. Names and meanings are those of <see cref="ServiceLine"/>.</summary>
internal sealed record LineInput
{
    public int? Number { get; init; }
    public string? CodeQualifier { get; init; } = "HC";
    public string? Code { get; init; }
    public IReadOnlyList<string> Modifiers { get; init; } = [];
    public bool HasDescription { get; init; }
    public decimal? Charge { get; init; }
    public string? Unit { get; init; }
    public decimal? Units { get; init; }

    /// <summary>The line's own place of service.</summary>
    public string? PlaceOfService { get; init; }
    public string? RevenueCode { get; init; }
    public IReadOnlyList<int> Pointers { get; init; } = [];
    public DateOnly? Date { get; init; }
    public DateOnly? Through { get; init; }
    public string? ControlNumber { get; init; }
    public string? PriorAuthorization { get; init; }
    public string? Ndc { get; init; }
    public decimal? NdcUnits { get; init; }
    public string? NdcUnit { get; init; }

    /// <summary>The providers that the line itself names.</summary>
    public IReadOnlyList<ProviderInput> Providers { get; init; } = [];
    public IReadOnlyList<AdjudicationInput> Adjudications { get; init; } = [];
    public IReadOnlyList<LineField> Unreadable { get; init; } = [];
}

/// <summary>Another payer of a claim that no file holds.</summary>
internal sealed record OtherPayerInput
{
    public string? PayerSequence { get; init; }
    public string? FilingIndicator { get; init; }
    public string? InsuranceType { get; init; }
    public string? PayerId { get; init; }
    public string? PayerName { get; init; }
    public string? MemberId { get; init; }
    public decimal? Paid { get; init; }
    public decimal? NotCovered { get; init; }
    public decimal? RemainingLiability { get; init; }
    public DateOnly? Adjudicated { get; init; }
    public IReadOnlyList<AdjustmentInput> Adjustments { get; init; } = [];
}

/// <summary>Another payer's answer to a line that no file holds.</summary>
internal sealed record AdjudicationInput
{
    public string? PayerId { get; init; }
    public decimal? Paid { get; init; }
    public string? Code { get; init; }
    public decimal? Units { get; init; }
    public DateOnly? Date { get; init; }
    public IReadOnlyList<AdjustmentInput> Adjustments { get; init; } = [];
}

/// <summary>An adjustment of another payer that no file holds.</summary>
internal sealed record AdjustmentInput(string? Group, string? Reason, decimal? Amount, decimal? Units = null);
