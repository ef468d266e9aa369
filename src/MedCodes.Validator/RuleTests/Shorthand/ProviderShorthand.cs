using System.Collections.Immutable;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Building;
using MedCodes.Validator.Rules.Catalogue;

namespace MedCodes.Validator.RuleTests.Shorthand;

/// <summary>Reads a provider of the shorthand.</summary>
internal static class ProviderShorthand
{
    private static readonly ImmutableArray<string> Roles = ClaimKinds.Provider.Find("role")!.Type.Names;

    /// <summary>The clean claim's billing provider, an organisation.</summary>
    public static ProviderInput Billing(string? npi, string? taxId) => new() { Role = ProviderRole.Billing, IdText = npi, IsOrganization = true, TaxId = taxId };

    /// <summary>The clean claim's rendering provider, an individual.</summary>
    public static ProviderInput Rendering(string? npi) => new()
    {
        Role = ProviderRole.Rendering,
        IdText = npi,
        IsOrganization = false,
        Taxonomy = CleanClaim.RenderingTaxonomy,
    };

    /// <summary>Reads a provider; what is not given is missing, but its kind: only the rendering provider is an individual.</summary>
    public static ProviderInput Read(ShorthandReader provider)
    {
        var role = provider.Choice("role", Roles) is { } name
            ? Enum.Parse<ProviderRole>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true)
            : ProviderRole.Other;
        var input = new ProviderInput
        {
            Role = role,
            IdText = provider.Text("npi"),
            IdQualifier = provider.Text("id-qualifier"),
            IsOrganization = provider.YesNo("organization", role is not ProviderRole.Rendering),
            Taxonomy = provider.Text("taxonomy"),
            HasSecondaryId = provider.YesNo("has-secondary-id", false) ?? false,
        };
        provider.Done();
        return input;
    }
}
