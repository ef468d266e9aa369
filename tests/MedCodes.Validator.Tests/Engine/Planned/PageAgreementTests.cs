using MedCodes.Validator.Engine.Planned;
using MedCodes.Validator.Tests.Engine.Generation;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Tests.Engine.Planned;

/// <summary>The built-in engine against the definition, on random rules about random pages.</summary>
public class PageAgreementTests
{
    [Fact]
    public void Built_in_engine_gives_what_the_definition_gives_on_pages() => PageAgreement.OnRandomCases(40, rules => new PlannedEngine(rules));

    [Fact]
    public void Without_shortcuts_it_says_the_same() => PageAgreement.OnRandomCases(20, rules => new PlannedEngine(rules, Shortcuts.None), first: 100);

    [Theory]
    [MemberData(nameof(AgreementTests.WayNames), MemberType = typeof(AgreementTests))]
    public void Every_shortcut_can_be_switched_off_and_nothing_changes_on_pages(string way) =>
        PageAgreement.OnRandomCases(6, rules => new PlannedEngine(rules, AgreementTests.Ways[way]), first: 200);

    [LongFact]
    [Trait("Length", "Long")]
    public void Built_in_engine_gives_what_the_definition_gives_on_thousands_of_pages() =>
        PageAgreement.OnRandomCases(LongRun.Of(2000), rules => new PlannedEngine(rules), LongRun.First);
}
