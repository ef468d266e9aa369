using System.Runtime.InteropServices;
using MedCodes.Validator.Claims;

namespace MedCodes.Validator.Engine.Cases;

/// <summary>Tells which claims later ones of the run replace or void; rules wider than a claim do not see their lines.</summary>
internal sealed class Superseding
{
    private readonly Dictionary<string, long> _last = new(StringComparer.Ordinal);

    /// <summary>Notes that a claim replaces or voids another.</summary>
    /// <param name="key">One of the keys of the other one.</param>
    /// <param name="place">The place of the claim in the run.</param>
    public void Add(string key, long place)
    {
        ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(_last, key, out _);
        last = Math.Max(last, place);
    }

    /// <summary>Whether a claim is a void or is replaced or voided later.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="place">Its place in the run.</param>
    public bool Holds(Claim claim, long place) =>
        claim.Frequency == "8" || (_last.Count > 0 && KeysOf(claim).Any(key => _last.TryGetValue(key, out var last) && last > place));

    /// <summary>Whether a claim replaces or voids another.</summary>
    public static bool IsLater(Claim claim) => claim.Frequency is "7" or "8";

    /// <summary>The names of a claim: the payer's own number, and the submitter's id under the same billing provider.</summary>
    public static IEnumerable<string> KeysOf(Claim claim)
    {
        if (claim.OriginalReference is { } number)
            yield return $"payer {number}";
        if (claim.Id is { } id && claim.BillingProvider?.Npi is { } billing)
            yield return $"claim {id} {billing}";
    }
}
