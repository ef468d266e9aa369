namespace MedCodes.Validator.Reference.Importing;

/// <summary>A file cannot be imported. The message says what was expected and what was found, and is for the user.</summary>
internal sealed class RefusedException(string message) : Exception(message);
