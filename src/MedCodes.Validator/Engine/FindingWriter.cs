using System.Collections.Immutable;
using System.Globalization;
using MedCodes.Validator.Documents.Interpretation;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Reference;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Values;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Engine;

/// <summary>Writes a finding: its place, its words and its proof.</summary>
internal static class FindingWriter
{
    /// <summary>Writes a finding.</summary>
    /// <param name="rule">The rule that fails.</param>
    /// <param name="bound">The names with the facts that they stand for, in the order in which they were bound.</param>
    /// <param name="misses">What was required and not found.</param>
    /// <param name="at">The fact that it is reported at.</param>
    /// <param name="denied">The lines that it denies.</param>
    public static JudgedFinding Write(
        Rule rule, ImmutableArray<(string Name, Fact Fact)> bound, IEnumerable<NearMiss> misses, Fact at, IEnumerable<Fact> denied)
    {
        var facts = bound.ToDictionary(pair => pair.Name, pair => pair.Fact, StringComparer.Ordinal);
        var lines = denied.ToList();
        var charge = LineKinds.Line.Find("charge")!;
        var finding = new Finding
        {
            Rule = rule.Description,
            Severity = (at.Within(ClaimKinds.Claim)?.Content as ClaimContent)?.Profile.SeverityOf(rule.Description) ?? rule.Description.Severity,
            Message = WriteMessage(rule.Logic.Message, facts),
            Place = PlaceOf(rule, facts, at),
            Witnesses = [.. Witnesses(rule, bound), .. misses.Select(Missed)],
            ChargeAtRisk = lines.Count == 0
                ? null
                : lines.Select(line => line[charge]).OfType<Rules.Values.Value.Number>().Sum(number => number.Low ?? 0),
            Deadline = at.Within(ClaimKinds.Claim)?.Content is ClaimContent claim ? DeadlineOf(claim) : null,
            Fingerprint = "",
        };
        return new JudgedFinding(finding, at);
    }

    /// <summary>The last day on which the payer takes the claim: some months after its first service.</summary>
    private static DateOnly? DeadlineOf(ClaimContent claim) =>
        claim.ServiceDate is { } day && claim.Profile[PolicyParameters.TimelyFiling, day] is Rules.Values.Value.Number { Low: { } months } && months is > 0 and < 1200
            ? day.AddMonths((int)months)
            : null;

    private static Message WriteMessage(MessageTemplate template, Dictionary<string, Fact> facts)
    {
        var parts = ImmutableArray.CreateBuilder<MessagePart>();
        foreach (var part in template.Parts)
        {
            if (part.Words is { } words)
                parts.Add(new MessagePart(words, Privacy.Open));
            else if (!facts.TryGetValue(part.Name!, out var fact))
                parts.Add(new MessagePart("none", Privacy.Open));
            else if (part.Field is { } field)
                parts.Add(new MessagePart(Formatting.InMessage(fact[field], field.Type), PrivacyOf(fact, field)));
            else
                parts.Add(new MessagePart(InWords(fact.Place), Privacy.Open));
        }

        return new Message(parts.ToImmutable());
    }

    private static string InWords(Place? place) => place switch
    {
        { Claim: { } claim, Line: { } line } => string.Create(CultureInfo.InvariantCulture, $"claim {claim}, line {line}"),
        { Claim: { } claim } => string.Create(CultureInfo.InvariantCulture, $"claim {claim}"),
        { Section: { } section } => $"section {section}",
        { } elsewhere => elsewhere.File.Path,
        null => "a table",
    };

    /// <summary>The reported fact, and in it the first element that the message names.</summary>
    private static Place PlaceOf(Rule rule, Dictionary<string, Fact> facts, Fact at)
    {
        var place = at.Place ?? throw new InvalidOperationException($"{rule.Id} reports a {at.Kind} that stands nowhere.");
        foreach (var (name, field) in rule.Logic.Message.Reads)
        {
            var owner = facts.GetValueOrDefault(name)?.Within(field.Kind);
            if (owner is not null && owner == at.Within(field.Kind) && field.Kind.IsWithin(at.Kind) && field.Locate?.Invoke(owner) is { Span.Length: > 0 } element)
                return place with { Span = element.Span, Path = element.Path };
        }

        return place;
    }

    /// <summary>Bound facts as the witnesses of a proof.</summary>
    public static IEnumerable<Witness> Witnesses(Rule rule, ImmutableArray<(string Name, Fact Fact)> bound)
    {
        var read = WitnessFields.Of(rule.Logic);
        foreach (var (name, fact) in bound)
        {
            var row = fact.Content as Lookup.Row;
            yield return new Witness
            {
                Name = name,
                Kind = fact.Kind.Name,
                Place = fact.Place,
                Row = row is null ? null : RowOf(row),
                Fields = FieldsOf(fact, read[name, fact.Kind]),
                Members = fact.Content is TotalFact total ? [.. total.Members.Select(member => member.Place).OfType<Place>()] : [],
            };
        }
    }

    private static ImmutableArray<WitnessField> FieldsOf(Fact fact, ImmutableArray<Field> fields)
    {
        var all = ImmutableArray.CreateBuilder<WitnessField>(fields.Length);
        foreach (var field in fields)
        {
            // An open end is no number that a reader could find on the page.
            if (fact[field] is not Value.Number { Low: AmountFact.Open })
                all.Add(FieldOf(fact, field));
        }

        return all.DrainToImmutable();
    }

    private static WitnessField FieldOf(Fact fact, Field field) => new(
        field.Name,
        Formatting.Texts(fact[field], field.Type),
        field.Type.IsList,
        PrivacyOf(fact, field),
        IsNumber: field.Type.Scalar is ScalarType.Number or ScalarType.Amount);

    private static Privacy PrivacyOf(Fact fact, Field field)
    {
        var privacy = fact.Within(field.Kind) is { } owner ? field.PrivacyOf(owner) : field.Privacy;
        return privacy == Privacy.Open && field.Type.Scalar == ScalarType.Code && fact.Within(ClaimKinds.Claim) is not null && !CodeValues.AreIn(fact[field])
            ? Privacy.Identifying
            : privacy;
    }

    private static TableRow RowOf(Lookup.Row row) => new(
        row.Table.Name,
        row.Release.Name,
        [.. row.Key.Select(part => new WitnessField(part.Column, [part.Value], IsList: false, Privacy.Open))],
        row.Extrapolated);

    /// <summary>What was sought and not found as a witness.</summary>
    public static Witness Missed(NearMiss miss) => new()
    {
        Name = miss.Entry.Name,
        Kind = miss.Entry.Kind.Name,
        Absence = new Findings.Absence(Sought(miss.Entry), miss.Nearest?.Place, miss.Failed),
    };

    private static string Sought(Entry entry)
    {
        var same = entry.SameAs.GroupBy(equality => equality.Other, StringComparer.Ordinal)
            .Select(group => $"same {string.Join(", ", group.Select(equality => equality.Own.Name))} as {group.Key}");
        var where = entry.Where?.Tests.Select(test => test.Words) ?? [];
        IEnumerable<string> key = entry.Access is { } access ? [$"a row for this {string.Join(", ", access.Key.Select(part => part.Column))}"] : [];
        return $"{entry.Kind.Name}: {string.Join("; ", key.Concat(same).Concat(where))}";
    }
}
