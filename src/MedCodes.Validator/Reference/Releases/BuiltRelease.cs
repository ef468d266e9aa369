using System.Collections.Immutable;
using MedCodes.Validator.Reference.Stores;

namespace MedCodes.Validator.Reference.Releases;

/// <summary>A release in memory, ready to be written.</summary>
internal sealed record BuiltRelease(ReleaseHeader Header, ImmutableArray<Section> Sections);
