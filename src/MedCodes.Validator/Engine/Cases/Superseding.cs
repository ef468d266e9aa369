using MedCodes.Validator.Claims;

namespace MedCodes.Validator.Engine.Cases;

/// <summary>Finds claims that later ones replace or void; rules wider than a claim do not see their lines.</summary>
internal static class Superseding
{
    /// <summary>For each claim, in canonical order, whether it is a void or was replaced or voided later.</summary>
    public static bool[] Of(IReadOnlyList<Claim> claims)
    {
        var superseded = new bool[claims.Count];
        var later = new HashSet<string>(StringComparer.Ordinal);
        for (var i = claims.Count - 1; i >= 0; i--)
        {
            var frequency = claims[i].Frequency;
            var isLater = frequency is "7" or "8";

            // Few claims replace others, and where none does no keys are needed.
            if (!isLater && later.Count == 0)
                continue;
            var keys = Keys(claims[i]).ToList();
            superseded[i] = frequency == "8" || keys.Exists(later.Contains);
            if (isLater)
                later.UnionWith(keys);
        }

        return superseded;
    }

    // The payer's own number names the claim; so does the submitter's id under the same billing provider.
    private static IEnumerable<string> Keys(Claim claim)
    {
        if (claim.OriginalReference is { } number)
            yield return $"payer {number}";
        if (claim.Id is { } id && claim.BillingProvider?.Npi is { } billing)
            yield return $"claim {id} {billing}";
    }
}
