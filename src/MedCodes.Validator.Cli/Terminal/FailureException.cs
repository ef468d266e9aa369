namespace MedCodes.Validator.Cli.Terminal;

/// <summary>The run cannot be made. The message is for the user and is all that is shown.</summary>
internal sealed class FailureException(string message) : Exception(message);
