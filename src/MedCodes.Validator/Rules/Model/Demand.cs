using System.Collections.Immutable;

namespace MedCodes.Validator.Rules.Model;

/// <summary>What a rule asks of what it matched.</summary>
internal abstract record Demand
{
    private Demand()
    {
    }

    /// <summary>Any of these groups must be there.</summary>
    internal sealed record Require(ImmutableArray<ImmutableArray<Entry>> Groups) : Demand;

    /// <summary>None of these groups may be there.</summary>
    internal sealed record Forbid(ImmutableArray<ImmutableArray<Entry>> Groups) : Demand;

    /// <summary>This must hold.</summary>
    internal sealed record Check(Condition Condition) : Demand;

    /// <summary>The entries of all groups; none for a check.</summary>
    public ImmutableArray<ImmutableArray<Entry>> AllGroups => this switch
    {
        Require require => require.Groups,
        Forbid forbid => forbid.Groups,
        _ => [],
    };
}
