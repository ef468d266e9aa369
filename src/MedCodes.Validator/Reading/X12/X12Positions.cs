using MedCodes.Validator.Claims;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.X12;

/// <summary>Finds elements of a claim file again, by cutting its segments anew from where their part starts.</summary>
/// <param name="file">The file.</param>
/// <param name="stretches">What was read of it last; null to begin anew.</param>
internal sealed class X12Positions(SourceFile file, RecentStretches? stretches = null) : ClaimPositions
{
    private const int FirstStretch = 4096;
    private const int LongestStretch = 1 << 26;
    private readonly RecentStretches _stretches = stretches ?? new RecentStretches(file);

    /// <inheritdoc/>
    public override ClaimPositions With(RecentStretches stretches) => new X12Positions(file, stretches);

    /// <inheritdoc/>
    public override PartyDetails DetailsOf(ClaimBatch batch, in ElementAddress address)
    {
        var delimiters = DelimitersAt(batch, address);
        for (var length = FirstStretch; ; length *= 8)
        {
            var bytes = _stretches.Read(address.Offset, length);
            var isLast = bytes.Length < length || length >= LongestStretch;
            if (X12Party.TryFind(bytes, address.Offset, delimiters, isLast, address.Qualifiers, out var details))
                return details;
        }
    }

    /// <inheritdoc/>
    public override SourceSpan SpanOf(ClaimBatch batch, in ElementAddress address)
    {
        var delimiters = DelimitersAt(batch, address);
        var sought = X12Sought.Of(address);
        for (var length = FirstStretch; ; length *= 8)
        {
            var bytes = _stretches.Read(address.Offset, length);
            var isLast = bytes.Length < length || length >= LongestStretch;
            if (sought.TryFind(bytes, address.Offset, delimiters, isLast, out var span))
                return span;
            if (isLast)
                return new SourceSpan(address.Offset, 0);
        }
    }

    private static X12Delimiters DelimitersAt(ClaimBatch batch, in ElementAddress address) =>
        X12Delimiters.Unpack(batch.Rows.Interchanges[address.Interchange].Delimiters);
}
