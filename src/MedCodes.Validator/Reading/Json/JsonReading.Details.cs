using MedCodes.Validator.Claims;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.Json;

/// <summary>Names and addresses: they are checked like other texts and not kept, because they are read again when they are asked for.</summary>
internal sealed partial class JsonReading
{
    // From which of the details on an object has them: the name of a patient and of a payer are the claim's own fields.
    private const int OfProvider = 0;
    private const int OfPayer = 1;
    private const int OfPerson = 2;

    private void CheckDetails(JsonValue holder, JsonProperty property, int first)
    {
        var details = holder.Take(property);
        if (details.Kind == JsonKind.Object)
        {
            CheckDetails(details, first);
            Close(details);
        }
        else if (details.IsThere)
        {
            Report(FaultKind.WrongJsonType, details.Span, holder, property, "an object");
        }
    }

    private void CheckDetails(JsonValue holder, int first)
    {
        for (var i = first; i < JsonProperties.Details.Length; i++)
        {
            var (slot, longest) = (new Slot(holder, JsonProperties.Details[i]), PartyDetails.Fields[i].Longest);
            var value = Written(slot, JsonKind.String, FaultKind.ElementTooLong);
            // No text has more characters than bytes.
            if (value.IsFilled && value.Bytes.Length > longest && value.Text.Length > longest)
                Refuse(slot, value, FaultKind.ElementTooLong, $"at most {longest} characters");
        }
    }
}
