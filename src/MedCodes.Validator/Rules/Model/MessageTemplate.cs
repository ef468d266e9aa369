using System.Collections.Immutable;
using MedCodes.Validator.Rules.Catalogue;

namespace MedCodes.Validator.Rules.Model;

/// <summary>A message with holes that facts fill.</summary>
internal sealed record MessageTemplate(ImmutableArray<TemplatePart> Parts)
{
    /// <summary>The fields that it names.</summary>
    public IEnumerable<FieldReference> Reads => Parts
        .Where(part => part.Field is not null)
        .Select(part => new FieldReference(part.Name!, part.Field!));
}

/// <summary>Words, a field of a bound name, or (with no field) the place of a bound name.</summary>
internal sealed record TemplatePart(string? Words, string? Name, Field? Field);
