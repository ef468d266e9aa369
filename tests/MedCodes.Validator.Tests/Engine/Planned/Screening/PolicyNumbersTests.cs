using MedCodes.Validator.Claims.Building;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Engine.Planned.Screening;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Tests.Engine.Planned.Screening;

/// <summary>Claims share a number where the same values of a profile's parameters apply to them.</summary>
public sealed class PolicyNumbersTests
{
    private const string Profile = """
        profile: base
        summary: Base.
        default: yes
        parameters: { timely-filing: [ { value: 6, from: 2024-07-10, through: 2024-08-15 }, { value: 12, from: 2024-08-20 } ] }

        """;

    private static readonly DateOnly AsOf = new(2024, 9, 16);

    private static readonly ProfileChoice Profiles =
        new(new Trial { Rules = ["match: { line: { is: line } }\ncheck: { line.code: 99213 }"], Files = [("profiles/base.yaml", Profile)] }.Load().Profiles);

    private readonly PolicyNumbers _numbers = new();

    [Theory]
    [InlineData("2024-07-10", "2024-08-15", true)]
    [InlineData("2024-07-09", "2024-07-10", false)]
    [InlineData("2024-08-15", "2024-08-16", false)]
    [InlineData("2024-08-16", "2024-08-19", true)]
    [InlineData("2024-08-19", "2024-08-20", false)]
    [InlineData("2024-08-20", "2029-01-01", true)]
    [InlineData("", "2024-07-09", false)]
    [InlineData("", "2024-08-15", false)]
    [InlineData("", "2024-08-20", false)]
    [InlineData("", "", true)]
    public void A_value_holds_from_its_first_day_through_its_last_and_without_a_day_none_is_known(string one, string other, bool isTheSame) =>
        Assert.Equal(isTheSame, NumberOf(one) == NumberOf(other));

    [Fact]
    public void On_another_day_that_stands_for_today_it_is_another_number() =>
        Assert.NotEqual(_numbers.Of(ClaimOn("2024-08-15"), AsOf), _numbers.Of(ClaimOn("2024-08-15"), AsOf.AddDays(1)));

    private ulong NumberOf(string day) => _numbers.Of(ClaimOn(day), AsOf);

    private static ClaimFacts ClaimOn(string day)
    {
        DateOnly? date = day.Length == 0 ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        var builder = new ClaimBatchBuilder();
        builder.Add(Some.Claim(Some.Line() with { Date = date, Through = date }));
        return RunFacts.Of([new LoadedFile(SourceFile.FromBytes("made", ReadOnlyMemory<byte>.Empty), [builder.Build()], [], [])], Profiles).Patients[0].Claims[0];
    }
}
