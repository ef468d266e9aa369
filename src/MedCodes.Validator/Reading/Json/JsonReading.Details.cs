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

    private void CheckDetails(JsonValue claim, string path, string name, int first)
    {
        if (claim.Take(name) is not { Value: { Kind: not JsonKind.Null } details })
            return;
        var at = $"{path}/{name}";
        if (details.Kind == JsonKind.Object)
        {
            CheckDetails(details, at, first);
            Close(details, at);
        }
        else
        {
            Report(FaultKind.WrongJsonType, details.Span, at, "an object");
        }
    }

    private void CheckDetails(JsonValue holder, string path, int first)
    {
        foreach (var (name, longest) in PartyDetails.Fields.AsSpan(first))
        {
            var slot = new Slot(holder, path, name, FieldOwner.Provider, 0, 0, Privacy.Identifying);
            if (Written(slot, JsonKind.String, FaultKind.ElementTooLong) is { } value && value.Text.Length > longest)
                Refuse(slot, value, FaultKind.ElementTooLong, $"at most {longest} characters");
        }
    }
}
