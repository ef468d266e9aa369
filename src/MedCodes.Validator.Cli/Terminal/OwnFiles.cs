namespace MedCodes.Validator.Cli.Terminal;

/// <summary>The files that the command itself writes into a project; they are no claims and no pages.</summary>
internal static class OwnFiles
{
    public const string Configuration = "medcodes.yaml";

    public const string Baseline = "medcodes-baseline.json";
}
