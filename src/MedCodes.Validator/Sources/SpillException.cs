namespace MedCodes.Validator.Sources;

/// <summary>What a run holds does not fit into memory and cannot be put into the folder for temporary files either, as where the disk is full.</summary>
public sealed class SpillException : IOException
{
    /// <summary>Makes one.</summary>
    /// <param name="cause">What the system said.</param>
    public SpillException(Exception cause)
        : base("what is held for the report cannot be kept in the folder for temporary files", cause)
    {
        ArgumentNullException.ThrowIfNull(cause);
        HResult = cause.HResult;
    }
}
