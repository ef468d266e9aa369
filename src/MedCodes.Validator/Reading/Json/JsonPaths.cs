using System.Globalization;
using MedCodes.Validator.Claims;

namespace MedCodes.Validator.Reading.Json;

/// <summary>Places in JSON as pointers (RFC 6901) into the document, or into the values that follow one another as if they were an array.</summary>
internal sealed class JsonPaths(bool isDocument) : ClaimPaths
{
    private readonly string _prefix = isDocument ? "/claims" : "";

    // Values that are no claims make the place of a claim in the file another than its number. Batches that were handed out read the array
    // while it grows: what they count is never written again.
    private int[] _skippedBefore = new int[16];
    private volatile int _skipped;

    public override bool EveryClaimIsWhole => true;

    /// <summary>Notes that a value before the claim of that number is none.</summary>
    public void SkipBefore(int ordinal)
    {
        if (_skipped == _skippedBefore.Length)
            Array.Resize(ref _skippedBefore, _skipped * 2);
        _skippedBefore[_skipped] = ordinal;
        _skipped++;
    }

    /// <summary>The pointer to the claim of a number.</summary>
    public string OfClaim(int ordinal)
    {
        var (skipped, end) = (0, _skipped);
        var before = _skippedBefore;
        while (skipped < end)
        {
            var middle = (skipped + end) / 2;
            (skipped, end) = before[middle] <= ordinal ? (middle + 1, end) : (skipped, middle);
        }

        return $"{_prefix}/{(ordinal - 1 + skipped).ToString(CultureInfo.InvariantCulture)}";
    }

    public override string Of(Claim claim) => OfClaim(claim.Ordinal);

    public override string Of(Claim claim, ClaimField field) =>
        $"{Of(claim)}/{ClaimFields.JsonName(field)}";

    public override string Of(ServiceLine line) => $"{Of(line.Claim)}/lines/{line.Ordinal - 1}";

    public override string Of(ServiceLine line, LineField field, int position = 0) =>
        $"{Of(line)}/{FieldTraits.JsonName(field)}{(position == 0 ? "" : $"/{position - 1}")}";

    public override string Of(Diagnosis diagnosis) => $"{Of(diagnosis.Claim)}/diagnoses/{diagnosis.Position - 1}";

    public override string Of(ClaimCode code) => $"{Of(code.Claim)}/codes/{code.Position - 1}";

    public override string Of(Provider provider)
    {
        if (provider.Role == ProviderRole.Billing && BilledBy(provider) is { } billed)
            return $"{Of(billed)}/billingProvider";
        return provider.OwningLine is { } line
            ? $"{Of(line)}/providers/{provider.Index - line.Detail.FirstProvider}"
            : $"{Of(provider.Owner)}/providers/{provider.Index - provider.Owner.Row.FirstProvider}";
    }

    public override string Of(Provider provider, ProviderField field) => $"{Of(provider)}/{FieldTraits.JsonName(field)}";

    public override string Of(OtherPayer payer) => $"{Of(payer.Claim)}/otherPayers/{payer.Position - 1}";

    public override string Of(OtherPayer payer, OtherPayerField field) => $"{Of(payer)}/{FieldTraits.JsonName(field)}";

    public override string Of(Adjudication adjudication) => $"{Of(adjudication.Line)}/adjudications/{adjudication.Position - 1}";

    public override string Of(Adjudication adjudication, AdjudicationField field) => $"{Of(adjudication)}/{FieldTraits.JsonName(field)}";

    // The billing provider's row stands before those of its claim.
    private static Claim? BilledBy(Provider provider)
    {
        var before = provider.Owner;
        foreach (var index in (int[])[before.Index, before.Index + 1])
        {
            if (index < provider.Batch.Claims.Count && provider.Batch.Claims[index].BillingProvider?.Index == provider.Index)
                return provider.Batch.Claims[index];
        }

        return null;
    }
}
