namespace MedCodes.Validator.Benchmarks.Generation;

/// <summary>What is billed together on a day, such that nothing about it is to be complained of.</summary>
/// <param name="Diagnosis">A diagnosis that goes with it.</param>
/// <param name="Lines">Its lines: code and modifiers as a claim writes them, and the charge.</param>
internal sealed record Service(string Diagnosis, params (string Code, int Charge)[] Lines)
{
    /// <summary>Services of pain practices and of those around them; code numbers and usual charges.</summary>
    public static IReadOnlyList<Service> All { get; } =
    [
        new("M47816", ("64493:RT", 450), ("64494:RT", 220)),
        new("M47812", ("64490:RT", 460), ("64491:RT", 230)),
        new("M5416", ("64483:LT", 410), ("64484:LT", 200)),
        new("M5416", ("62323", 390)),
        new("M5450", ("99213", 95)),
        new("M1711", ("99214:25", 140), ("20610:RT", 120), ("J3301", 20)),
        new("M25511", ("99213:25", 95), ("20610:RT", 120), ("J3301", 20)),
        new("M542", ("97110:GP", 40), ("97140:GP", 38), ("97112:GP", 44)),
        new("M5450", ("97110:GP", 40), ("97530:GP", 46)),
        new("M47816", ("64635:RT", 900), ("64636:RT", 420)),
        new("I10", ("80053", 25), ("85025", 18), ("36415", 6), ("84443", 40)),
        new("E119", ("99214", 140), ("83036", 22), ("80061", 30)),
        new("M25511", ("73030:RT", 45), ("99214:25", 140), ("20610:RT", 120)),
        new("M5416", ("72148", 400), ("99214", 140)),
        new("J449", ("94010", 60), ("99214:25", 140), ("94760", 10)),
        new("E119", ("80053", 25), ("85025", 18), ("83036", 22), ("80061", 30), ("84443", 40), ("36415", 6)),
    ];

    /// <summary>Services with something to be complained of: codes of no form, sides, add-ons alone, pairs, copies, limits of a day.</summary>
    public static IReadOnlyList<Service> Faulty { get; } =
    [
        new("M47.816", ("64493:RT", 450)),
        new("M5450", ("9921", 95)),
        new("M5450", ("99213", -95)),
        new("M5450", ("99213", 95)) { Units = 0 },
        new("M5416", ("64483:LT:RT", 410)),
        new("M5416", ("64483:lt", 410)),
        new("M1711", ("20610:RT:RT", 120)),
        new("M47816", ("64494:RT", 220)),
        new("M1711", ("99214", 140), ("20610", 120)),
        new("M1711", ("20610:RT", 120), ("20610:RT", 120)),
        new("M47816", ("64493:RT", 450), ("64493:LT", 450)),
        new("M5450", ("99213", 95)) { Pointer = 9 },
    ];

    /// <summary>The units of each line.</summary>
    public int Units { get; init; } = 1;

    /// <summary>The diagnosis that each line points to.</summary>
    public int Pointer { get; init; } = 1;

    /// <summary>Whether it holds laboratory tests, which need a certificate.</summary>
    public bool HasTests => Lines.Any(line => line.Code[0] == '8');

    /// <summary>Whether somebody must have ordered it: tests and images.</summary>
    public bool IsOrdered => HasTests || Lines.Any(line => line.Code[0] == '7');

    /// <summary>Fifty laboratory tests of one day.</summary>
    public static Service Panel { get; } = new(
        "E119", [.. Enumerable.Range(0, 50).Select(test => ($"{82_000 + test * 37}", 10 + test))]);
}
