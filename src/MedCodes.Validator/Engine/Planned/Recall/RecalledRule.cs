using System.Collections.Immutable;
using MedCodes.Validator.Engine.Planned.Screening;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Operators;

namespace MedCodes.Validator.Engine.Planned.Recall;

/// <summary>What of a unit's rows decides how a rule about several facts ends on it.</summary>
/// <param name="Number">The rule's place among the engine's.</param>
/// <param name="Plan">The rule.</param>
/// <param name="Kinds">The kinds of row that it binds, in order of name.</param>
/// <param name="Columns">The fields that decide, in order of name.</param>
/// <param name="Day">The date that all it binds have in common, so that each day can be judged by itself; null where they need not.</param>
/// <param name="ReadsPolicy">Whether a parameter of the profile does too.</param>
internal sealed record RecalledRule(
    int Number, RulePlan Plan, ImmutableArray<FactKind> Kinds, ImmutableArray<UnitColumn> Columns, Field? Day, bool ReadsPolicy)
{
    /// <summary>Works out what decides; null where something does that no row tells.</summary>
    public static RecalledRule? Of(int number, RulePlan plan)
    {
        var logic = plan.Rule.Logic;
        var entries = logic.AllEntries.Where(entry => entry.Access is null).ToList();
        if (entries.GroupBy(entry => entry.Name, StringComparer.Ordinal).Any(same => same.Select(KindOf).Distinct().Count() > 1))
            return null;
        var kinds = entries.DistinctBy(entry => entry.Name).ToDictionary(entry => entry.Name, KindOf, StringComparer.Ordinal);
        if (entries.Exists(entry => !IsOfRows(KindOf(entry)) || !ComesBehindItsOwnKind(entry, kinds)))
            return null;

        var compared = logic.AllEntries.SelectMany(entry => entry.SameAs.SelectMany(same => new[]
        {
            new Read(entry.Name, same.Own, same.Own == same.Others),
            new Read(same.Other, same.Others, same.Own == same.Others),
        }));
        var tested = logic.Tests.SelectMany(test => test.Reads.Select(read => new Read(read.Name, read.Field, IsComparison(test))))
            .Concat(logic.AllEntries.SelectMany(entry => entry.Access?.Expressions.SelectMany(expression => expression.Reads) ?? [])
                .Select(read => new Read(read.Name, read.Field, OnlyCompared: false)));
        var summed = entries.Where(entry => entry.Total is not null)
            .SelectMany(entry => new[] { entry.Total!.Sum, entry.Total.Distinct }.OfType<Field>().Select(field => new Read(entry.Name, field, OnlyCompared: false)));
        var dated = logic.Tests.Where(test => test.Matcher.GoesByDate)
            .Select(test => kinds.TryGetValue(test.Name, out var kind) && (kind.Find("date") ?? kind.Find("service-date")) is { } date ? new Read(test.Name, date, OnlyCompared: false) : null)
            .ToList();
        var reads = compared.Concat(tested).Concat(summed).Concat(dated.OfType<Read>())
            .Where(read => kinds.TryGetValue(read.Name, out var kind) && IsRead(kind, read.Field))
            .Select(read => new ReadOfKind(kinds[read.Name], read.Field, read.OnlyCompared));
        var day = DayOf(logic);
        var days = day is null && plan.AllEntries.Any(entry => entry.Unseen is not null)
            ? new[] { new ReadOfKind(LineKinds.LineDay, LineKinds.LineDay.Find("date")!, OnlyCompared: false) }
            : [];
        // The key has the profile; what a profile's fact tells of its claim is read there.
        var all = reads.Concat(days)
            .Where(read => read.Field.Kind != ClaimKinds.Profile && read.Field.Kind != ClaimKinds.Patient)
            .Select(read => read with { Kind = read.Kind == ClaimKinds.Profile ? ClaimKinds.Claim : read.Kind })
            .ToList();
        if (dated.Contains(null) || all.Exists(read => Screening.Columns.Of(read.Field, read.Kind) is null))
            return null;

        // A field that is only held against itself decides by which rows share its value, not by the value.
        // Dates bound the days that may not have been seen, unless each day is judged by itself.
        var byValue = all.Where(read => !read.OnlyCompared || !IsComparable(read.Field) || (days.Length > 0 && read.Field.Type.Scalar == ScalarType.Date))
            .Select(read => read.Field)
            .ToHashSet();
        return new RecalledRule(
            number,
            plan,
            [.. kinds.Values.Concat(all.Select(read => read.Kind)).Where(RowsOf.CanGoThrough).Distinct().OrderBy(kind => kind.Name, StringComparer.Ordinal)],
            [
                .. all.Select(read => new UnitColumn(read.Kind, read.Field, byValue.Contains(read.Field)))
                    .Distinct()
                    .OrderBy(column => column.Kind.Name, StringComparer.Ordinal)
                    .ThenBy(column => column.Field.Name, StringComparer.Ordinal),
            ],
            day,
            kinds.ContainsValue(ClaimKinds.Profile) || logic.ReadsPolicy);
    }

    // Every entry behind the first has the first one's date, or stands in the same line or claim as one that has.
    private static Field? DayOf(RuleLogic logic)
    {
        var first = logic.Match[0];
        if (first.Access is not null || first.Total is not null || !first.Kind.IsWithin(LineKinds.Line))
            return null;
        var date = first.Kind.Find("date")!;
        var inCommon = new HashSet<string>([first.Name], StringComparer.Ordinal);
        foreach (var entry in logic.AllEntries.Skip(1).Where(entry => entry.Access is null))
        {
            if (!entry.SameAs.Any(same => inCommon.Contains(same.Other) && IsSameDay(KindOf(entry), same)))
                return null;
            inCommon.Add(entry.Name);
        }

        return date;

        // A line has other days beside the one, so that standing in the same line does not make a day the same.
        bool IsSameDay(FactKind kind, Equality same) => (same.Own == date && same.Others == date)
            || (same.Own == same.Others && same.Own == LineKinds.Line.Find("line") && kind != date.Kind);
    }

    private static FactKind KindOf(Entry entry) => entry.Total?.Of ?? entry.Kind;

    // A patient's or profile's fact is there for every claim, and tells nothing that the claim's profile does not.
    private static bool IsOfRows(FactKind kind) => RowsOf.CanGoThrough(kind) || kind == ClaimKinds.Patient || kind == ClaimKinds.Profile;

    // Rows are kept in the order of the facts of a kind; between kinds no order is kept.
    private static bool ComesBehindItsOwnKind(Entry entry, Dictionary<string, FactKind> kinds) =>
        entry.After is not { } after || (kinds.TryGetValue(after, out var other) && other == KindOf(entry));

    // Which fact stands in which is told by the order of the rows, a total's own fields by its members; the patient is one; and as
    // long as nothing is denied and no history is loaded, the last two are the same for every line.
    private static bool IsRead(FactKind kind, Field field) =>
        kind.IsWithin(field.Kind)
        && !(field.Type.Scalar == ScalarType.Fact && (field.Kind.IsWithin(ClaimKinds.Claim) || field.Name == "patient"))
        && field != LineKinds.Denied
        && field != LineKinds.History;

    // A date that is held against another may also bound the days that an entry asks for.
    private static bool IsComparison(Condition.Is test) =>
        test.Field.Type.Scalar != ScalarType.Date
        && (test.Matcher is Not.Negated not ? not.Inner : test.Matcher) is EqualTo { Value: Expression.OfField other }
        && other.Reference.Field == test.Field;

    private static bool IsComparable(Field field) => !field.Type.IsList && field.Type.Scalar is ScalarType.Code or ScalarType.Date or ScalarType.Fact;

    private sealed record ReadOfKind(FactKind Kind, Field Field, bool OnlyCompared);

    private sealed record Read(string Name, Field Field, bool OnlyCompared);
}

/// <summary>A field that is read from rows of a kind.</summary>
/// <param name="Kind">The kind of the rows.</param>
/// <param name="Field">The field, of the kind or of a whole that it stands in.</param>
/// <param name="ByValue">Whether its value decides; else only which rows have the same.</param>
internal readonly record struct UnitColumn(FactKind Kind, Field Field, bool ByValue);
