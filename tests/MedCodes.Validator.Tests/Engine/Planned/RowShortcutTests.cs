using MedCodes.Validator.Engine;
using MedCodes.Validator.Engine.Naive;
using MedCodes.Validator.Engine.Planned;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules;

namespace MedCodes.Validator.Tests.Engine.Planned;

/// <summary>What the built-in engine passes over, because it can say no more than was said, against the definition.</summary>
public sealed class RowShortcutTests
{
    public static TheoryData<string> Engines => ["naive", "built-in"];

    [Theory]
    [MemberData(nameof(Engines))]
    public void What_is_not_evaluated_again_on_one_claim_is_no_pass_of_another(string engine)
    {
        var trial = new Trial
        {
            Engine = Make(engine),
            Rules =
            [
                """
                match: { line: { is: line, where: { code: 99213 } } }
                forbid: { other: { is: line, same-as: { line: [patient] }, where: { code: 99214 } } }
                report: [other, line]
                """,
            ],
            Claims = [Some.Claim(Some.Line("99213"), Some.Line("99213")), Some.Claim(Some.Line() with { Code = null })],
        };

        Assert.Equal((Outcome.NotApplicable, Outcome.NotEvaluated), (trial.Outcome(claim: 1), trial.Outcome(claim: 2)));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_demand_that_fails_for_what_is_known_fails_though_something_unknown_was_matched_before(string engine) => Assert.Equal(Outcome.Fail, new Trial
    {
        Engine = Make(engine),
        Rules =
        [
            """
            match:
              claim: { is: claim }
              line: { is: line, same-as: { claim: [claim] }, where: { code: 99213 } }
            require: { diagnosis: { is: diagnosis, same-as: { claim: [claim] }, where: { position: 9 } } }
            """,
        ],
        Claims = [Some.Claim(Some.Line() with { Code = null }, Some.Line("99213"))],
    }.Outcome());

    private static Func<RuleSet, IRuleEngine> Make(string engine) => rules => engine == "naive" ? new NaiveEngine(rules) : new PlannedEngine(rules);
}
