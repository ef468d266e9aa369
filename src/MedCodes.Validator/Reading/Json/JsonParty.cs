using System.Text.Json;
using MedCodes.Validator.Claims;

namespace MedCodes.Validator.Reading.Json;

/// <summary>Reads a name and its address again from the object that they stand in.</summary>
internal static class JsonParty
{
    /// <summary>Reads them.</summary>
    /// <param name="bytes">The bytes from the start of the part's object.</param>
    /// <param name="steps">The way from there to the object.</param>
    /// <param name="details">What was found; nothing where there is no such object.</param>
    /// <returns>False where the bytes end before the object does and more are needed.</returns>
    public static bool TryRead(ReadOnlySpan<byte> bytes, string[] steps, out PartyDetails details)
    {
        details = PartyDetails.None;
        try
        {
            var reader = new Utf8JsonReader(bytes, isFinalBlock: false, new JsonReaderState(new() { AllowMultipleValues = true }));
            if (JsonPositions.GoTo(ref reader, steps) is not { } found)
                return false;
            if (!found || reader.TokenType != JsonTokenType.StartObject)
                return true;
            var values = new string?[PartyDetails.Fields.Length];
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.EndObject)
                {
                    details = PartyDetails.Of(values);
                    return true;
                }

                var name = JsonTree.TextOf(reader.ValueSpan);
                var place = Array.FindIndex(PartyDetails.Fields, field => field.JsonName == name);
                if (!reader.Read())
                    return false;
                if (place >= 0 && values[place] is null && reader.TokenType == JsonTokenType.String && reader.ValueSpan.Length > 0)
                    values[place] = JsonTree.TextOf(reader.ValueSpan);
                else if (!reader.TrySkip())
                    return false;
            }

            return false;
        }
        catch (JsonException)
        {
            // The file is another than when it was read.
            return true;
        }
    }
}
