using MedCodes.Validator.Claims;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Rules.Catalogue;

/// <summary>Turns the nullable properties of claims into values.</summary>
internal static class FieldReading
{
    public static Value? Text(string? text) => string.IsNullOrEmpty(text) ? null : Value.Of(text);

    public static Value? Number(decimal? number) => number is { } known ? Value.Of(known) : null;

    public static Value? Date(DateOnly? date) => date is { } known ? Value.Of(known) : null;

    /// <summary>A field of a line that is unknown where it stands there and cannot be read.</summary>
    public static Field Of(
        string name, FieldType type, LineField field, string summary, Func<ServiceLine, Value?> read, Absence absence = Absence.Missing) =>
        Field.Of<ServiceLine>(
            name,
            type,
            summary,
            line => read(line) ?? (line.IsUnreadable(field) ? Unreadable(name) : null),
            absence,
            LineFields.Of(field).Privacy,
            line => new FieldPlace(line.SpanOf(field), line.PathOf(field)));

    /// <summary>A field of a claim, likewise.</summary>
    public static Field Of(
        string name, FieldType type, ClaimField field, string summary, Func<Claim, Value?> read, Absence absence = Absence.Missing) =>
        Field.Of<ClaimContent>(
            name,
            type,
            summary,
            claim => read(claim.View) ?? (claim.View.IsUnreadable(field) ? Unreadable(name) : null),
            absence,
            ClaimFields.Of(field).Privacy,
            claim => new FieldPlace(claim.View.SpanOf(field), claim.View.PathOf(field)));

    /// <summary>A field of a provider, likewise.</summary>
    public static Field Of(
        string name, FieldType type, ProviderField field, string summary, Func<Provider, Value?> read, Absence absence = Absence.Missing) =>
        Field.Of<Provider>(
            name,
            type,
            summary,
            provider => read(provider) ?? (provider.IsUnreadable(field) ? Unreadable(name) : null),
            absence,
            ProviderFields.Of(field).Privacy,
            provider => new FieldPlace(provider.SpanOf(field), provider.PathOf(field)));

    public static Value Unreadable(string name) => new Value.Unknown($"{name} cannot be read");
}
