using System.Text.Json;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Claims;

/// <summary>Where a field is written and how far its value may travel.</summary>
/// <param name="Owner">The part that it stands in.</param>
/// <param name="Loop">The loop, such as "2300".</param>
/// <param name="Element">Segment, element and component, such as "CLM05-1".</param>
/// <param name="Qualifiers">What the segment's first element must be, one of several between commas; null for any.</param>
/// <param name="Privacy">The class of privacy.</param>
internal sealed record FieldTraits(FieldOwner Owner, string Loop, string Element, string? Qualifiers, Privacy Privacy)
{
    /// <summary>The element with its qualifier, such as "DTP03[472]".</summary>
    public string Path => Qualifiers is null ? Element : $"{Element}[{Qualifiers.Split(',')[0]}]";

    /// <summary>The name of a field in JSON: that of its property, its first letter small.</summary>
    public static string JsonName<TField>(TField field) where TField : struct, Enum => Names<TField>.Of(field);

    private static class Names<TField> where TField : struct, Enum
    {
        private static readonly Dictionary<TField, string> All =
            Enum.GetValues<TField>().ToDictionary(field => field, field => JsonNamingPolicy.CamelCase.ConvertName(field.ToString()));

        public static string Of(TField field) => All[field];
    }
}
