using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Rules.Facts;

/// <summary>A file with what it turned out to hold.</summary>
/// <param name="File">The file.</param>
/// <param name="Kind">What it holds.</param>
internal sealed record FileContent(SourceFile File, FileContentKind Kind);

/// <summary>What a file holds, for the rules that apply to it.</summary>
internal enum FileContentKind
{
    /// <summary>Claims.</summary>
    Claims = 1,

    /// <summary>A procedure page.</summary>
    Page,

    /// <summary>Neither could be made of it.</summary>
    Unrecognized,
}
