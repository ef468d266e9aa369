using MedCodes.Validator.Reference.Ncci;
using MedCodes.Validator.Reference.Stores;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Tests.Reference.Ncci;

public sealed class PairStoreTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(7, 481, 500)]
    [InlineData(60, 960, 9_000)]
    [InlineData(3, 2_000, 5_999)]
    public void Every_pair_gets_its_own_rows_and_no_other_pair_any(int firstCodes, int secondCodes, int rows)
    {
        var random = new Random(rows);
        var expected = new Dictionary<(ulong, ulong), List<PairRow>>();
        var builder = new PairStoreBuilder();
        for (var i = 0; i < rows; i++)
        {
            var pair = (Code(random.Next(firstCodes)), Code(random.Next(secondCodes)));
            var row = new PairRow(random.Next(1, 4), random.Next(3), random.Next(3));
            Assert.True(builder.TryAdd(pair.Item1, pair.Item2, row));
            if (!expected.TryGetValue(pair, out var list))
                expected.Add(pair, list = []);
            list.Add(row);
        }

        var store = new PairStore(builder.Build());
        Assert.Equal(rows, store.RowCount);
        for (var first = 0; first <= firstCodes; first++)
        {
            for (var second = 0; second <= secondCodes; second++)
            {
                var found = store.Find(Code(first), Code(second));
                var given = expected.GetValueOrDefault((Code(first), Code(second)), []);
                Assert.Equal(given.Count, found.Count);
                if (found.Count > 0)
                    Assert.Equal(Sorted(given), Sorted(Enumerable.Range(found.Start, found.Count).Select(store.Row)));
            }
        }
    }

    [Fact]
    public void A_lookup_allocates_nothing()
    {
        var builder = new PairStoreBuilder();
        builder.TryAdd(Code(1), Code(2), new PairRow(1, 0, 1));
        var store = new PairStore(builder.Build());
        _ = store.Find(Code(1), Code(2));

        var found = 0;
        var allocated = Allocation.LeastOf(() =>
        {
            for (var i = 0; i < 1000; i++)
                found += store.Find(0x3131313131 + ((ulong)i << 8), 0x3232323232).Count;
        });

        Assert.Equal(0, allocated);
        Assert.Equal(0, found);
    }

    private static IEnumerable<PairRow> Sorted(IEnumerable<PairRow> rows) => rows.OrderBy(row => row.Effective).ThenBy(row => row.Deleted).ThenBy(row => row.Indicator);

    private static ulong Code(int number) => KeyValue.Of($"{number:00000}");
}
