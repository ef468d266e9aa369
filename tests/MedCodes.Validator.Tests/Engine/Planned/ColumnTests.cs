using System.Text;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Engine.Planned.Screening;
using MedCodes.Validator.Reading.X12;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Values;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Rules;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Tests.Engine.Planned;

/// <summary>Rows are told apart by numbers: equal numbers must be equal values, and equal values of what is only compared equal numbers.</summary>
public class ColumnTests
{
    private static readonly FactKind[] Kinds =
        [ClaimKinds.Claim, ClaimKinds.Diagnosis, ClaimKinds.Provider, LineKinds.Line, LineKinds.LineDay, LineKinds.Modifier, LineKinds.Pointer];

    // Places of an 837 in which odd texts are put: present-on-admission, long modifiers, bytes that are no UTF-8, amounts at the edge.
    private static readonly (string Written, string Odd)[] Damages =
    [
        ("SV1*HC:", "SV1*HC:6449\u00FE"), ("SV1*HC:", "SV1*HC:6449\u00FF"), ("HI*ABK:", "HI*ABK:M5416::::::Y*ABK:"), ("*UN*1", "*UN*-0.000000000000001"),
        (":RT", ":599:598"), (":LT", ":59:59"), ("*XX*", "*XX*1/2"), ("PXC*207L", "PXC*3/4"), ("*11:B:1", "*1:B:7"),
    ];

    [Fact]
    public void Equal_numbers_are_equal_values_and_the_other_way_round()
    {
        var texts = new TextNumbers();
        var seen = new Dictionary<(FactKind Kind, Field Field), List<(ulong Number, Value Value)>>();
        foreach (var claim in Claims())
        {
            foreach (var kind in Kinds)
            {
                var rows = new RowsOf(kind, claim.View);
                for (var place = 0; rows.MoveNext(); place++)
                {
                    foreach (var field in kind.AllFields.Where(field => Columns.Of(field, kind) is not null))
                    {
                        if (!seen.TryGetValue((kind, field), out var values))
                            seen[(kind, field)] = values = [];
                        var (number, value) = (Columns.Of(field, kind)!(rows.Current, texts), claim.AtRow(kind, place)[field]);
                        if (!values.Exists(one => one.Number == number && one.Value.Equals(value)))
                            values.Add((number, value));
                    }
                }
            }
        }

        Assert.True(seen.Values.Sum(values => values.Count) > 500);
        foreach (var ((kind, field), values) in seen)
        {
            foreach (var same in values.GroupBy(one => one.Number))
                Assert.True(field.Type.IsList || same.Select(one => one.Value).Distinct().Count() == 1, $"{kind} {field.Name}: {string.Join(" and ", same.Select(one => one.Value))} have one number");
            foreach (var same in values.Where(_ => field.Type is { IsList: false, Scalar: ScalarType.Code or ScalarType.Date }).GroupBy(one => one.Value))
                Assert.True(same.Count() == 1 || Comparison.ReasonUnknown(same.Key) is not null, $"{kind} {field.Name}: {same.Key} has several numbers");
        }
    }

    private static IEnumerable<ClaimFacts> Claims()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Folder, "fixtures", "claims", "pain-clinic-batch.837"), Encoding.Latin1);
        var institutional = File.ReadAllText(Path.Combine(Repository.Folder, "fixtures", "claims", "every-code-institutional.837"), Encoding.Latin1);
        foreach (var written in Damages.Select(damage => text.Replace(damage.Written, damage.Odd, StringComparison.Ordinal)).Concat([text, institutional, institutional.Replace(":Y", ":N", StringComparison.Ordinal)]))
        {
            var file = SourceFile.FromBytes("odd.837", Encoding.Latin1.GetBytes(written));
            var facts = RunFacts.Of([new LoadedFile(file, [.. X12Reader.Read(file)], [], [])], new ProfileChoice(ShippedRules.Set.Profiles));
            foreach (var claim in facts.Patients.SelectMany(patient => patient.Claims))
                yield return claim;
        }
    }
}
