using MedCodes.Validator.Engine.Planned.Screening;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Values;
using MedCodes.Validator.Tests.Engine.Generation;

namespace MedCodes.Validator.Tests.Engine.Planned.Screening;

public class ColumnsTests
{
    private static readonly FactKind[] RowKinds = [.. Kinds.InOrder.Where(RowsOf.CanGoThrough)];

    [Fact]
    public void Rows_come_in_the_order_of_the_facts()
    {
        foreach (var claim in Claims())
        {
            foreach (var kind in RowKinds)
            {
                var count = 0;
                for (var rows = new RowsOf(kind, claim.View); rows.MoveNext();)
                    count++;
                Assert.Equal(claim.All.Count(fact => fact.Kind == kind), count);
            }
        }
    }

    [Fact]
    public void Rows_with_equal_numbers_have_equal_values()
    {
        var (texts, seen) = (new TextNumbers(), new Dictionary<(Field, ulong), Value>());
        foreach (var claim in Claims())
        {
            foreach (var kind in RowKinds)
            {
                var facts = claim.All.Where(fact => fact.Kind == kind).ToList();
                var place = 0;
                for (var rows = new RowsOf(kind, claim.View); rows.MoveNext(); place++)
                {
                    foreach (var field in kind.AllFields)
                    {
                        if (Columns.Of(field, kind) is not { } column)
                            continue;
                        var value = facts[place][field];
                        var known = seen.GetValueOrDefault((field, column(rows.Current, texts)), value);
                        seen[(field, column(rows.Current, texts))] = value;
                        Assert.True(AreSame(known, value), $"{kind}.{field.Name}: {known} and {value}");
                    }
                }
            }
        }
    }

    private static bool AreSame(Value a, Value b) =>
        a is Value.List one && b is Value.List other ? one.Items.SequenceEqual(other.Items) : a.Equals(b);

    private static IEnumerable<ClaimFacts> Claims()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var one = EngineCase.Of(seed);
            foreach (var patient in PatientInput.CasesOf(one.Patients, RandomLibrary.TryLoad(one.Rules)!.Profiles))
            {
                foreach (var claim in patient.Claims)
                    yield return claim;
            }
        }
    }
}
