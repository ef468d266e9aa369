namespace MedCodes.Validator.Configuration;

/// <summary>The configuration that a new project starts with, and the schema of all of them.</summary>
public static class StarterConfiguration
{
    /// <summary>The text of a medcodes.yaml, with a comment on each key.</summary>
    public static string Text => Resource("starter.yaml");

    /// <summary>The JSON Schema (draft 7) of medcodes.yaml.</summary>
    public static string Schema => Resource("configuration.schema.json");

    private static string Resource(string name)
    {
        using var stream = typeof(StarterConfiguration).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
