namespace MedCodes.Validator.Claims;

/// <summary>A view of one part of a batch, known by its number.</summary>
/// <typeparam name="TSelf">The view itself.</typeparam>
public interface IClaimPart<TSelf> where TSelf : struct, IClaimPart<TSelf>
{
    /// <summary>The part of that number.</summary>
    internal static abstract TSelf At(ClaimBatch batch, int index);
}
