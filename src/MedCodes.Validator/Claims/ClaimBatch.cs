using System.Collections.Immutable;
using MedCodes.Validator.Claims.Building;
using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Claims;

/// <summary>
/// Claims that were read together: a whole small file, or a stretch of a large one. It owns all their values; what it hands
/// out are views that hold no more than the batch and a number.
/// </summary>
/// <remarks>Immutable and safe to read from several threads.</remarks>
public sealed class ClaimBatch
{
    internal ClaimBatch(SourceFile? file, RowSet rows, ClaimPositions positions, ImmutableArray<Fault> faults)
    {
        File = file;
        Rows = rows;
        Positions = positions;
        Faults = faults;
    }

    /// <summary>The file that the claims were read from; null for claims made in memory.</summary>
    public SourceFile? File { get; }

    /// <summary>What the reader found wrong in this stretch of the file, in the order of the file.</summary>
    public ImmutableArray<Fault> Faults { get; }

    /// <summary>The claims in the order of the file.</summary>
    public PartList<Claim> Claims => new(this, 0, Rows.Claims.Length - 1);

    /// <summary>The service lines of all claims, in the order of the file.</summary>
    public PartList<ServiceLine> Lines => new(this, 0, Rows.Lines.Length);

    /// <summary>The interchanges that the claims and transactions of this batch stand in; the first may have begun in the batch before.</summary>
    public PartList<Interchange> Interchanges => new(this, 0, Rows.Interchanges.Length);

    /// <summary>The transactions of this batch; the first may have begun in the batch before.</summary>
    public PartList<Transaction> Transactions => new(this, 0, Rows.Transactions.Length);

    internal RowSet Rows { get; }

    /// <summary>Finds their values in the file again.</summary>
    internal ClaimPositions Positions { get; }

    /// <summary>The same for whoever keeps the faults elsewhere.</summary>
    internal ClaimBatch WithoutFaults() => Faults.IsEmpty ? this : new ClaimBatch(File, Rows, Positions, []);

    /// <summary>The same without its claims, for whoever keeps the envelopes: they take little.</summary>
    internal ClaimBatch EnvelopesAlone()
    {
        var rows = NewBuilder();
        rows.AddEnvelopes(Rows);
        return rows.Build();
    }

    /// <summary>Makes batches of other rows of the same stretch of the file.</summary>
    internal ClaimBatchBuilder NewBuilder() => new(File, Positions);

    internal ClaimPaths Paths => Positions.Paths;

    internal string? Text(uint place) => TextPool.Text(Rows.Texts, place);

    /// <summary>What stands in the file, for what could not be read; empty for claims made in memory.</summary>
    internal string Written(SourceSpan span) => File is null ? "" : Positions.TextOf(File.Read(span));

    internal SourceSpan SpanOf(in ElementAddress address) => Positions.SpanOf(this, address);

    internal PartyDetails DetailsOf(in ElementAddress address) => Positions.DetailsOf(this, address);

    internal int InterchangeAt(long offset)
    {
        var interchange = Rows.Interchanges.Length - 1;
        while (interchange > 0 && Rows.Interchanges[interchange].Segment > offset)
            interchange--;
        return interchange;
    }

    internal int ClaimOfDiagnosis(int diagnosis)
    {
        var (first, end) = (0, Rows.Claims.Length - 1);
        while (end - first > 1)
        {
            var middle = (first + end) / 2;
            (first, end) = Rows.Claims[middle].FirstDiagnosis <= diagnosis ? (middle, end) : (first, middle);
        }

        return first;
    }

    internal int ClaimOfProvider(int provider)
    {
        var (first, end) = (0, Rows.Claims.Length - 1);
        while (end - first > 1)
        {
            var middle = (first + end) / 2;
            (first, end) = Rows.Claims[middle].FirstProvider <= provider ? (middle, end) : (first, middle);
        }

        return first;
    }

    internal string? SecondaryIdOf(int provider) => Rows.SecondaryIdOf(provider) is { } id ? Text(id) : null;

    internal bool IsUnreadable(FieldOwner owner, int row, int field) => Rows.Unreadable.Contains(owner, row, field);
}
