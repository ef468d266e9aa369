using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Claims.Building;

/// <summary>Positions of claims that no file holds: empty, in the order of declaration.</summary>
internal sealed class DeclaredPositions : ClaimPositions
{
    private const int FirstPointer = 8;

    public static DeclaredPositions Instance { get; } = new();

    public override SourceSpan SpanOf(ClaimBatch batch, in ElementAddress address) => new(address.Offset + address.Ordinal + Within(address.Element), 0);

    // Modifiers and pointers of a line follow one another; "SV101-3" and "SV107-1" end in their place.
    private static int Within(string element)
    {
        var dash = element.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0)
            return 0;
        return element[^1] - '0' + (element.StartsWith("SV107", StringComparison.Ordinal) ? FirstPointer : 0);
    }
}
