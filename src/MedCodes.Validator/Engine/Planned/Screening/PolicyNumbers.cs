using System.Collections.Immutable;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Engine.Planned.Joining;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Profiles;

namespace MedCodes.Validator.Engine.Planned.Screening;

/// <summary>
/// Numbers what applies to claims, so that claims with the same number have the same profile, setting and values of all parameters.
/// Belongs to one worker.
/// </summary>
internal sealed class PolicyNumbers
{
    private readonly List<(Profile Profile, ImmutableArray<ulong> Turns)> _profiles = [];

    /// <summary>The number of a claim's policy, on the day that stands for today.</summary>
    public ulong Of(ClaimFacts claim, DateOnly asOf)
    {
        var profile = NumberOf(claim.Profile);
        var period = PeriodOf(Columns.ServiceDay(claim.View), _profiles[profile].Turns);
        var setting = claim.View.Setting == ClaimSetting.Institutional ? 1UL : 0;
        return (ulong)asOf.DayNumber << 40 | (ulong)(uint)profile << 17 | (ulong)(uint)period << 1 | setting;
    }

    private int NumberOf(Profile profile)
    {
        for (var i = 0; i < _profiles.Count; i++)
        {
            if (ReferenceEquals(_profiles[i].Profile, profile))
                return i;
        }

        _profiles.Add((profile, TurnsOf(profile)));
        return _profiles.Count - 1;
    }

    // Without a day other values hold than on any.
    private static int PeriodOf(ulong day, ImmutableArray<ulong> turns)
    {
        if (day == Words.Missing)
            return 0;
        var period = 1;
        while (period <= turns.Length && turns[period - 1] <= day)
            period++;
        return period;
    }

    // The days from which on a parameter has another value than on the day before.
    private static ImmutableArray<ulong> TurnsOf(Profile profile) =>
    [
        .. profile.Parameters.Values
            .SelectMany(values => values)
            .SelectMany(value => new[] { value.From is { } from ? Words.OfDay(from) : Words.Missing, value.Through is { } through ? Words.OfDay(through) + 1 : Words.Missing })
            .Where(turn => turn != Words.Missing)
            .Distinct()
            .Order(),
    ];
}
