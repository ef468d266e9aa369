namespace MedCodes.Validator.Cli.Tests.Support;

/// <summary>Shipped files that tests of whole runs check.</summary>
internal static class Samples
{
    public const string BatchWithErrors = "fixtures/claims/add-on-without-primary/second-level-alone.837";

    public const string Page = "fixtures/documents/code-missing.txt";
}
