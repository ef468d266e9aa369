using System.Collections.Immutable;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules.Loading;
using MedCodes.Validator.Rules.Profiles;

namespace MedCodes.Validator.RuleTests;

/// <summary>A test with all made that is the same for every text of its rule.</summary>
/// <param name="Test">The test.</param>
/// <param name="Files">What it is run on.</param>
/// <param name="Library">What rules may name, its tables among them.</param>
/// <param name="Profiles">The payer profiles with its parameters.</param>
internal sealed record RuleTestCase(RuleTest Test, ImmutableArray<LoadedFile> Files, Library Library, ImmutableArray<Profile> Profiles);

/// <summary>How a rule ended on a case.</summary>
/// <param name="Outcome">The worst outcome.</param>
/// <param name="Reason">For not evaluated, what was missing.</param>
/// <param name="Places">Where its findings are, in order.</param>
/// <param name="Crash">What the rule crashed with; null where it did not.</param>
internal sealed record RuleTestEnd(Outcome Outcome, string? Reason, ImmutableArray<ExpectedPlace> Places, string? Crash);
