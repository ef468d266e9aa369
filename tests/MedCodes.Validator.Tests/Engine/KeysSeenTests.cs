using MedCodes.Validator.Engine;

namespace MedCodes.Validator.Tests.Engine;

public sealed class KeysSeenTests
{
    private const int Keys = 20_000;

    [Fact]
    public void Key_that_was_seen_twice_is_known_whatever_else_was_seen()
    {
        var seen = new KeysSeen(Keys);
        for (var key = 0; key < Keys; key++)
            seen.Add(key);
        for (var key = 0; key < Keys; key += 100)
            seen.Add(key);

        Assert.All(Enumerable.Range(0, Keys / 100), place => Assert.True(seen.MayBeRepeated(place * 100)));
    }

    [Fact]
    public void Keys_that_were_seen_once_are_rarely_taken_for_others()
    {
        var seen = new KeysSeen(Keys);
        for (var key = 0; key < Keys; key++)
            seen.Add(key * 31);

        Assert.InRange(Enumerable.Range(0, Keys).Count(key => seen.MayBeRepeated(key * 31)), 0, Keys / 400);
    }

    [Fact]
    public void Keys_added_on_several_threads_are_known_like_those_of_one()
    {
        var seen = new KeysSeen(Keys);
        Parallel.For(0, 2 * Keys, place => seen.Add(place % Keys));

        Assert.All(Enumerable.Range(0, Keys), key => Assert.True(seen.MayBeRepeated(key)));
    }

    [Fact]
    public void Where_one_key_may_be_equal_to_any_all_may_be_repeated()
    {
        var seen = new KeysSeen(Keys);
        seen.Add(1);
        Assert.False(seen.MayBeRepeated(1));
        seen.Add(null);

        Assert.True(seen.MayBeRepeated(1));
    }
}
