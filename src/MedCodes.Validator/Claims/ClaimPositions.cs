using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Claims;

/// <summary>Finds the bytes of a value again. A batch keeps only where segments start; each format knows the way from there.</summary>
internal abstract class ClaimPositions
{
    /// <summary>How the format speaks of places.</summary>
    public virtual ClaimPaths Paths => SegmentPaths.Instance;

    /// <summary>The same with what was read of the file last kept elsewhere: it takes room as long as anybody may ask.</summary>
    public virtual ClaimPositions With(RecentStretches stretches) => this;

    /// <summary>The text that bytes of the file stand for.</summary>
    public virtual string TextOf(ReadOnlySpan<byte> bytes) => System.Text.Encoding.UTF8.GetString(bytes);

    /// <summary>The bytes at an address; empty, at the start of its part, where the element is not there.</summary>
    public abstract SourceSpan SpanOf(ClaimBatch batch, in ElementAddress address);

    /// <summary>The name at an address and what follows it; nothing where the file does not say.</summary>
    public virtual PartyDetails DetailsOf(ClaimBatch batch, in ElementAddress address) => PartyDetails.None;
}
