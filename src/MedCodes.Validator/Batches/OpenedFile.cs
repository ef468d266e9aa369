using MedCodes.Validator.Claims;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Reading;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Batches;

/// <summary>A claim file that is about to be read.</summary>
/// <param name="Kind">What it is taken for.</param>
/// <param name="Loaded">The file without its claims.</param>
/// <param name="Batches">Its claims, once.</param>
internal sealed record OpenedFile(ContentKind Kind, LoadedFile Loaded, IEnumerable<ClaimBatch> Batches)
{
    /// <summary>Opens a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="format">What it is said to be; null where its content tells.</param>
    /// <param name="workers">Who reads it.</param>
    public static OpenedFile Of(SourceFile file, InputFormat? format, Workers workers)
    {
        var kind = KindOf(file, format);
        var claims = ClaimFileContent.Open(file, kind, workers);
        return new OpenedFile(kind, new LoadedFile(file, [], [], []) { ReadAgain = claims.Again }, claims.All);
    }

    /// <summary>What a file is taken for; unrecognized where it holds no claims.</summary>
    public static ContentKind KindOf(SourceFile file, InputFormat? format) =>
        format is { } said ? ClaimFileContent.KindOf(file, said) : ClaimFileContent.KindOf(file);
}
