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
            seen.Add((ulong)key);
        for (var key = 0; key < Keys; key += 100)
            seen.Add((ulong)key);

        Assert.All(Enumerable.Range(0, Keys / 100), place => Assert.True(seen.MayBeRepeated((ulong)place * 100)));
    }

    [Fact]
    public void Keys_that_were_seen_once_are_rarely_taken_for_others()
    {
        var seen = new KeysSeen(Keys);
        for (var key = 0; key < Keys; key++)
            seen.Add((ulong)key * 31);

        Assert.InRange(Enumerable.Range(0, Keys).Count(key => seen.MayBeRepeated((ulong)key * 31)), 0, Keys / 400);
    }

    [Fact]
    public void Keys_of_which_half_is_the_same_are_told_apart()
    {
        var (sameEnd, sameBeginning) = (new KeysSeen(Keys), new KeysSeen(Keys));
        for (var key = 0UL; key < Keys; key++)
        {
            sameEnd.Add(key << 32 | 7);
            sameBeginning.Add(7UL << 32 | key);
        }

        Assert.InRange(Enumerable.Range(0, Keys).Count(key => sameEnd.MayBeRepeated((ulong)key << 32 | 7)), 0, Keys / 400);
        Assert.InRange(Enumerable.Range(0, Keys).Count(key => sameBeginning.MayBeRepeated(7UL << 32 | (uint)key)), 0, Keys / 400);
    }

    [Fact]
    public void Keys_added_on_several_threads_are_known_like_those_of_one()
    {
        var seen = new KeysSeen(Keys);
        Parallel.For(0, 2 * Keys, place => seen.Add((ulong)(place % Keys)));

        Assert.All(Enumerable.Range(0, Keys), key => Assert.True(seen.MayBeRepeated((ulong)key)));
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
