using System.Collections.Frozen;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Reading;
using MedCodes.Validator.Reading.Json;
using MedCodes.Validator.Reading.Text;
using MedCodes.Validator.Reading.X12;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Batches;

/// <summary>Reads claim files of any format, told apart by content.</summary>
internal static class ClaimFileContent
{
    private static readonly FrozenSet<string> NamesOfX12 = FrozenSet.ToFrozenSet([".837", ".x12", ".edi"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The format of the claims in a file; unrecognized where it holds none.</summary>
    public static ContentKind KindOf(SourceFile file)
    {
        var sample = file.Read(new SourceSpan(0, PageContent.SampleLength));
        var content = PageContent.Of(sample, file.Length);
        if (content == PageContentKind.Claims || X12Content.LooksLike(sample))
            return ContentKind.X12;
        if (JsonContent.LooksLike(sample))
            return ContentKind.Json;

        // Claims that are too damaged to be known for what they are would pass as a page that says nothing, and be quoted.
        return content == PageContentKind.Page && NamesOfX12.Contains(Path.GetExtension(file.Path)) && X12Content.IsMostlyElements(sample)
            ? ContentKind.X12
            : ContentKind.Unrecognized;
    }

    /// <summary>The format of the claims in a file of which somebody says what it is; unrecognized where that is a page.</summary>
    public static ContentKind KindOf(SourceFile file, InputFormat said) => said switch
    {
        InputFormat.X12 => ContentKind.X12,
        InputFormat.Ndjson => ContentKind.Json,
        InputFormat.Json when JsonContent.LooksLike(file.Read(new SourceSpan(0, PageContent.SampleLength))) => ContentKind.Json,
        _ => ContentKind.Unrecognized,
    };

    /// <summary>Reads the claims of a file stretch by stretch.</summary>
    /// <param name="file">The file.</param>
    /// <param name="kind">What <see cref="KindOf(SourceFile)"/> says of it, or somebody.</param>
    public static IEnumerable<ClaimBatch> Read(SourceFile file, ContentKind kind) =>
        kind == ContentKind.Json ? JsonClaimReader.Read(file) : X12Reader.Read(file);

    /// <summary>Opens a file whose claims are read once, and then perhaps again for those with some ordinals.</summary>
    /// <param name="file">The file.</param>
    /// <param name="kind">What <see cref="KindOf(SourceFile)"/> says of it, or somebody.</param>
    /// <param name="workers">Who reads it; what is read is always the same.</param>
    public static (IEnumerable<ClaimBatch> All, Func<Func<int, bool>, IEnumerable<ClaimBatch>> Again) Open(SourceFile file, ContentKind kind, Workers workers)
    {
        if (kind == ContentKind.Json)
        {
            var json = new JsonClaimFile(file);
            return (json.Read(workers), wanted => json.Read(workers, wanted));
        }

        var x12 = new X12ClaimFile(file);
        return (x12.Read(workers), wanted => x12.Read(workers, wanted));
    }
}
