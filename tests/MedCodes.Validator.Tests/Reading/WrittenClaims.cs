using MedCodes.Validator.Claims;
using MedCodes.Validator.Reading.Json;

namespace MedCodes.Validator.Tests.Reading;

/// <summary>Claims as our own records.</summary>
internal static class WrittenClaims
{
    /// <summary>The bytes of a file of lines, or of one document.</summary>
    public static byte[] Json(IEnumerable<ClaimBatch> batches, bool isDocument)
    {
        using var stream = new MemoryStream();
        using (var writer = new ClaimJsonWriter(stream, isDocument))
        {
            foreach (var batch in batches)
                writer.Write(batch);
        }

        return stream.ToArray();
    }
}
