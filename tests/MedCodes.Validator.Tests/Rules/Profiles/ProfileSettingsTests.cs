using System.Collections.Immutable;
using System.Globalization;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Profiles;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Tests.Rules.Profiles;

public sealed class ProfileSettingsTests
{
    private static readonly DateOnly Day = new(2024, 9, 1);

    [Fact]
    public void A_value_of_the_project_holds_on_every_day_in_place_of_that_of_the_file()
    {
        Assert.Equal("45", ValueIn("medicare", "timely-filing-notice", Of("medicare", "timely-filing-notice", "45")));
        Assert.Equal("30", ValueIn("medicare", "timely-filing-notice"));
        Assert.Equal("45", ValueIn("medicare", "timely-filing-notice", Of("medicare", "timely-filing-notice", "9"), Of("medicare", "timely-filing-notice", "45")));
    }

    [Fact]
    public void A_profile_that_takes_a_value_over_takes_over_what_is_said_of_it()
    {
        Assert.Equal("45", ValueIn("medicare-palmetto", "timely-filing-notice", Of("medicare", "timely-filing-notice", "45")));
        Assert.Equal("30", ValueIn("medicaid", "timely-filing-notice", Of("medicare", "timely-filing-notice", "45")));

        // It has a value of its own.
        Assert.Equal("4", ValueIn("medicare-palmetto", "facet-sessions-per-year", Of("medicare", "facet-sessions-per-year", "9")));
    }

    [Fact]
    public void What_is_said_stands_with_the_profile()
    {
        var profiles = ShippedRules.Set.With(new ProfileSettings { ForAll = "commercial", Parameters = [Of("medicare", "others-bill", "no")] }).Profiles;

        Assert.Equal(["others-bill = no"], profiles.Single(profile => profile.Name == "commercial").Settings.AsEnumerable());
        Assert.Equal(["commercial"], profiles.Where(profile => profile.IsForAll).Select(profile => profile.Name));
    }

    [Theory]
    [InlineData("medicar", "others-bill", "no")]
    [InlineData("medicare", "other-bill", "no")]
    [InlineData("medicare", "others-bill", "perhaps")]
    [InlineData("medicare", "timely-filing", "soon")]
    public void What_there_is_not_is_refused(string profile, string parameter, string value) =>
        Assert.Throws<ArgumentException>(() => ShippedRules.Set.With(new ProfileSettings { Parameters = [Of(profile, parameter, value)] }));

    [Fact]
    public void A_profile_for_all_must_be_there() =>
        Assert.Throws<ArgumentException>(() => ShippedRules.Set.With(new ProfileSettings { ForAll = "medicar" }));

    private static ProfileParameter Of(string profile, string name, string value) => new(profile, name, value);

    private static string? ValueIn(string profile, string parameter, params ImmutableArray<ProfileParameter> settings) =>
        ShippedRules.Set.With(new ProfileSettings { Parameters = settings }).Profiles.Single(one => one.Name == profile)[PolicyParameters.Find(parameter)!, Day] switch
        {
            Value.Text text => text.Written,
            Value.Number { Low: { } number } => number.ToString(CultureInfo.InvariantCulture),
            _ => null,
        };
}
