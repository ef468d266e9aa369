using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Tests.Architecture;

public sealed class RoomTests
{
    private const string Library = "MedCodes.Validator.";
    private const string SampleRoot = "MedCodes.Validator.Tests.Architecture.Sample.";

    [Fact]
    public void No_room_of_the_library_knows_one_that_it_may_not_know() =>
        Assert.Empty(Forbidden(typeof(Finding).Assembly.Location, Library));

    [Fact]
    public void Every_room_of_the_library_has_its_place_in_the_order()
    {
        var rooms = typeof(Finding).Assembly.GetTypes()
            .Select(type => type.Namespace)
            .OfType<string>()
            .Where(space => space.StartsWith(Library, StringComparison.Ordinal))
            .Select(space => space[Library.Length..].Split('.')[0])
            .Distinct();

        Assert.Empty(rooms.Except(Rooms.Direct.Keys));
    }

    [Fact]
    public void Knowing_is_transitive_and_has_one_direction()
    {
        Assert.True(Rooms.May("Reporting", "Sources"));
        Assert.True(Rooms.May("Engine", "Claims"));
        Assert.False(Rooms.May("Reading", "Rules"));
        Assert.False(Rooms.May("Reading", "Findings"));
        Assert.False(Rooms.May("Batches", "Reporting"));
        Assert.False(Rooms.May("Sources", "Claims"));
    }

    [Fact]
    public void A_forbidden_reference_is_found_wherever_it_hides()
    {
        var found = Forbidden(typeof(RoomTests).Assembly.Location, SampleRoot);

        // Each type of the sample's Reading room hides a reference to its Rules room in another way.
        var guilty = typeof(RoomTests).Assembly.GetTypes()
            .Where(type => type.Namespace == SampleRoot + "Reading" && !type.IsNested && type.Name != nameof(Sample.Reading.Innocent))
            .Select(type => type.FullName!)
            .Order(StringComparer.Ordinal);
        Assert.Equal(guilty, found.Select(pair => pair.From).Distinct().Order(StringComparer.Ordinal));
    }

    private static IReadOnlyList<(string From, string To)> Forbidden(string assembly, string root) =>
    [
        .. TypeReferences.In(assembly)
            .Where(pair => pair.From.StartsWith(root, StringComparison.Ordinal) && pair.To.StartsWith(root, StringComparison.Ordinal))
            .Where(pair => !Rooms.May(RoomOf(pair.From), RoomOf(pair.To))),
    ];

    private static string RoomOf(string type, string root) => type[root.Length..].Split('.')[0];

    private static string RoomOf(string type) => RoomOf(type, type.StartsWith(SampleRoot, StringComparison.Ordinal) ? SampleRoot : Library);
}
