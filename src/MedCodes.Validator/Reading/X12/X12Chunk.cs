using MedCodes.Validator.Claims;

namespace MedCodes.Validator.Reading.X12;

/// <summary>What was read from one cut to the next while it was not yet known what is open at the first. Numbers count from there.</summary>
/// <param name="Cut">The cut that it begins at.</param>
/// <param name="Delimiters">The delimiters that were taken for those at the cut.</param>
/// <param name="Guide">The guide that was taken for the one at the cut.</param>
/// <param name="Batches">The batches.</param>
/// <param name="Room">Where the texts of the first have room for those of what is open at the cut.</param>
/// <param name="Trailers">The trailers of what was open at the cut, each with the place of the batch in which it stands.</param>
/// <param name="End">What is open at the next cut; null where the file ends.</param>
internal sealed record X12Chunk(
    X12Cut Cut,
    X12Delimiters Delimiters,
    X12Guide Guide,
    List<ClaimBatch> Batches,
    int Room,
    List<(int Batch, X12Trailer Trailer)> Trailers,
    X12Context? End)
{
    /// <summary>Whether what it was read with is so at a cut.</summary>
    public bool Fits(X12Context context) =>
        Cut.Offset == context.Offset && Delimiters == context.Delimiters && Guide == context.Guide
        && (!Cut.IsSubscriber || (context.Open.Billing >= 0 && context.Billing is { } billing && (billing == Cut.Parent || billing == 0)));
}
