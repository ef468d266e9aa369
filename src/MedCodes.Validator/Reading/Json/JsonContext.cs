using MedCodes.Validator.Claims;

namespace MedCodes.Validator.Reading.Json;

/// <summary>All that reading on from a cut depends on. Cuts stand before an object that begins a line.</summary>
/// <param name="Offset">Where in the file the object begins.</param>
/// <param name="Claims">The claims before.</param>
/// <param name="Skipped">The values before that are no claims.</param>
/// <param name="Interchange">What the claim before says of its interchange.</param>
/// <param name="Transaction">What it says of its transaction.</param>
/// <param name="Setting">What it says of its setting.</param>
/// <param name="IsOneALine">Whether all that stands between the cut before and this one is claims, each on a line.</param>
internal sealed record JsonContext(long Offset, int Claims, long Skipped, JsonSaid Interchange, JsonSaid Transaction, ClaimSetting Setting, bool IsOneALine)
{
    /// <summary>A cut before which nothing is known.</summary>
    public static JsonContext Unknown(long offset) => new(offset, 0, 0, JsonSaid.Nothing, JsonSaid.Nothing, default, false);
}

/// <summary>What claims that follow one another say of an envelope.</summary>
/// <param name="Offset">Where in the file the first of them begins.</param>
/// <param name="Bytes">What they say, so that it can be compared; null where there was no claim.</param>
internal sealed record JsonSaid(long Offset, byte[]? Bytes)
{
    /// <summary>There was no claim.</summary>
    public static readonly JsonSaid Nothing = new(-1, null);

    /// <summary>Whether it is said in the same words, wherever.</summary>
    public bool IsSameAs(JsonSaid other) => Bytes is not null && other.Bytes.AsSpan().SequenceEqual(Bytes);
}
