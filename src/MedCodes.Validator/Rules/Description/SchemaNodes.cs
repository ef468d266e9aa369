using System.Text.Json.Nodes;

namespace MedCodes.Validator.Rules.Description;

/// <summary>The few shapes that the schemas are built of. Scalars may be written without quotes, so a code can look like a number.</summary>
internal static class SchemaNodes
{
    public static JsonObject Scalar() => new() { ["type"] = Strings(["string", "number", "boolean"]) };

    public static JsonObject Anything() => [];

    public static JsonObject YesNo() => new() { ["enum"] = new JsonArray("yes", "no", true, false) };

    public static JsonObject Choice(IEnumerable<string> choices) => new() { ["enum"] = Strings(choices) };

    public static JsonObject Defined(string definition) => new() { ["$ref"] = $"#/definitions/{definition}" };

    public static JsonObject List(JsonObject item) => new() { ["type"] = "array", ["items"] = item };

    /// <summary>One or a list of them.</summary>
    public static JsonObject Several(Func<JsonObject> item) => AnyOf(item(), List(item()));

    public static JsonObject AnyOf(params IEnumerable<JsonObject> choices) => new() { ["anyOf"] = new JsonArray([.. choices]) };

    /// <summary>A map with these keys and no others.</summary>
    public static JsonObject Map(IEnumerable<string> required, params IEnumerable<(string Key, JsonObject Value)> properties)
    {
        var map = new JsonObject { ["type"] = "object" };
        if (Strings(required) is { Count: > 0 } keys)
            map["required"] = keys;
        map["properties"] = new JsonObject(properties.Select(property => KeyValuePair.Create<string, JsonNode?>(property.Key, property.Value)));
        map["additionalProperties"] = false;
        return map;
    }

    /// <summary>A map with keys of one's own.</summary>
    public static JsonObject MapOf(JsonObject value) => new() { ["type"] = "object", ["additionalProperties"] = value };

    public static JsonArray Strings(IEnumerable<string> values) => new([.. values.Select(value => (JsonNode)value)]);

    public static JsonObject Described(this JsonObject schema, string words)
    {
        schema["description"] = words;
        return schema;
    }
}
