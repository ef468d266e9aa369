using System.Collections.Immutable;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Model;

namespace MedCodes.Validator.Engine.Planned.Screening;

/// <summary>What of a rule can be decided from the values of one row.</summary>
/// <param name="Number">The rule's place among the engine's.</param>
/// <param name="Plan">The rule.</param>
/// <param name="Columns">The fields that decide, in order of name.</param>
/// <param name="ReadsPolicy">Whether a parameter of the profile does too.</param>
/// <param name="IsWhole">Whether they decide all of it; else only whether a binding may begin with the row.</param>
/// <param name="Steps">How many entries of <c>match</c> they decide.</param>
internal sealed record ScreenedRule(
    int Number, RulePlan Plan, ImmutableArray<Field> Columns, bool ReadsPolicy, bool IsWhole, int Steps)
{
    /// <summary>Works out what the values of the row of a rule's first fact decide.</summary>
    public static ScreenedRule Of(int number, RulePlan plan)
    {
        var logic = plan.Rule.Logic;
        var subject = logic.Match[0];
        if (plan.Rule.Scope == Scope.Claim && IsAboutOneRow(plan) && ColumnsOf(plan, logic.AllEntries, AllTests(logic)) is { } whole)
            return new ScreenedRule(number, plan, whole, Parameters(logic.AllEntries, AllTests(logic)), IsWhole: true, logic.Match.Length);

        // Rows of tables that hang on the first fact alone are decided with it.
        for (var steps = 1 + logic.Match.Skip(1).TakeWhile(entry => entry.Access is not null).Count(); steps > 0; steps--)
        {
            var entries = logic.Match.Take(steps).ToList();
            var tests = entries.SelectMany(entry => entry.Where?.Tests ?? []).ToList();

            // Whose profile counts is not known yet.
            if (plan.TriesProfiles && Parameters(entries, tests))
                continue;
            if (subject.Total is null && subject.Access is null && ColumnsOf(plan, entries, tests) is { } columns)
                return new ScreenedRule(number, plan, columns, Parameters(entries, tests), IsWhole: false, steps);
        }

        return Undecided(number, plan);
    }

    /// <summary>A rule of which no row decides anything.</summary>
    public static ScreenedRule Undecided(int number, RulePlan plan) => new(number, plan, [], ReadsPolicy: false, IsWhole: false, 0);

    private static bool IsAboutOneRow(RulePlan plan) =>
        plan.Match[0] is { Rows: null, Total: null }
        && plan.Optional.IsEmpty
        && plan.Match.Skip(1).Concat(plan.Groups.SelectMany(group => group)).All(entry => entry.Rows is not null)
        && !plan.ReadsDenied;

    private static IEnumerable<Condition.Is> AllTests(RuleLogic logic) => logic.Tests;

    private static ImmutableArray<Field>? ColumnsOf(RulePlan plan, IEnumerable<Entry> entries, IEnumerable<Condition.Is> tests)
    {
        var subject = plan.Rule.Logic.Match[0];
        var rows = entries.Where(entry => entry.Access is not null).Select(entry => entry.Name).ToHashSet(StringComparer.Ordinal);
        var reads = entries.SelectMany(entry => entry.Reads).Concat(tests.SelectMany(test => test.Reads)).ToList();
        if (reads.Exists(read => read.Name != subject.Name && !rows.Contains(read.Name)))
            return null;
        var fields = reads.Where(read => read.Name == subject.Name).Select(read => read.Field).ToList();
        if (tests.Any(test => test.Matcher.GoesByDate))
        {
            if (rows.Count > 0 || (subject.Kind.Find("date") ?? subject.Kind.Find("service-date")) is not { } date)
                return null;
            fields.Add(date);
        }

        return fields.TrueForAll(field => Screening.Columns.Of(field, subject.Kind) is not null)
            ? [.. fields.Distinct().OrderBy(field => field.Name, StringComparer.Ordinal)]
            : null;
    }

    private static bool Parameters(IEnumerable<Entry> entries, IEnumerable<Condition.Is> tests) =>
        tests.SelectMany(test => test.Matcher.Arguments).Concat(entries.SelectMany(entry => entry.Access?.Expressions ?? []))
            .Any(expression => expression.Parameters.Any());
}
