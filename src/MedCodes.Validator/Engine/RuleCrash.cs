using MedCodes.Validator.Rules.Model;

namespace MedCodes.Validator.Engine;

/// <summary>A rule that could not be judged because of a fault in the validator itself.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Fault">The type of what was thrown; its text may tell of a patient and is not kept.</param>
internal sealed record RuleCrash(Rule Rule, string Fault)
{
    /// <summary>Why such a rule is not evaluated.</summary>
    public const string Reason = "the rule crashed, which is a fault of the validator (MC9001)";

    /// <summary>Whether an exception is a fault in the judging of a rule; a file that can no longer be read is none.</summary>
    public static bool IsOurs(Exception exception) =>
        exception is not (IOException or InvalidDataException or OperationCanceledException or OutOfMemoryException);
}
