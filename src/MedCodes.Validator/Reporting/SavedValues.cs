using System.Collections.Immutable;
using System.Text.Json;

namespace MedCodes.Validator.Reporting;

/// <summary>Members of saved records; a wrong type is an <see cref="InvalidOperationException"/> or <see cref="FormatException"/>.</summary>
internal static class SavedValues
{
    public static string Text(this JsonElement record, string name) => record.GetProperty(name).GetString() ?? throw new FormatException();

    public static string? TextOrNull(this JsonElement record, string name) => record.TryGetProperty(name, out var value) ? value.GetString() : null;

    public static int Number(this JsonElement record, string name) => record.GetProperty(name).GetInt32();

    public static ImmutableArray<string> Texts(this JsonElement record, string name) =>
        [.. record.GetProperty(name).EnumerateArray().Select(value => value.GetString() ?? throw new FormatException())];
}
