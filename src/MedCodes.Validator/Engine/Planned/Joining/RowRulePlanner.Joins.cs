using System.Collections.Immutable;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Model;

namespace MedCodes.Validator.Engine.Planned.Joining;

/// <summary>Plans what rows have in common.</summary>
internal sealed partial class RowRulePlanner
{
    private sealed partial class OfRule
    {
        // What it is joined to must be a row whatever the rule binds, as the first one is.
        private static RowEntry? TwinOf(RowRule rule)
        {
            var reported = rule.Match.Concat(rule.Groups.SelectMany(group => group)).Where(entry => rule.Plan.Report is [var only] && entry.Plan.Slot == only);
            return reported.ToList() is [{ Twins: >= 0 } twin] && twin.Joins[0].Other == rule.Match[0].Plan.Slot ? twin : null;
        }

        // Names stand for different rows, so that what a demand finds goes by all rows of the kind that are bound.
        private static int DecisiveOf(RowRule rule)
        {
            var logic = rule.Plan.Rule.Logic;
            var demanded = logic.Demand.AllGroups.SelectMany(group => group).ToList();
            var tests = (logic.Demand is Demand.Check check ? check.Condition.Tests : []).Concat(logic.Unless?.Tests ?? []).Concat(demanded.SelectMany(entry => entry.Where?.Tests ?? []));
            var names = demanded.SelectMany(entry => entry.RefersTo.Concat(entry.Reads.Select(read => read.Name)))
                .Concat(tests.SelectMany(test => test.Reads.Select(read => read.Name).Append(test.Name)))
                .Concat(logic.Report)
                .ToHashSet(StringComparer.Ordinal);
            var kinds = rule.Groups.SelectMany(group => group).Where(entry => entry is { Kind: >= 0, Plan.Total: null }).Select(entry => entry.Kind).ToHashSet();
            var decisive = rule.Match.Length;
            while (decisive > 1 && rule.Match[decisive - 1] is var last && !names.Contains(last.Plan.Entry.Name) && !(last.Plan.Total is null && kinds.Contains(last.Kind)))
                decisive--;
            return decisive;
        }

        // A finding is told apart by what is reported and by rows of tables, or by what its subject says.
        private static bool FailsOnce(RowRule rule)
        {
            var (first, logic) = (rule.Match[0].Plan.Slot, rule.Plan.Rule.Logic);
            var isOne = logic.OncePer.IsEmpty ? rule.Plan.AllEntries.All(entry => entry.Rows is null) : logic.Subject == rule.Plan.Names[first];
            return isOne && rule.Plan.Report[0] == first && (rule.Plan.Denies < 0 || rule.Plan.Denies == first);
        }

        private static RowReach? ReachOf(RowEntry entry, ImmutableArray<RowEntry> entriesBehind) => entry.Plan.Reach is not { } reach ? null : new RowReach(
            entry,
            PartsFixedBy(entry, [entry.Plan.Entry.Name]),
            [.. reach.Behind.Select(plan => entriesBehind.First(other => other.Plan == plan)).Select(table => (table, PartsFixedBy(table, [table.Plan.Entry.Name, entry.Plan.Entry.Name])))]);

        private static ImmutableArray<RowTest> PartsFixedBy(RowEntry entry, string[] names) =>
            [.. EntryPlan.PartsOf(entry.Plan.Entry).Zip(entry.Parts).Where(part => part.First.IsFixedBy(names)).Select(part => part.Second)];

        private int TwinsOf(int kind, ImmutableArray<RowEquality> joins)
        {
            if (kind < 0 || joins.Select(join => join.Other).Distinct().ToList() is not [var other] || _kinds[other] != kind)
                return -1;
            return _planner.Columns.Kinds[kind].NumberOfTwins(
                joins.Where(join => join.Own >= 0).Select(join => join.Own),
                joins.Any(join => join.Kind == EqualityKind.Claim),
                joins.Any(join => join.Kind == EqualityKind.Line));
        }

        private RowEquality Join(EntryPlan entry, Equality same)
        {
            var other = SlotOf(same.Other);
            if (same.Own.Type.Scalar == ScalarType.Fact)
            {
                var kind = same.Own != same.Others ? default
                    : same.Own == ClaimKinds.Claim.Find("claim") ? EqualityKind.Claim
                    : same.Own == LineKinds.Line.Find("line") ? EqualityKind.Line
                    : same.Own == ClaimKinds.Claim.Find("patient") ? EqualityKind.Patient
                    : same.Own == FileKinds.File.Find("file") ? EqualityKind.File
                    : default;
                _isTold &= kind != default && _kinds[other] >= 0;
                return new RowEquality(other, kind, -1, -1, null);
            }

            var (own, others) = (Read(entry.Slot, same.Own), Read(other, same.Others));
            var slowly = NewTest(
                frame => Rules.Values.Comparison.Equal(frame[entry.Slot]![same.Own], frame[other]![same.Others]),
                [own, others],
                readsPolicy: false);
            var isPlain = same.Own == same.Others && WordTests.TellEquality(same.Own) && _kinds[other] >= 0;
            var equality = new RowEquality(other, EqualityKind.Values, isPlain ? own.Column : -1, isPlain ? others.Column : -1, slowly);
            return !isPlain && same.Own == same.Others && own.Column >= 0 && own.Column == others.Column && _kinds[other] == _kinds[entry.Slot]
                ? equality with { Column = own.Column, OfAlike = _planner.Columns.Kinds[_kinds[other]].AddTest(own.Column) }
                : equality;
        }
    }
}
