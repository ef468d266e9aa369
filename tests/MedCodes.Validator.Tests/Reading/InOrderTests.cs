using System.Collections.Concurrent;
using MedCodes.Validator.Reading;

namespace MedCodes.Validator.Tests.Reading;

public sealed class InOrderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Results_that_nobody_takes_are_disposed_of_and_those_that_were_taken_are_not(int jobs)
    {
        var made = new ConcurrentBag<Held>();
        var work = Enumerable.Range(0, 40).Select<int, Func<Held>>(number => () =>
        {
            var held = new Held(number);
            made.Add(held);
            return held;
        });

        var taken = InOrder.Of(work, new Workers(jobs)).Take(3).ToList();

        Assert.Equal([0, 1, 2], taken.Select(held => held.Number));
        Assert.All(made, held => Assert.Equal(held.Number < 3 ? 0 : 1, held.Disposals));
    }

    [Fact]
    public void What_was_made_behind_a_piece_that_fails_is_disposed_of()
    {
        var made = new ConcurrentBag<Held>();
        var work = Enumerable.Range(0, 40).Select<int, Func<Held>>(number => () =>
        {
            if (number == 0)
                throw new InvalidDataException("broken");
            var held = new Held(number);
            made.Add(held);
            return held;
        });

        Assert.Throws<InvalidDataException>(() => InOrder.Of(work, new Workers(3)).ToList());

        Assert.All(made, held => Assert.Equal(1, held.Disposals));
    }

    private sealed class Held(int number) : IDisposable
    {
        public int Number => number;

        public int Disposals { get; private set; }

        public void Dispose() => Disposals++;
    }
}
