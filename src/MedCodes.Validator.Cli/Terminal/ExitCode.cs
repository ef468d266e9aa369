namespace MedCodes.Validator.Cli.Terminal;

/// <summary>What a run ends with. Never a count of anything.</summary>
internal static class ExitCode
{
    /// <summary>Nothing was found that counts as failure.</summary>
    public const int Clean = 0;

    /// <summary>Errors were found in the input, or tests of rules failed.</summary>
    public const int Findings = 1;

    /// <summary>The run could not be made: usage, rules, input or output that cannot be used, or a fault of the validator. It wins over 1.</summary>
    public const int Failure = 2;
}
