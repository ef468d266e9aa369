using System.Collections.Frozen;
using System.Collections.Immutable;
using MedCodes.Validator.Engine.Planned;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Profiles;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Tests.Engine.Planned;

public sealed class EqualityIndexTests
{
    private static readonly Field Provider = Field.Of<Visit>("provider", FieldType.Code, "Who was seen.", visit => Text(visit.Provider));
    private static readonly Field Day = Field.Of<Visit>("day", FieldType.Code, "When.", visit => Text(visit.Day));
    private static readonly FactKind Kind = new("visit", "A visit.", Scope.Claim, null, Provider, Day);

    private static readonly Visit[] Visits =
    [
        new("Adams", "Monday"),
        new(null, "Monday"),
        new("Baker", "Monday"),
        new("Adams", null),
        new("Adams", "Tuesday"),
        new(null, null),
        new(null, "Tuesday"),
    ];

    private int _asked;

    [Theory]
    [InlineData("Adams", "Monday", "0 1 3 5")]
    [InlineData("Baker", "Tuesday", "5 6")]
    [InlineData("Clark", "Sunday", "5")]
    [InlineData(null, "Monday", "0 1 2 3 5")]
    [InlineData("Adams", null, "0 1 3 4 5 6")]
    public void What_is_not_known_may_be_equal_to_anything_and_the_rest_still_tells(string? provider, string? day, string places) =>
        Assert.Equal(places, Found(Index(null), provider, day));

    [Fact]
    public void A_key_of_which_nothing_is_known_tells_nothing() => Assert.Null(Found(Index(null), null, null));

    [Fact]
    public void What_was_found_for_one_key_is_not_taken_for_another()
    {
        var index = Index(null);
        Assert.Equal("0 1 3 5", Found(index, "Adams", "Monday"));
        Assert.Equal("1 2 5", Found(index, "Baker", "Monday"));
        Assert.Equal("0 1 3 5", Found(index, "Adams", "Monday"));
    }

    [Fact]
    public void Facts_that_count_in_no_way_are_left_out_where_many_have_a_key_and_each_is_asked_once()
    {
        var index = Index(place => ++_asked > 0 && place != 3);
        Assert.Equal("0 1 5", Found(index, "Adams", "Monday"));
        Assert.Equal("0 1 4 5 6", Found(index, "Adams", null));
        Assert.Equal("5", Found(index, "Clark", "Sunday"));
        Assert.Equal(6, _asked);
    }

    private static EqualityIndex Index(Func<int, bool>? may) =>
        new([.. Visits.Select(FactOf)], Enumerable.Range(0, Visits.Length), [Day, Provider], may, fewestAsked: 4);

    private static string? Found(EqualityIndex index, string? provider, string? day)
    {
        var nobody = new Profile { Name = "default", Severities = FrozenDictionary<string, Severity?>.Empty, Parameters = FrozenDictionary<string, ImmutableArray<ParameterValue>>.Empty };
        var frame = new Frame(["sought"], nobody, new DateOnly(2024, 9, 16));
        frame.Bind(0, FactOf(new Visit(provider, day), 0));
        var found = index.Find(new JoinKey([Day, Provider], [new KeySource(0, Day, null), new KeySource(0, Provider, null)]), frame);
        return found is null ? null : string.Join(' ', found.All);
    }

    private static Fact FactOf(Visit visit, int place) => Fact.Of(Kind, visit, null, new FactOrder(0, place, 0, 0));

    private static Value? Text(string? written) => written is null ? null : Value.Of(written);

    private sealed record Visit(string? Provider, string? Day);
}
