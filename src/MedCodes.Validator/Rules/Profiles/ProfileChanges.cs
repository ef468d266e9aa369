using System.Collections.Frozen;
using System.Collections.Immutable;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Loading;

namespace MedCodes.Validator.Rules.Profiles;

/// <summary>Applies to payer profiles what a project says of them.</summary>
internal static class ProfileChanges
{
    private const string Source = "the configuration";

    /// <exception cref="ArgumentException">A profile or parameter does not exist, or a value is none of its parameter.</exception>
    public static ImmutableArray<Profile> Apply(ImmutableArray<Profile> profiles, ProfileSettings settings)
    {
        foreach (var name in settings.Parameters.Select(one => one.Profile).Prepend(settings.ForAll).OfType<string>())
        {
            if (profiles.All(profile => profile.Name != name))
                throw new ArgumentException($"there is no profile '{name}'", nameof(settings));
        }

        foreach (var one in settings.Parameters)
        {
            if (PolicyParameters.Find(one.Name) is not { } parameter)
                throw new ArgumentException($"there is no parameter '{one.Name}'", nameof(settings));
            if (ProfileParameter.FaultOf(parameter, one.Value) is { } fault)
                throw new ArgumentException(fault, nameof(settings));
        }

        return [.. profiles.Select(profile => Changed(profile, profiles, settings))];
    }

    private static Profile Changed(Profile profile, ImmutableArray<Profile> all, ProfileSettings settings)
    {
        var parameters = new Dictionary<string, ImmutableArray<ParameterValue>>(profile.Parameters, StringComparer.Ordinal);
        var said = ImmutableArray.CreateBuilder<string>();
        foreach (var name in settings.Parameters.Select(one => one.Name).Distinct().Order(StringComparer.Ordinal))
        {
            if (Said(profile, name, all, settings) is not { } setting)
                continue;
            parameters[name] = [new ParameterValue(LiteralValue.Parse(setting.Value, PolicyParameters.Find(name)!.Type)!, null, null, Source)];
            said.Add($"{name} = {setting.Value}");
        }

        return profile with
        {
            Parameters = parameters.ToFrozenDictionary(StringComparer.Ordinal),
            Settings = said.ToImmutable(),
            IsForAll = profile.Name == settings.ForAll,
        };
    }

    // What takes a value over from the profile that it extends takes over what is said of that one.
    private static ProfileParameter? Said(Profile profile, string name, ImmutableArray<Profile> all, ProfileSettings settings)
    {
        for (var at = profile; ;)
        {
            if (settings.Parameters.LastOrDefault(one => one.Profile == at.Name && one.Name == name) is { } setting)
                return setting;
            if (all.FirstOrDefault(other => other.Name == at.Extends) is not { } above || !Values(above, name).SequenceEqual(Values(at, name)))
                return null;
            at = above;
        }
    }

    private static ImmutableArray<ParameterValue> Values(Profile profile, string name) => profile.Parameters.GetValueOrDefault(name, []);
}
