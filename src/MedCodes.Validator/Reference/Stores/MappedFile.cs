using System.IO.MemoryMappedFiles;

namespace MedCodes.Validator.Reference.Stores;

/// <summary>
/// A file in memory that is read when it is touched. What is asked later stays mapped as long as the process runs: what points into it can
/// then never point nowhere, and a release that is removed meanwhile keeps its contents until the last process that reads it has ended.
/// </summary>
internal sealed unsafe class MappedFile : IDisposable
{
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _first;

    private MappedFile(MemoryMappedViewAccessor view, int length)
    {
        _view = view;
        Length = length;
        byte* first = null;
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref first);
        _first = first + view.PointerOffset;
    }

    public int Length { get; }

    /// <summary>Maps a file.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    /// <exception cref="InvalidDataException">It is empty, or larger than a release can be.</exception>
    public static MappedFile Open(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
        if (file.Length is 0 or > int.MaxValue)
            throw new InvalidDataException($"the release is damaged: it has {file.Length} bytes");
        var length = (int)file.Length;
        using var map = MemoryMappedFile.CreateFromFile(file, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        return new MappedFile(map.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read), length);
    }

    /// <summary>
    /// Ends the mapping, which otherwise outlives even its object. For who has read the file to its end and keeps nothing that points into it:
    /// a process may have some ten thousand mappings.
    /// </summary>
    public void Dispose()
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
    }

    /// <summary>The bytes from a place on.</summary>
    /// <exception cref="InvalidDataException">They are not all there.</exception>
    public Block<byte> Bytes(int start, int length)
    {
        if (start < 0 || length < 0 || start > Length - length)
            throw new InvalidDataException("the release is damaged: it is shorter than it says");
        return new Block<byte>(_first + start, length, this);
    }

    /// <summary>A part of the file as a section.</summary>
    /// <exception cref="InvalidDataException">It is not all there.</exception>
    public Section Section(int id, int start, int length)
    {
        _ = Bytes(start, length);
        return new Section(id, _first + start, length, this);
    }
}
