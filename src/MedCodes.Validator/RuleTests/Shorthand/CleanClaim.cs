using System.Collections.Immutable;

namespace MedCodes.Validator.RuleTests.Shorthand;

/// <summary>
/// The synthetic claim that the shorthand fills in: an original professional claim to Medicare for one office visit, with nothing
/// to find. Its date lies inside the releases of the curated tables.
/// </summary>
internal static class CleanClaim
{
    /// <summary>The day that stands for today.</summary>
    public static DateOnly AsOf { get; } = new(2024, 9, 30);

    public static DateOnly Date { get; } = new(2024, 8, 15);
    public static DateOnly Submitted { get; } = new(2024, 8, 20);
    public static DateOnly BirthDate { get; } = new(1960, 1, 1);
    public static ImmutableArray<string> Diagnoses { get; } = ["M47812"];
    public const string Code = "99213";
    public const decimal Charge = 100;
    public const string BillingNpi = "1999999984";
    public const string TaxId = "000000001";
    public const string RenderingNpi = "1234567893";
    public const string RenderingTaxonomy = "208VP0014X";
    public const string PlaceOfService = "11";

    /// <summary>The first two characters of the type of bill of the outpatient claim that <c>setting: hospital</c> makes.</summary>
    public const string HospitalBill = "13";

    public const string FilingIndicator = "MB";
    public const string PayerName = "TEST MEDICARE";
    public const string MemberId = "1EG4TE5MK73";
    public const string FirstName = "TESTPATIENT";
    public const string LastName = "TESTFAMILY";

    /// <summary>The submitter's id of a claim by its place among the claims of the test.</summary>
    public static string IdOf(int place) => $"TESTCLAIM{place}";
}
