using System.Collections.Frozen;
using System.Collections.Immutable;
using MedCodes.Validator.Reference;

namespace MedCodes.Validator.Tests.Reference;

/// <summary>The days around one on which a table answers the same, held against asking on each of them.</summary>
public sealed class DaysAlikeTests
{
    private const string Code = "64490";
    private static readonly DateOnly First = new(2024, 1, 1);
    private static readonly DateOnly AsOf = First.AddDays(40);

    [Fact]
    public void On_all_days_of_a_span_the_same_is_found()
    {
        var spans = 0;
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var table = TableOf(random);
            var day = First.AddDays(random.Next(60));
            ulong[] key = [.. table.Pack(0, [random.Next(4) == 0 ? "64491" : Code])];
            var answer = table.Find(0, key, day, AsOf);
            var alike = table.DaysLike(day, 0, key, answer);

            Assert.True(alike.First <= day && day <= alike.Last);
            for (var other = First.AddDays(-5); other <= First.AddDays(70); other = other.AddDays(1))
            {
                if (other >= alike.First && other <= alike.Last)
                    Assert.Equal(answer, table.Find(0, key, other, AsOf));
            }

            spans += alike.First < day && alike.Last > day ? 1 : 0;
        }

        Assert.True(spans > 100);
    }

    [Fact]
    public void Where_another_row_comes_into_force_the_span_ends()
    {
        var table = new Table(Definition(RowChoice.Dated, extrapolates: false), [Release(Definition(RowChoice.Dated, extrapolates: false), 0, 100, null, [Row(Code, 10, 19), Row(Code, 20, null)])]);
        ulong[] key = [.. table.Pack(0, [Code])];

        Assert.Equal((10, 19), Around(15));
        Assert.Equal((20, 100), Around(20));
        Assert.Equal((0, 9), Around(9));

        (int First, int Last) Around(int day)
        {
            var alike = table.DaysLike(First.AddDays(day), 0, key, table.Find(0, key, First.AddDays(day), First.AddDays(day)));
            return (alike.First.DayNumber - First.DayNumber, alike.Last.DayNumber - First.DayNumber);
        }
    }

    private static Table TableOf(Random random)
    {
        var definition = Definition(random.Next(2) == 0 ? RowChoice.Dated : RowChoice.Snapshot, random.Next(2) == 0);
        return new Table(definition, Enumerable.Range(0, random.Next(1, 4)).Select(_ =>
        {
            var from = random.Next(50);
            return Release(
                definition,
                from,
                from + random.Next(1, 30),
                random.Next(2) == 0 ? Code : null,
                [.. Enumerable.Range(0, random.Next(4)).Select(_ => Row(Code, random.Next(60), random.Next(2) == 0 ? null : random.Next(60)))]);
        }));
    }

    private static TableDefinition Definition(RowChoice choice, bool extrapolates) => new()
    {
        Name = "limits",
        Summary = "For tests.",
        Columns = [new("code", ColumnType.Code), new("effective", ColumnType.Date), new("deleted", ColumnType.Date)],
        Keys = [["code"]],
        Choice = choice,
        MissingMeansNone = true,
        Extrapolate = extrapolates,
    };

    private static TableRelease Release(TableDefinition definition, int from, int through, string? covered, ImmutableArray<ImmutableArray<Cell>> rows) => new(
        definition,
        $"from {from}",
        "test",
        First.AddDays(from),
        First.AddDays(through),
        new Coverage(covered is null ? null : new[] { covered }.ToFrozenSet(), First.AddDays(from), First.AddDays(through)),
        rows);

    private static ImmutableArray<Cell> Row(string code, int effective, int? deleted) => [Cell.Of(code), Day(effective), deleted is { } last ? Day(last) : default];

    private static Cell Day(int day) => Cell.Parse(First.AddDays(day).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), ColumnType.Date)!.Value;
}
