using System.Collections.Immutable;
using MedCodes.Validator.Rules.Facts;

namespace MedCodes.Validator.Engine.Cases;

/// <summary>A claim that rules about files, or about all claims together, may ask for once the patients are judged.</summary>
/// <param name="File">The number of its file.</param>
/// <param name="Ordinal">Its ordinal in the file.</param>
/// <param name="Patient">The fact of its patient.</param>
/// <param name="Denied">Its lines that were denied, by their order of declaration.</param>
/// <param name="ByFile">Whether rules about files may.</param>
/// <param name="ByAll">Whether rules about all claims together may.</param>
internal sealed record LaterClaim(int File, int Ordinal, Fact Patient, ImmutableArray<int> Denied, bool ByFile, bool ByAll);
