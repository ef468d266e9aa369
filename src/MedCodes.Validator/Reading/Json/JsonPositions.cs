using System.Globalization;
using System.Text.Json;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.Json;

/// <summary>Finds values of a JSON file again, by reading the object they stand in anew.</summary>
internal sealed class JsonPositions(SourceFile file, JsonPaths paths, RecentStretches? stretches = null) : ClaimPositions
{
    private const int FirstStretch = 1 << 12;
    private const int LongestStretch = 1 << 28;
    private readonly RecentStretches _stretches = stretches ?? new RecentStretches(file);

    /// <inheritdoc/>
    public override ClaimPaths Paths => paths;

    /// <inheritdoc/>
    public override ClaimPositions With(RecentStretches stretches) => new JsonPositions(file, paths, stretches);

    /// <inheritdoc/>
    public override SourceSpan SpanOf(ClaimBatch batch, in ElementAddress address)
    {
        var steps = address.Pointer.Length == 0 ? [] : address.Pointer.Split('/');
        for (var length = FirstStretch; ; length *= 4)
        {
            var bytes = _stretches.Read(address.Offset, length);
            var isLast = bytes.Length < length || length >= LongestStretch;
            if (TryFind(bytes, address.Offset, steps, out var span))
                return span;
            if (isLast)
                return new SourceSpan(address.Offset, 0);
        }
    }

    /// <inheritdoc/>
    public override PartyDetails DetailsOf(ClaimBatch batch, in ElementAddress address)
    {
        var steps = address.Pointer.Length == 0 ? [] : address.Pointer.Split('/');
        for (var length = FirstStretch; ; length *= 4)
        {
            var bytes = _stretches.Read(address.Offset, length);
            var isLast = bytes.Length < length || length >= LongestStretch;
            if (JsonParty.TryRead(bytes, steps, out var details) || isLast)
                return details;
        }
    }

    /// <inheritdoc/>
    public override string TextOf(ReadOnlySpan<byte> bytes) => JsonTree.TextOf(bytes);

    /// <summary>Looks for a value; false where the bytes end before it is known.</summary>
    private static bool TryFind(ReadOnlySpan<byte> bytes, long offset, string[] steps, out SourceSpan span)
    {
        span = new SourceSpan(offset, 0);
        try
        {
            var reader = new Utf8JsonReader(bytes, isFinalBlock: false, new JsonReaderState(new() { AllowMultipleValues = true }));
            if (GoTo(ref reader, steps) is not { } found)
                return false;
            if (!found)
                return true;

            if (reader.TokenType == JsonTokenType.String)
            {
                span = Inside(reader, offset);
                return true;
            }

            var start = reader.TokenStartIndex;
            var whole = reader;
            if (!reader.TrySkip())
                return false;
            span = new SourceSpan(offset + start, (int)(reader.BytesConsumed - start));
            if (steps.Length > 0 && whole.TokenType == JsonTokenType.StartObject && Enter(ref whole, JsonProperties.Unreadable.Name) == true && whole.TokenType == JsonTokenType.String)
                span = Inside(whole, offset);
            return true;
        }
        catch (JsonException)
        {
            // The file is another than when it was read.
            return true;
        }
    }

    /// <summary>The bytes of a string between its quotes.</summary>
    private static SourceSpan Inside(in Utf8JsonReader reader, long offset) =>
        new(offset + reader.TokenStartIndex + 1, reader.ValueSpan.Length);

    /// <summary>Goes to a value; false where there is none, null where the bytes end before.</summary>
    internal static bool? GoTo(ref Utf8JsonReader reader, string[] steps)
    {
        if (!reader.Read())
            return null;
        foreach (var step in steps)
        {
            if (Enter(ref reader, step) is not true and var found)
                return found;
        }

        return true;
    }

    /// <summary>Goes to a member or item; false where there is none, null where the bytes end before.</summary>
    private static bool? Enter(ref Utf8JsonReader reader, string step)
    {
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            var isIndex = int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index);
            if (!isIndex)
                return false;
            for (; reader.Read(); index--)
            {
                if (reader.TokenType == JsonTokenType.EndArray)
                    return false;
                if (index == 0)
                    return true;
                if (!reader.TrySkip())
                    return null;
            }

            return null;
        }

        if (reader.TokenType != JsonTokenType.StartObject)
            return false;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject)
                return false;
            var isWanted = JsonTree.TextOf(reader.ValueSpan) == step;
            if (!reader.Read())
                return null;
            if (isWanted)
                return true;
            if (!reader.TrySkip())
                return null;
        }

        return null;
    }
}
