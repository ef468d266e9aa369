using MedCodes.Validator.Engine.Planned;

namespace MedCodes.Validator.Tests.Engine.Planned;

/// <summary>What is remembered of keys is what was said of them last, however full the memory is.</summary>
public sealed class ValueMemoTests
{
    [Theory]
    [InlineData(0, 1, 8)]
    [InlineData(1, 4000, 1 << 12)]
    [InlineData(1, 300, 64)]
    [InlineData(3, 5000, 256)]
    public void A_key_that_is_found_leads_to_what_was_added_last(int width, int keys, int most)
    {
        var random = new Random(width * 31 + keys);
        var memo = new ValueMemo<string>(width, most);
        var all = new Dictionary<int, string>();
        var found = 0;
        for (var i = 0; i < 40_000; i++)
        {
            var number = random.Next(keys);
            ulong[] key = [.. Enumerable.Range(2, width).Select(divisor => (ulong)(number % divisor))];
            if (width > 0)
                key[^1] = (ulong)number;
            if (memo.TryFind(key, out var result))
            {
                found++;
                Assert.Equal(all[number], result);
            }

            // Few results are common, others belong to one key.
            if (random.Next(3) == 0)
                memo.Add(key, all[number] = random.Next(2) == 0 ? $"common {random.Next(6)}" : $"own {i}");
        }

        Assert.True(found > 1_000);
    }

    [Fact]
    public void As_many_keys_as_it_may_hold_are_all_found()
    {
        var memo = new ValueMemo<int>(1, 1_000);
        for (var key = 0UL; key < 1_000; key++)
            memo.Add([key], (int)key * 3);

        Assert.All(Enumerable.Range(0, 1_000), key => Assert.True(memo.TryFind([(ulong)key], out var result) && result == key * 3));
    }

    [Fact]
    public void A_look_up_ends_however_many_keys_led_to_the_same_result()
    {
        var memo = new ValueMemo<string>(1, 64);
        for (var key = 0UL; key < 100_000; key++)
            memo.Add([key * 7919], "none");

        Assert.False(memo.TryFind([1], out _));
    }

    [Fact]
    public void Nothing_is_found_that_was_forgotten()
    {
        var memo = new ValueMemo<int>(1);
        memo.Add([7], 3);
        memo.Clear();

        Assert.False(memo.TryFind([7], out _));
    }
}
