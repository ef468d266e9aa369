using MedCodes.Validator.Batches;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Tests.Claims;

/// <summary>What is kept of a batch for its envelopes says of them what the batch said, and nothing of claims.</summary>
public sealed class EnvelopesAloneTests
{
    public static TheoryData<string> Files => [.. Repository.Files("fixtures", "*").Where(path => path.Contains("claims", StringComparison.Ordinal) && Path.GetExtension(path) is ".837" or ".json" or ".ndjson")];

    [Theory]
    [MemberData(nameof(Files))]
    public void Envelopes_are_what_they_were_and_stand_where_they_stood(string path)
    {
        var file = SourceFile.FromBytes(path, File.ReadAllBytes(path));
        foreach (var batch in ClaimFileContent.Read(file, ClaimFileContent.KindOf(file)))
        {
            var alone = batch.EnvelopesAlone();

            Assert.Equal(batch.Interchanges.Select(Said), alone.Interchanges.Select(Said));
            Assert.Equal(batch.Transactions.Select(Said), alone.Transactions.Select(Said));
            Assert.Equal((0, 0), (alone.Claims.Count, alone.Lines.Count));
        }
    }

    private static (string?, string?, string?, string?, SourceSpan, long) Said(Interchange interchange) =>
        (interchange.ControlNumber, interchange.SenderId, interchange.ReceiverId, interchange.Usage, interchange.Span, interchange.Start);

    private static (int, string?, string?, string?, string?, string?, DateOnly?, string?, ClaimSetting, SourceSpan) Said(Transaction transaction) =>
        (transaction.Interchange.Index, transaction.ControlNumber, transaction.GroupControlNumber, transaction.Guide, transaction.Reference, transaction.Purpose,
            transaction.Submitted, transaction.Use, transaction.Setting, transaction.Span);
}
