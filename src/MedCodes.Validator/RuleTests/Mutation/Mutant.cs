using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.RuleTests.Mutation;

/// <summary>A rule with one thing changed.</summary>
/// <param name="Change">What is changed.</param>
/// <param name="Written">The logic as it would be written.</param>
/// <param name="Rule">The rule that it makes.</param>
internal sealed record Mutant(Change Change, YamlMapping Written, Rule Rule);
