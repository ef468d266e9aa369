using System.Collections.Immutable;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Loading;

namespace MedCodes.Validator.Rules.Profiles;

/// <summary>What a project says of payer profiles beyond what their files say.</summary>
public sealed record ProfileSettings
{
    /// <summary>The profile of every claim, whatever its payer. Default: null, each claim has that of its payer.</summary>
    public string? ForAll { get; init; }

    /// <summary>Values of parameters; of several for the same one the last counts. Default: none.</summary>
    public ImmutableArray<ProfileParameter> Parameters { get; init; } = [];
}

/// <summary>A value of a parameter of a profile, which takes the place of those in its file on every day.</summary>
/// <param name="Profile">The profile; those that extend it and do not say otherwise take the value over.</param>
/// <param name="Name">The parameter.</param>
/// <param name="Value">The value as written.</param>
public sealed record ProfileParameter(string Profile, string Name, string Value)
{
    /// <summary>What the value should be; null where it is that.</summary>
    internal static string? FaultOf(Parameter parameter, string value)
    {
        var fits = (parameter.Type.Names.IsEmpty || parameter.Type.Names.Contains(value)) && LiteralValue.Parse(value, parameter.Type) is not null;
        return fits ? null : $"{parameter.Name} is {parameter.Type.DescribeOne()}, not '{value}'";
    }
}
