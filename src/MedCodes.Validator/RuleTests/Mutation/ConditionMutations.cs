using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.RuleTests.Mutation;

/// <summary>Lists the changes of a map of conditions: each goes, and each test is changed.</summary>
internal sealed class ConditionMutations(MatcherMutations matchers)
{
    public IEnumerable<Change> Of(YamlMapping condition, string path)
    {
        foreach (var (key, value) in condition.Entries)
        {
            var own = $"{path}.{key.Text}";
            switch (key.Text, value)
            {
                case ("in-force", _):
                    break;
                case ("all" or "any", YamlSequence list):
                    foreach (var change in OfList(list, own))
                        yield return change;
                    yield return new Change(own, "dropped", key);
                    break;
                case ("not", YamlMapping inner):
                    foreach (var change in Of(inner, own))
                        yield return change;
                    yield return new Change(own, "dropped", key);

                    // Of one test what is negated twice is what is tested for the opposite.
                    if (inner.Entries.Length > 1)
                        yield return new Change(own, "negated", inner, inner.Under("not"));
                    break;
                default:
                    yield return new Change(own, "dropped", key);
                    foreach (var change in matchers.Of(value, own))
                        yield return change;
                    break;
            }
        }
    }

    private IEnumerable<Change> OfList(YamlSequence list, string path)
    {
        foreach (var (index, item) in list.Items.Index())
        {
            var own = $"{path}[{index + 1}]";
            var inside = item is YamlMapping map ? Of(map, own).ToList() : [];

            // Of a part that is one test, the test and the part go together.
            var isOne = item is YamlMapping { Entries: [var only] };
            foreach (var change in isOne ? inside.Where(change => change is not { Instead: null } || change.What != "dropped") : inside)
                yield return change;
            if (list.Items.Length > 1)
                yield return new Change(own, "dropped", item);
        }
    }
}
