using System.Collections.Immutable;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Operators;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>The fields whose values an entry fixes: those that are the same as a bound fact's, and those that a rule writes down.</summary>
/// <param name="Fields">The fields of the entry's facts.</param>
/// <param name="Sources">For each field where the value comes from.</param>
internal sealed record JoinKey(ImmutableArray<Field> Fields, ImmutableArray<KeySource> Sources)
{
    /// <summary>More fields are not needed to tell facts apart.</summary>
    public const int MostFields = 32;

    /// <summary>The key of an entry; null where it fixes nothing.</summary>
    public static JoinKey? Of(Entry entry, Scope scope, Func<string, int> slotOf)
    {
        var parts = new List<(Field Field, KeySource Source)>();
        foreach (var same in entry.SameAs.Where(same => Tells(same.Own, scope)))
            parts.Add((same.Own, new KeySource(slotOf(same.Other), same.Others, null)));
        foreach (var test in EntryPlan.PartsOf(entry).OfType<Condition.Is>().Where(test => test.Name == entry.Name && Tells(test.Field, scope)))
        {
            if (test.Matcher is EqualTo { Value: Expression.Literal literal } && !test.Field.Type.IsList)
                parts.Add((test.Field, new KeySource(-1, null, literal.Value)));
        }

        var distinct = parts.DistinctBy(part => part.Field).OrderBy(part => part.Field.Name, StringComparer.Ordinal).Take(MostFields).ToList();
        return distinct.Count == 0 || entry.Access is not null
            ? null
            : new JoinKey([.. distinct.Select(part => part.Field)], [.. distinct.Select(part => part.Source)]);
    }

    /// <summary>Numbers that equal values share, 0 where a value is not known for sure; which values are, one bit each.</summary>
    public uint Hash(Frame frame, Span<int> hashes)
    {
        var known = 0u;
        for (var i = 0; i < Sources.Length; i++)
        {
            var source = Sources[i];
            var value = source.Written ?? (frame[source.Slot] is { } fact ? fact[source.Field!] : null);
            hashes[i] = 0;
            if (value is not null && ValueHash.TryHash(value, out hashes[i]))
                known |= 1u << i;
        }

        return known;
    }

    // All facts of a claim or patient have the same patient, those of a page the same page, where yes or no would only make for more
    // indexes of as many facts; what is denied changes while a unit is judged.
    private static bool Tells(Field field, Scope scope) => field != LineKinds.Denied && scope switch
    {
        Scope.Claim or Scope.Patient => field.Type.Scalar != ScalarType.Fact || field.Name != "patient",
        Scope.Document => field.Type.Scalar is not (ScalarType.Fact or ScalarType.YesNo),
        _ => true,
    };
}

/// <summary>Where the value of a key's field comes from: a field of a bound name, or the rule itself.</summary>
internal readonly record struct KeySource(int Slot, Field? Field, Value? Written);
