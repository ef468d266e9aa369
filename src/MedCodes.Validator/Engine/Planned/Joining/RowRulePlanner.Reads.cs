using System.Collections.Immutable;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Model;

namespace MedCodes.Validator.Engine.Planned.Joining;

/// <summary>Plans what is read of rows and asked of tables.</summary>
internal sealed partial class RowRulePlanner
{
    private sealed partial class OfRule
    {
        private RowQuestion Question(List<int> known, IEnumerable<Expression> expressions)
        {
            var all = expressions.ToList();
            var question = new RowQuestion(
                known.Count,
                [.. all.SelectMany(expression => expression.Reads).SelectMany(read => ReadsOf(read, null, byDistance: false)).Distinct()],
                all.Exists(expression => expression.Parameters.Any()));
            known.Add(question.Width);
            return question;
        }

        // Rules ask the same of the same rows: what a code is in a table on the line's date.
        private RowQuestion Search(TableAccess access)
        {
            var date = DayOf(access);
            var question = Question(_planner._tables, date is null ? access.Expressions : access.Key.Select(part => part.Value)) with { Day = date };
            if (question.Reads.IsEmpty || !IsOfOneRow(date is { } own ? [.. question.Reads, own] : question.Reads, question.ReadsPolicy))
                return question;
            var kind = _planner.Columns.Kinds[_kinds[question.Reads[0].Slot]];
            var words = $"{kind.Kind.Name} {access.Table} {string.Join(", ", access.Key.Select(part => $"{part.Column} {InWords(part.Value)}"))}, {(access.InForce is { } day ? InWords(day) : "")}";
            if (_planner._sharedSearches.TryGetValue(words, out var same))
                return same with { Reads = [.. same.Reads.Select(read => read with { Slot = question.Reads[0].Slot })], Day = question.Day };
            return _planner._sharedSearches[words] = question with { OfRow = kind.AddSearch() };
        }

        // A date that decides nothing else: what is found on it is found on other days too.
        private RowRead? DayOf(TableAccess access) =>
            access.InForce is Expression.OfField { Reference: var date } && _kinds[SlotOf(date.Name)] >= 0
            && !access.Key.Any(part => part.Value.Reads.Contains(date))
                ? Read(SlotOf(date.Name), date.Field)
                : null;

        private static string InWords(Expression expression) => expression switch
        {
            Expression.OfField field => $"{field.Reference.Field.Kind.Name}.{field.Reference.Field.Name}",
            Expression.OfPolicy policy => $"policy.{policy.Parameter.Name}",
            Expression.Computed computed => $"({InWords(computed.Left)} {computed.Operator} {InWords(computed.Right)})",
            Expression.TimeSpan span => $"{InWords(span.Count)} {span.Unit}",
            Expression.Literal { Value: Rules.Values.Value.List list } => string.Join('|', list.Items),
            Expression.Literal literal => literal.Value.ToString(),
            _ => throw new InvalidOperationException($"No words are defined for {expression.GetType().Name}."),
        };

        private IEnumerable<RowRead> DateOf(Condition.Is test)
        {
            var slot = SlotOf(test.Name);
            if (_kinds[slot] < 0)
                return [new RowRead(slot, -1, ReadAs.Value)];
            if (_planner.Columns.Kinds[_kinds[slot]].Kind.DateThatCounts is { } date)
                return [Read(slot, date)];
            _isTold = false;
            return [];
        }

        private IEnumerable<RowRead> ReadsOf(FieldReference read, Condition.Is? test, bool byDistance)
        {
            var slot = SlotOf(read.Name);

            // As long as nothing is denied and no history is loaded, the two are the same for every line.
            if (_kinds[slot] >= 0 && (read.Field == LineKinds.Denied || read.Field == LineKinds.History))
                return [new RowRead(slot, -1, ReadAs.Value)];
            if (_kinds[slot] < 0 || read.Field.Kind != ClaimKinds.Profile)
                return [Read(slot, read.Field) with { As = Of() }];
            var kind = _planner.Columns.Kinds[_kinds[slot]];
            return [new RowRead(slot, kind.Policy(), ReadAs.Value)];

            ReadAs Of() => test?.Matcher is Rules.Operators.Present.IsThere ? ReadAs.Presence
                : byDistance && read.Field.Type.Scalar == ScalarType.Date ? ReadAs.Distance
                : ReadAs.Value;
        }

        private RowRead Read(int slot, Field field)
        {
            if (_kinds[slot] < 0)
                return new RowRead(slot, -1, ReadAs.Value);
            var column = _planner.Columns.Kinds[_kinds[slot]].NumberOf(field);
            _isTold &= column >= 0 && field.Type.Scalar != ScalarType.Fact;
            return new RowRead(slot, column, ReadAs.Value);
        }

        private int SlotOf(string name) => _plan.Names.IndexOf(name);
    }
}
