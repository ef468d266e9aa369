using System.Buffers;
using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Engine.Cases;

/// <summary>
/// The claims of a run in a private temporary file, shared out into parts by patient, so that each part is read by itself: files that were read
/// again for every part would cost the more of each claim the more claims there are.
/// </summary>
/// <remarks>Where the device has no room for them, nothing is kept, and <see cref="HasRoom"/> says so.</remarks>
/// <param name="parts">The number of parts.</param>
/// <param name="newFile">Makes the file when something is written; null for the usual way.</param>
internal sealed class SpilledParts(int parts, Func<SpillFile>? newFile = null) : IDisposable
{
    // What is gathered of all parts before it is written.
    private const int MostGathered = 16 << 20;
    private const int LeastOfPart = 1 << 12;
    private const int MostOfPart = 1 << 16;

    // One that met a huge claim has grown to what no other batch needs.
    private const int LargestIdle = 8 << 20;

    // Before each block of a part stands where the one before is, so that only the last is kept in mind.
    private const int LengthOfHead = sizeof(long) + sizeof(int);

    private readonly int _mostOfPart = Math.Clamp(MostGathered / parts, LeastOfPart, MostOfPart);
    private readonly List<Origin> _origins = [];
    private readonly Part[] _parts = [.. Enumerable.Range(0, parts).Select(_ => new Part())];
    private readonly ConcurrentBag<SharedBatch> _idle = [];
    private SpillFile? _file;

    /// <summary>Whether all that was added had room; else the parts are to be had from the files alone.</summary>
    public bool HasRoom { get; private set; } = true;

    /// <summary>Shares a batch out. It may be called from several threads.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="survey">What was noted of the claims of its file.</param>
    public SharedBatch Share(RunBatch batch, ClaimSurvey survey)
    {
        var shared = _idle.TryTake(out var idle) ? idle : new SharedBatch();
        shared.Fill(batch, survey, parts);
        return shared;
    }

    /// <summary>Takes a batch that was shared out. Batches are taken in their order.</summary>
    public void Add(RunBatch batch, SharedBatch shared)
    {
        for (var i = 0; i < shared.Count; i++)
        {
            var (part, bytes) = shared[i];
            var gathered = _parts[part].Gathered;
            MemoryMarshal.Write(gathered.GetSpan(sizeof(int)), _origins.Count);
            gathered.Advance(sizeof(int));
            gathered.Write(bytes.Span);
            if (gathered.WrittenCount >= _mostOfPart)
                Spill(_parts[part]);
        }

        _origins.Add(new Origin(batch.Number, batch.Batch.File, batch.Batch.Positions));
        if (shared.Capacity <= LargestIdle)
            _idle.Add(shared);
    }

    /// <summary>Writes what is still gathered. Nothing may be added afterwards.</summary>
    public void Complete()
    {
        foreach (var part in _parts)
        {
            Spill(part);
            part.Gathered = new ArrayBufferWriter<byte>();
        }

        _idle.Clear();
    }

    /// <summary>The claims of a part, in the order in which batches were added.</summary>
    /// <exception cref="SpillException">The device fails.</exception>
    public IEnumerable<RunBatch> Of(int part)
    {
        var (stretches, bytes) = (new Dictionary<SourceFile, RecentStretches>(), Array.Empty<byte>());
        foreach (var (offset, length) in BlocksOf(_parts[part]))
        {
            if (bytes.Length < length)
                bytes = new byte[length];
            _file!.Read(offset, bytes.AsSpan(0, length));
            foreach (var batch in Batches(bytes.AsSpan(0, length), stretches))
                yield return batch;
        }
    }

    /// <summary>Keeps nothing any more: the device fails, or there is no room.</summary>
    public void GiveUp()
    {
        HasRoom = false;
        Dispose();
    }

    public void Dispose() => _file?.Dispose();

    private Stack<(long Offset, int Length)> BlocksOf(Part part)
    {
        var blocks = new Stack<(long Offset, int Length)>();
        Span<byte> head = stackalloc byte[LengthOfHead];
        for (var (offset, length) = part.Last; length > 0; (offset, length) = (MemoryMarshal.Read<long>(head), MemoryMarshal.Read<int>(head[sizeof(long)..])))
        {
            blocks.Push((offset + LengthOfHead, length));
            _file!.Read(offset, head);
        }

        return blocks;
    }

    private List<RunBatch> Batches(ReadOnlySpan<byte> bytes, Dictionary<SourceFile, RecentStretches> stretches)
    {
        var batches = new List<RunBatch>();
        while (!bytes.IsEmpty)
        {
            var origin = _origins[MemoryMarshal.Read<int>(bytes)];
            bytes = bytes[sizeof(int)..];
            batches.Add(new RunBatch(origin.Number, new ClaimBatch(origin.File, RowSetBytes.Read(ref bytes), PositionsOf(origin, stretches), [])));
        }

        return batches;
    }

    // What is read of a file again is kept with the part, and not as long as the run lasts: it may have thousands of files.
    private static ClaimPositions PositionsOf(Origin origin, Dictionary<SourceFile, RecentStretches> stretches)
    {
        if (origin.File is not { } file)
            return origin.Positions;
        if (!stretches.TryGetValue(file, out var recent))
            stretches[file] = recent = new RecentStretches(file);
        return origin.Positions.With(recent);
    }

    private void Spill(Part part)
    {
        if (part.Gathered.WrittenCount == 0)
            return;
        try
        {
            if (HasRoom)
                Append(part);
        }
        catch (SpillException)
        {
            // Others may need the room.
            GiveUp();
        }

        part.Gathered.ResetWrittenCount();
    }

    private void Append(Part part)
    {
        _file ??= newFile is null ? new SpillFile() : newFile();
        Span<byte> head = stackalloc byte[LengthOfHead];
        MemoryMarshal.Write(head, part.Last.Offset);
        MemoryMarshal.Write(head[sizeof(long)..], part.Last.Length);
        part.Last = (_file.Length, part.Gathered.WrittenCount);
        _file.Append(head);
        _file.Append(part.Gathered.WrittenSpan);
    }

    private sealed record Origin(int Number, SourceFile? File, ClaimPositions Positions);

    private sealed class Part
    {
        public ArrayBufferWriter<byte> Gathered { get; set; } = new();

        public (long Offset, int Length) Last { get; set; }
    }
}
