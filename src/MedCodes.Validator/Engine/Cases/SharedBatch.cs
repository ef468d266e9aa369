using System.Buffers;
using MedCodes.Validator.Claims.Building;
using MedCodes.Validator.Claims.Rows;

namespace MedCodes.Validator.Engine.Cases;

/// <summary>The claims of a batch as bytes, shared out into parts. It serves one batch after the other, because it has grown to what they need.</summary>
internal sealed class SharedBatch
{
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly List<(int Part, int Start)> _pieces = [];

    /// <summary>The bytes that it has grown to.</summary>
    public int Capacity => _bytes.Capacity;

    /// <summary>The number of pieces: one for each part that has claims.</summary>
    public int Count => _pieces.Count;

    /// <summary>The part of a piece, and its claims.</summary>
    public (int Part, ReadOnlyMemory<byte> Bytes) this[int piece]
    {
        get
        {
            var (part, start) = _pieces[piece];
            var end = piece + 1 < _pieces.Count ? _pieces[piece + 1].Start : _bytes.WrittenCount;
            return (part, _bytes.WrittenMemory[start..end]);
        }
    }

    /// <summary>Shares the claims of a batch out by patient.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="survey">What was noted of the claims of its file; a claim of which nothing was is left out.</param>
    /// <param name="parts">The number of parts.</param>
    public void Fill(RunBatch batch, ClaimSurvey survey, int parts)
    {
        _bytes.ResetWrittenCount();
        _pieces.Clear();
        using var copies = new ClaimCopies(batch.Batch);
        var rows = batch.Batch.Rows;
        var byPart = Enumerable.Range(0, rows.Claims.Length - 1)
            .Select(claim => (Part: survey.PartOf(rows.OrdinalOf(claim), parts), Claim: claim))
            .Where(claim => claim.Part is not null)
            .ToLookup(claim => claim.Part!.Value, claim => claim.Claim);
        foreach (var claims in byPart)
        {
            _pieces.Add((claims.Key, _bytes.WrittenCount));
            RowSetBytes.Write(copies.Of([.. claims]).Rows, _bytes);
        }
    }
}
