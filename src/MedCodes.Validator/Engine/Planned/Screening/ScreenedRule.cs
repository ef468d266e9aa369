using System.Collections.Immutable;
using MedCodes.Validator.Engine.Planned.Joining;
using MedCodes.Validator.Reference;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.CodeSets;
using MedCodes.Validator.Rules.Model;

namespace MedCodes.Validator.Engine.Planned.Screening;

/// <summary>What of a rule can be decided from the values of one row.</summary>
/// <param name="Number">The rule's place among the engine's.</param>
/// <param name="Plan">The rule.</param>
/// <param name="Columns">The fields that decide, in order of name.</param>
/// <param name="GoesByDay">Whether the date that counts decides too, by what tables and dated code sets hold on it.</param>
/// <param name="IsWhole">Whether they decide all of it; else only whether a binding may begin with the row.</param>
/// <param name="Steps">How many entries of <c>match</c> they decide.</param>
internal sealed record ScreenedRule(
    int Number, RulePlan Plan, ImmutableArray<Field> Columns, bool GoesByDay, bool IsWhole, int Steps)
{
    private static readonly Field TheClaim = ClaimKinds.Claim.Find("claim")!;

    private readonly ImmutableArray<CodeSet> _sets = [.. Plan.Rule.Logic.Tests.SelectMany(test => test.Matcher.DatedSets).Distinct()];

    /// <summary>A test that numbers decide, of values that hardly ever come again: how it comes out counts, not the values. Null for none.</summary>
    public Condition.Is? Sign { get; init; }

    /// <summary>What must hold of the row, its claim or its profile, or the rule does not begin there.</summary>
    public IEnumerable<Condition> Conditions => Plan.Rule.Logic.Match.Take(Steps)
        .Where(entry => entry == Plan.Rule.Logic.Match[0] || IsTied(Plan.Rule.Logic.Match[0], entry))
        .SelectMany(entry => EntryPlan.PartsOf(entry));

    /// <summary>The days around one on which the code sets that it asks have the same codes.</summary>
    /// <param name="day">The number of the day.</param>
    public DaySpan DaysLike(ulong day)
    {
        var alike = DaySpan.Always;
        if (!Words.IsPlainDay(day))
            return alike;
        foreach (var set in _sets)
            alike = alike.And(set.DaysLike(Words.DayOf(day)));
        return alike;
    }

    /// <summary>Works out what the values of the row of a rule's first fact decide.</summary>
    public static ScreenedRule Of(int number, RulePlan plan)
    {
        var logic = plan.Rule.Logic;
        var subject = logic.Match[0];
        if (plan.Rule.Scope == Scope.Claim && IsAboutOneRow(plan) && DecidedBy(plan, logic.AllEntries, logic.Tests) is var (whole, sign))
            return new ScreenedRule(number, plan, whole, GoesByDayOf(subject, logic.AllEntries, logic.Tests), IsWhole: true, logic.Match.Length) { Sign = sign };

        // What hangs on the first fact alone is decided with it.
        for (var steps = 1 + logic.Match.Skip(1).TakeWhile(entry => IsDecidedWith(subject, entry)).Count(); steps > 0; steps--)
        {
            var entries = logic.Match.Take(steps).ToList();
            var tests = entries.SelectMany(entry => entry.Where?.Tests ?? []).ToList();

            // Whose profile counts is not known yet.
            if (plan.TriesProfiles && Parameters(entries, tests))
                continue;
            if (subject.Total is null && subject.Access is null && DecidedBy(plan, entries, tests) is var (columns, signOfThem))
                return new ScreenedRule(number, plan, columns, GoesByDayOf(subject, entries, tests), IsWhole: false, steps) { Sign = signOfThem };
        }

        return Undecided(number, plan);
    }

    /// <summary>A rule of which no row decides anything.</summary>
    public static ScreenedRule Undecided(int number, RulePlan plan) => new(number, plan, [], GoesByDay: false, IsWhole: false, 0);

    // What a value led to that hardly ever comes again is not worth remembering, and on a fact it takes long to work out. Where one test of
    // numbers is all that reads it, its sign is; else where numbers tell, or a claim's fact is enough, the rule is judged on rows.
    private static (ImmutableArray<Field> Columns, Condition.Is? Sign)? DecidedBy(RulePlan plan, IEnumerable<Entry> entries, IEnumerable<Condition.Is> tests)
    {
        var (subject, all, told) = (plan.Rule.Logic.Match[0], entries.ToList(), tests.ToList());
        if (ColumnsOf(plan, all, told) is not { } columns)
            return null;
        if (told.Where(test => test.Reads.Any(read => Screening.Columns.IsVaried(read.Field))).ToList() is [var sign]
            && IsOfNumbers(subject, all, sign)
            && ColumnsOf(plan, [.. all.Select(entry => entry with { Where = null })], told.Where(test => test != sign)) is { } others
            && !others.Any(Screening.Columns.IsVaried))
        {
            return (others, sign);
        }

        var ofWide = told.Where(test => test.Reads.Any(read => Screening.Columns.IsWide(read.Field)));
        return columns.Any(Screening.Columns.IsWide) && ofWide.All(test => subject.Kind == ClaimKinds.Claim || WordTests.Decide(test)) ? null : (columns, null);
    }

    // Rows of tables have no columns.
    private static bool IsOfNumbers(Entry subject, List<Entry> entries, Condition.Is test) =>
        test.Reads.All(read => (read.Name == subject.Name || entries.Exists(entry => entry.Name == read.Name && IsTied(subject, entry)))
            && Screening.Columns.Of(read.Field, subject.Kind) is not null)
        && WordTests.Decide(test);

    private static bool IsAboutOneRow(RulePlan plan) =>
        plan.Match[0] is { Rows: null, Total: null }
        && plan.AllEntries.Skip(1).All(entry => IsDecidedWith(plan.Match[0].Entry, entry.Entry))
        && !plan.ReadsDenied;

    // Rows of tables, and the claim that a row stands in with its profile.
    private static bool IsDecidedWith(Entry subject, Entry entry) => entry.Access is not null || IsTied(subject, entry);

    private static bool IsTied(Entry subject, Entry entry) =>
        (entry.Kind == ClaimKinds.Profile || (entry.Kind == ClaimKinds.Claim && subject.Kind != ClaimKinds.Claim))
        && entry is { Total: null, After: null, SameAs: [var same] } && same.Other == subject.Name && same.Own == TheClaim && same.Others == TheClaim;

    private static ImmutableArray<Field>? ColumnsOf(RulePlan plan, IEnumerable<Entry> entries, IEnumerable<Condition.Is> tests)
    {
        var subject = plan.Rule.Logic.Match[0];
        var all = entries.ToList();
        var rows = all.Where(entry => entry.Access is not null).Select(entry => entry.Name).ToHashSet(StringComparer.Ordinal);
        var own = all.Where(entry => IsTied(subject, entry)).Select(entry => entry.Name).Append(subject.Name).ToHashSet(StringComparer.Ordinal);
        var reads = all.SelectMany(entry => ReadsOf(subject, entry)).Concat(tests.SelectMany(test => test.Reads)).Where(read => !rows.Contains(read.Name)).ToList();
        if (reads.Exists(read => !own.Contains(read.Name)))
            return null;
        var fields = reads.Select(read => read.Field).Where(field => field != TheClaim && field.Kind != ClaimKinds.Profile).ToList();
        if (tests.Any(test => test.Matcher.GoesByDate && (test.Name != subject.Name || subject.Kind.DateThatCounts is null)))
            return null;
        return fields.TrueForAll(field => Screening.Columns.Of(field, subject.Kind) is not null)
            ? [.. fields.Distinct().OrderBy(field => field.Name, StringComparer.Ordinal)]
            : null;
    }

    private static IEnumerable<FieldReference> ReadsOf(Entry subject, Entry entry) => AsksByDay(subject, entry)
        ? (entry.Where?.Reads ?? []).Concat(entry.Access!.Key.SelectMany(part => part.Value.Reads))
        : entry.Reads;

    private static bool GoesByDayOf(Entry subject, IEnumerable<Entry> entries, IEnumerable<Condition.Is> tests) =>
        entries.Any(entry => AsksByDay(subject, entry)) || tests.Any(test => test.Matcher.GoesByDate);

    // Which row is in force on a day hardly ever changes, nor which codes a set has.
    private static bool AsksByDay(Entry subject, Entry entry) =>
        entry.Access?.InForce is Expression.OfField { Reference: var date } && date.Name == subject.Name && date.Field == subject.Kind.DateThatCounts;

    private static bool Parameters(IEnumerable<Entry> entries, IEnumerable<Condition.Is> tests) =>
        tests.SelectMany(test => test.Matcher.Arguments).Concat(entries.SelectMany(entry => entry.Access?.Expressions ?? []))
            .Any(expression => expression.Parameters.Any());
}
