using System.Globalization;

namespace MedCodes.Validator.Tests.Support;

/// <summary>How much a long test does: MEDCODES_TEST_CASES says how often its usual measure, MEDCODES_TEST_SEED where to begin.</summary>
internal static class LongRun
{
    /// <summary>The first seed; 0 where nothing is said.</summary>
    public static int First => Number("MEDCODES_TEST_SEED") ?? 0;

    /// <summary>A number of cases: the usual one times what is said.</summary>
    public static int Of(int usual) => usual * (Number("MEDCODES_TEST_CASES") ?? 1);

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
