using System.Globalization;
using MedCodes.Validator.Claims;

namespace MedCodes.Validator.Reading.Json;

/// <summary>Places in JSON as pointers (RFC 6901) into the document, or into the values that follow one another as if they were an array.</summary>
/// <param name="skipped">How many values that are no claims stand before the first claim that is asked about.</param>
internal sealed class JsonPaths(long skipped = 0) : ClaimPaths
{
    // Values that are no claims make the place of a claim in the file another than its number. Batches that were handed out read the array
    // while it grows: what is said of their claims is never written again.
    private (int Ordinal, long Skipped)[] _skips = new (int, long)[16];
    private volatile int _count;
    private readonly long _before = skipped;

    public override bool EveryClaimIsWhole => true;

    /// <summary>Whether the claims stand in an array of a document.</summary>
    public bool IsDocument { get; set; }

    /// <summary>How many values are no claims.</summary>
    public long Skipped { get; private set; } = skipped;

    /// <summary>Notes that values before the claim of that number are none.</summary>
    public void SkipBefore(int ordinal, long values = 1)
    {
        Skipped += values;
        if (_count > 0 && _skips[_count - 1].Ordinal == ordinal)
        {
            _skips[_count - 1].Skipped = Skipped;
            return;
        }

        if (_count == _skips.Length)
            Array.Resize(ref _skips, _count * 2);
        _skips[_count] = (ordinal, Skipped);
        _count++;
    }

    /// <summary>Notes all that were noted of a chunk.</summary>
    /// <param name="chunk">What was noted of it, by numbers that count from its start.</param>
    /// <param name="claims">The claims before it.</param>
    public void SkipAll(JsonPaths chunk, int claims)
    {
        var before = 0L;
        foreach (var (ordinal, all) in chunk._skips.AsSpan(0, chunk._count))
        {
            SkipBefore(ordinal + claims, all - before);
            before = all;
        }
    }

    /// <summary>The pointer to the claim of a number.</summary>
    public string OfClaim(int ordinal)
    {
        var (first, end) = (0, _count);
        var skips = _skips;
        while (first < end)
        {
            var middle = (first + end) / 2;
            (first, end) = skips[middle].Ordinal <= ordinal ? (middle + 1, end) : (first, middle);
        }

        var before = first == 0 ? _before : skips[first - 1].Skipped;
        return $"{(IsDocument ? "/claims" : "")}/{(ordinal - 1 + before).ToString(CultureInfo.InvariantCulture)}";
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
