using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Reporting;

namespace MedCodes.Validator.Tests.Findings;

/// <summary>Findings with everything that they can hold, in any combination.</summary>
internal static class RandomFindings
{
    private static readonly ImmutableArray<RuleDescription> Rules =
        [SampleReport.AddOnAlone.Rule, SampleReport.PatientNamed.Rule, SampleReport.CodeOnPage.Rule];

    private static readonly ImmutableArray<SourceFile> Files = [SampleReport.BatchFile, SampleReport.PageFile];

    // Words that come up again, words of other scripts, signs of two code units, half of one, nothing, and more than a palette takes.
    private static Gen<string> Text => Gen.Frequency(
        (6, Gen.Elements("line", "code", "64491", "2300[1]/2400[2]/SV101", "", "médecin", "\u2022\u2022", "a\0b", "\ud83d\ude80", new string('x', 300))),
        (1, Gen.Constant("\ud83d")),
        (3, Gen.Choose(0, 1000).Select(number => $"word {number}")));

    private static Gen<Place> Place =>
        from file in Gen.Elements<SourceFile>(Files)
        from offset in Gen.OneOf(Gen.Choose(0, 60).Select(small => (long)small), Gen.Choose(0, int.MaxValue).Select(large => 5L * large))
        from length in Gen.Choose(0, 20)
        from claim in Optional(Gen.Choose(1, int.MaxValue))
        from line in Optional(Gen.Choose(-1, 999))
        from id in OrNull(Text)
        from section in OrNull(Text)
        from path in Text
        select new Place { File = file, Span = new SourceSpan(offset, length), Claim = claim, ClaimId = id, Line = line, Section = section, Path = path };

    private static Gen<WitnessField> Field =>
        from name in Text
        from values in Several(Text)
        from isList in Gen.Elements(true, false)
        from isNumber in Gen.Elements(true, false)
        from privacy in Gen.Elements(Enum.GetValues<Privacy>())
        select new WitnessField(name, values, isList, privacy, isNumber);

    private static Gen<Witness> Witness =>
        from name in Text
        from kind in Text
        from place in OrNull(Place)
        from row in OrNull(
            from table in Text
            from key in Several(Field)
            from isExtrapolated in Gen.Elements(true, false)
            select new TableRow(table, "2024Q3", key, isExtrapolated))
        from absence in OrNull(
            from sought in Text
            from nearest in OrNull(Place)
            from failed in OrNull(Text)
            select new Absence(sought, nearest, failed))
        from fields in Several(Field)
        from members in Several(Place)
        select new Witness { Name = name, Kind = kind, Place = place, Row = row, Absence = absence, Fields = fields, Members = members };

    /// <summary>One finding.</summary>
    public static Gen<Finding> One =>
        from rule in Gen.Elements<RuleDescription>(Rules)
        from severity in Gen.Elements(Enum.GetValues<Severity>())
        from place in Place
        from parts in Several(from text in Text from privacy in Gen.Elements(Enum.GetValues<Privacy>()) select new MessagePart(text, privacy))
        from witnesses in Several(Witness)
        from charge in Optional(Gen.Elements(0m, 0.00m, 12.50m, -3.1m, decimal.MaxValue))
        from deadline in Optional(Gen.Choose(0, 3_000_000).Select(DateOnly.FromDayNumber))
        from fingerprint in Gen.Elements(new string('3', 32), "0123456789abcdef0123456789abcdef", "0123456789ABCDEF0123456789ABCDEF", "", "short")
        from edits in Several(from offset in Gen.Choose(0, 99) from text in Text select new TextEdit(new SourceSpan(offset, 3), text))
        select new Finding
        {
            Rule = rule,
            Severity = severity,
            Message = new Message(parts),
            Place = place,
            Witnesses = witnesses,
            ChargeAtRisk = charge,
            Deadline = deadline,
            Fingerprint = fingerprint,
            Edits = edits,
        };

    /// <summary>Some findings, always the same ones.</summary>
    public static IReadOnlyList<Finding> Some(int count) => [.. One.Sample(count, count)];

    private static Gen<ImmutableArray<T>> Several<T>(Gen<T> one) => Gen.Choose(0, 3).SelectMany(count => one.ArrayOf(count)).Select(ImmutableArray.Create);

    private static Gen<T?> OrNull<T>(Gen<T> one)
        where T : class => Gen.OneOf(one.Select(value => (T?)value), Gen.Constant<T?>(null));

    private static Gen<T?> Optional<T>(Gen<T> one)
        where T : struct => Gen.OneOf(one.Select(value => (T?)value), Gen.Constant<T?>(null));
}
