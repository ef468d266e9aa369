using System.Globalization;

namespace MedCodes.Validator.Tests.Rules.Profiles;

/// <summary>The payer profiles that are shipped.</summary>
public sealed class ShippedProfileTests
{
    [Fact]
    public void Every_parameter_has_a_source_and_a_first_day()
    {
        var bare = ShippedRules.Set.Profiles.SelectMany(profile => profile.Parameters.SelectMany(parameter => parameter.Value
            .Where(value => string.IsNullOrWhiteSpace(value.Source) || value.From is null)
            .Select(_ => $"{profile.Name} {parameter.Key}")));

        Assert.Empty(bare);
    }

    [Fact]
    public void Contractors_whose_sources_differ_have_profiles_of_their_own()
    {
        var contractors = ShippedRules.Set.Profiles.Where(profile => profile.Name.StartsWith("medicare-", StringComparison.Ordinal)).ToList();

        Assert.True(contractors.Count >= 3, contractors.Count.ToString(CultureInfo.InvariantCulture));
        Assert.All(contractors, profile => Assert.NotEmpty(profile.Payers));
        Assert.Equal(contractors.Count, contractors.Select(ParametersOf).Distinct(StringComparer.Ordinal).Count());

        static string ParametersOf(MedCodes.Validator.Rules.Profiles.Profile profile) => string.Join(
            '\n', profile.Parameters.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key} {string.Join(' ', one.Value)}"));
    }
}
