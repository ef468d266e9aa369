using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Tests.Sources;

/// <summary>Faults are what they were and come in the same order, whether they are in memory or in a file.</summary>
public sealed class FaultListTests
{
    private static readonly SourceFile File = SourceFile.FromBytes("many.837", new byte[1]);

    [Theory]
    [InlineData(0, 16_384)]
    [InlineData(900, 0)]
    [InlineData(5_000, 2_048)]
    [InlineData(5_000, 0)]
    [InlineData(5_000, 16_384)]
    public void What_was_taken_is_given_back(int count, int mostInMemory)
    {
        var (faults, list) = Make(count, mostInMemory);

        Assert.Equal(count, list.Count);
        Assert.Equal(faults, list);
        Assert.Equal(faults.Select((fault, number) => (fault, number)).OrderBy(fault => fault.fault.Span.Offset), list.InOrder());
    }

    [Fact]
    public void It_may_be_read_again_and_by_several_at_a_time()
    {
        var (faults, list) = Make(6_000, 1_024);

        Parallel.For(0, 4, _ => Assert.Equal(faults, list));
    }

    [Fact]
    public void Those_that_are_asked_for_are_left_and_one_more_comes_last()
    {
        var (faults, list) = Make(4_000, 1_024);
        var last = faults[0] with { Kind = FaultKind.FileChanged, Path = "" };

        Assert.Equal(faults.Where(fault => fault.Kind is FaultKind.BinaryFile or FaultKind.EmptyFile), list.OfKinds([FaultKind.BinaryFile, FaultKind.EmptyFile], new FaultRoom()));
        Assert.Equal(faults, list.OfKinds(Enum.GetValues<FaultKind>(), new FaultRoom()));
        Assert.Empty(list.OfKinds([FaultKind.FileChanged], new FaultRoom()));
        Assert.False(list.HasAny(FaultKind.FileChanged));
        Assert.True(list.With(last).HasAny(FaultKind.FileChanged));
        Assert.Equal([.. faults, last], list.With(last));
        Assert.Equal((last, 4_000), list.With(last).InOrder().First(fault => fault.Number == 4_000));
    }

    [Fact]
    public void What_is_kept_in_memory_of_many_files_is_bounded_together()
    {
        var (faults, list) = Make(900, int.MaxValue);
        using var room = new FaultRoom(2_000);

        var lists = Enumerable.Range(0, 10).Select(_ => list.OfKinds(Enum.GetValues<FaultKind>(), room)).ToList();

        Assert.All(lists, each => Assert.Equal(faults, each));
        Assert.Equal(1_800, lists.Sum(each => each.Count(fault => faults.Exists(one => ReferenceEquals(one, fault)))));
    }

    [Fact]
    public void Every_kind_has_a_place_in_a_set() => Assert.All(Enum.GetValues<FaultKind>(), kind => Assert.InRange((int)kind, 0, 63));

    // Mostly in order, some far back, some at one place, with every kind of text.
    private static (List<Fault> Faults, FaultList List) Make(int count, int mostInMemory)
    {
        var random = new Random(count);
        var builder = new FaultList.Builder(new FaultRoom(mostInMemory));
        var faults = new List<Fault>();
        for (var i = 0; i < count; i++)
        {
            faults.Add(new Fault
            {
                Kind = (FaultKind)(1 + random.Next(5)),
                File = File,
                Span = new SourceSpan(random.Next(50) == 0 ? random.Next(i * 4 + 1) : i / 3 * 12, random.Next(100)),
                Path = random.Next(4) == 0 ? "" : $"2300[{i}]/DTP03",
                Claim = random.Next(3) == 0 ? null : random.Next(i + 1),
                Expected = random.Next(3) == 0 ? null : "CCYYMMDD",
                Found = random.Next(4) switch { 0 => null, 1 => "", 2 => "Zoë \ud83d", _ => new string('x', 400) },
                FoundPrivacy = (Privacy)random.Next(3),
            });
            builder.Add(faults[^1]);
        }

        return (faults, builder.ToList());
    }
}
