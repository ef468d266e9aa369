using System.Collections.Immutable;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Building;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Tests.Engine.Generation;

/// <summary>Random patients whose claims often share codes, days and providers, and often lack a value.</summary>
/// <param name="random">The source of chance.</param>
/// <param name="profiles">How many payer profiles there are.</param>
internal sealed class RandomClaims(Random random, int profiles)
{
    private static readonly DateOnly First = new(2024, 8, 11);
    private static readonly string[] Codes = ["64490", "64491", "64493", "99213", "99214", "J1100"];

    /// <summary>Some patients of one run.</summary>
    public ImmutableArray<PatientInput> Patients(int count)
    {
        var (ordinal, many) = (0, random.Next(12) == 0);
        return [.. Enumerable.Range(0, count).Select(number => Patient(number, many ? 12 : 3, ref ordinal))];
    }

    /// <summary>One patient with many claims, of which many are equal in all that rules read but their place.</summary>
    public ImmutableArray<PatientInput> Crowd()
    {
        var different = Enumerable.Range(0, 1 + random.Next(4)).Select(_ => Claim()).ToList();
        var claims = Enumerable.Range(0, 14 + random.Next(12)).Select(_ => OfCrowd(different, isHistory: false)).ToImmutableArray();
        var history = Rarely(4) ? Enumerable.Range(0, 1 + random.Next(6)).Select(_ => OfCrowd(different, isHistory: true)).ToImmutableArray() : [];
        return [new PatientInput { Key = Rarely(8) ? null : "P0", Claims = claims, History = history }];
    }

    /// <summary>A run of one to three files of one to three patients, who share ids, references and interchanges; sometimes one has many claims.</summary>
    public RunInput Run()
    {
        var most = random.Next(15) == 0 ? 24 : 4;
        return new RunInput
        {
            Files =
            [
                .. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => new FileInput
                {
                    Claims = [.. Enumerable.Range(0, random.Next(most)).Select(_ => ClaimOfRun())],
                    Faults = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Fault())],
                }),
            ],
            History = Rarely(4) ? [.. Enumerable.Range(0, 1 + random.Next(2)).Select(_ => ClaimOfRun())] : [],
        };
    }

    private ClaimInput ClaimOfRun() => Claim() with
    {
        PayerId = "00001",
        MemberId = Some("TESTONE", "TESTONE", "TESTTWO"),
        PatientFirstName = "ANN",
        Frequency = Some("1", "1", "1", "7", "8"),
        FilingIndicator = Some("MB", "CI", "WC"),
        OriginalReference = Some("1", "2"),
        InterchangeControlNumber = Some("1", "2"),
        TransactionControlNumber = Some("1", "2"),
    };

    private FaultInput Fault() => new()
    {
        Kind = Any(FaultKind.MissingSegment, FaultKind.InvalidDate, FaultKind.InvalidNumber, FaultKind.UnknownSegment),
        Claim = random.Next(3),
        Expected = Some("SE", "GE"),
        Found = Some("SE", "x"),
    };

    private PatientInput Patient(int number, int mostClaims, ref int ordinal)
    {
        var key = Rarely(8) ? null : $"P{number}";
        var profile = random.Next(profiles);
        var claims = ClaimsOf(1 + random.Next(mostClaims), profile, isHistory: false, ref ordinal);
        var before = 0;
        var history = Rarely(4) ? ClaimsOf(1 + random.Next(2), profile, isHistory: true, ref before) : [];
        return new PatientInput { Key = key, Claims = claims, History = history };
    }

    private ProfiledClaim OfCrowd(List<ClaimInput> different, bool isHistory) =>
        new() { Claim = different[random.Next(different.Count)], Profile = Rarely(4) ? random.Next(profiles) : 0, IsSuperseded = !isHistory && Rarely(9) };

    // The claims of earlier patients are drawn anew and thrown away: seeds that once found something still stand for the same claims.
    private ImmutableArray<ProfiledClaim> ClaimsOf(int count, int profile, bool isHistory, ref int ordinal)
    {
        var drawn = Enumerable.Range(0, ordinal + count).Select(_ => Claim()).ToList();
        var made = drawn.Skip(ordinal)
            .Select(claim => new ProfiledClaim { Claim = claim, Profile = Rarely(4) ? random.Next(profiles) : profile, IsSuperseded = !isHistory && Rarely(9) })
            .ToImmutableArray();
        ordinal += count;
        return made;
    }

    private ClaimInput Claim() => new()
    {
        Setting = Rarely(5) ? ClaimSetting.Institutional : ClaimSetting.Professional,
        Id = Some("C1", "C2"),
        Total = Some<decimal?>(100m, 200m, 300m),
        PlaceOfService = Some("11", "22"),
        Frequency = Some("1", "1", "7"),
        DelayReason = Rarely(4) ? "11" : null,
        Accident = Rarely(3) ? Day() : null,
        Submitted = Some<DateOnly?>(First.AddDays(20), First.AddDays(60)),
        Reporting = Rarely(6),
        PayerSequence = Some("P", "P", "S"),
        FilingIndicator = Some("MB", "CI"),
        PatientBirthDate = Some<DateOnly?>(new(1950, 1, 2), First),
        BillingProvider = Rarely(8) ? null : new ProviderInput { IdText = Some("1234567893", "1234567890"), IsOrganization = true, Taxonomy = Some("207L00000X") },
        Providers = Rarely(2) ? [Rendering()] : [],
        Diagnoses = [.. Enumerable.Range(0, random.Next(3)).Select(_ => new DiagnosisInput(Some("M5450", "M47816", "X1"), Some("ABK", "ABF")))],
        Lines = [.. Enumerable.Range(0, random.Next(4)).Select(number => Line(number + 1))],
        OtherPayers = Rarely(4) ? [new OtherPayerInput { PayerSequence = Some("S", "P"), Paid = Some<decimal?>(1m, 2m) }] : [],
        Unreadable = Rarely(10) ? [ClaimField.Total] : [],
    };

    private LineInput Line(int number)
    {
        var unreadable = random.Next(20);
        var date = Rarely(10) || unreadable == 1 ? (DateOnly?)null : Day();
        return new LineInput
        {
            Number = number,
            Code = unreadable == 0 ? null : Some(Codes),
            Modifiers = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Any("LT", "RT", "59", "50", "25"))],
            HasDescription = Rarely(5),
            Charge = Some<decimal?>(1m, 2m, 3m, 0m),
            Unit = Some("UN", "UN", "MJ"),
            Units = Some<decimal?>(1m, 1m, 2m, 3m, 0.5m),
            PlaceOfService = Rarely(4) ? "22" : null,
            RevenueCode = Rarely(4) ? "X1" : null,
            Pointers = [.. Enumerable.Range(0, random.Next(3)).Select(_ => 1 + random.Next(3))],
            Date = date,
            Through = date is null || !Rarely(4) ? null : date.Value.AddDays(random.Next(5) - 1),
            Ndc = Rarely(4) ? Any("11", "X1") : null,
            Providers = Rarely(3) ? [Rendering()] : [],
            Adjudications = Rarely(5)
                ? [new AdjudicationInput { PayerId = "X1", Paid = Some<decimal?>(1m, 2m), Code = Some(Codes), Adjustments = [new AdjustmentInput(Some("CO", "X1"), "45", Some<decimal?>(1m, 2m))] }]
                : [],
            Unreadable = unreadable switch
            {
                0 => [LineField.Code],
                1 => [LineField.Date],
                _ => [],
            },
        };
    }

    private ProviderInput Rendering() => new()
    {
        Role = Rarely(5) ? ProviderRole.Ordering : ProviderRole.Rendering,
        IdText = Some("1234567893", "1245319599", "1234567890"),
        IsOrganization = Rarely(8),
        Taxonomy = Some("207L00000X", "X1"),
        HasSecondaryId = Rarely(3),
    };

    private DateOnly Day() => First.AddDays(random.Next(4));

    private bool Rarely(int oneIn) => random.Next(oneIn) == 0;

    // One value in eight is missing.
    private T? Some<T>(params T[] values) => random.Next(8) == 0 ? default : Any(values);

    private T Any<T>(params T[] values) => values[random.Next(values.Length)];
}
