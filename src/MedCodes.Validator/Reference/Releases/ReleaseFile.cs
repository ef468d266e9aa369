using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using MedCodes.Validator.Reference.Ncci;
using MedCodes.Validator.Reference.Stores;

using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reference.Releases;

/// <summary>
/// A release as a file: a mark and the header's length, the header's checksum, the body's length and checksum, the header, and the body,
/// whose sections begin at lines of the processor's cache. Numbers are little-endian.
/// </summary>
internal static class ReleaseFile
{
    // Where the sections begin: a multiple of 64, so that a line of a pair matrix is a line of the cache.
    private const int Alignment = 64;
    private const int HashLength = 32;
    private const int HeaderLengthAt = 8;
    private const int BodyLengthAt = 12;
    private const int HeaderHashAt = 16;
    private const int BodyHashAt = 48;
    private const int HeaderAt = 80;

    private static ReadOnlySpan<byte> Mark => "MCREL02\n"u8;

    /// <summary>Writes a release to the disk.</summary>
    /// <returns>The checksum of its contents.</returns>
    /// <exception cref="IOException">It cannot be written, for example because the disk is full.</exception>
    public static string Write(string path, ReleaseHeader header, ImmutableArray<Section> sections)
    {
        try
        {
            return WriteAll(path, header, sections);
        }
        catch (ArgumentOutOfRangeException error)
        {
            throw FileTooLarge.Of(error);
        }
    }

    private static string WriteAll(string path, ReleaseHeader header, ImmutableArray<Section> sections)
    {
        var (places, length) = Places(sections);
        var headerBytes = HeaderBytes(header, places);
        var bodyAt = Aligned(HeaderAt + headerBytes.Length);

        using var bodyHash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        file.Position = bodyAt;
        foreach (var (section, place) in sections.Zip(places))
        {
            Pad(file, bodyHash, bodyAt + place.Start);
            bodyHash.AppendData(section.Bytes);
            file.Write(section.Bytes);
        }

        var front = new byte[bodyAt];
        Mark.CopyTo(front);
        BinaryPrimitives.WriteInt32LittleEndian(front.AsSpan(HeaderLengthAt), headerBytes.Length);
        BinaryPrimitives.WriteInt32LittleEndian(front.AsSpan(BodyLengthAt), length);
        headerBytes.CopyTo(front, HeaderAt);
        var hash = bodyHash.GetHashAndReset();
        hash.CopyTo(front, BodyHashAt);
        HeaderHash(front).CopyTo(front, HeaderHashAt);
        file.Position = 0;
        file.Write(front);
        file.Flush(flushToDisk: true);
        return Convert.ToHexStringLower(HeaderHash(front));
    }

    /// <summary>Maps a release. Its header is checked; its body is trusted until <see cref="Verify"/> looks.</summary>
    /// <exception cref="InvalidDataException">It is damaged, or no release.</exception>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static OpenRelease Open(string path)
    {
        var file = MappedFile.Open(path);
        try
        {
            return Open(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Reads a release as a whole and compares it with its checksum.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static void Verify(string path)
    {
        using var file = MappedFile.Open(path);
        var (_, _, bodyAt) = ReadHeader(file);
        var body = file.Bytes(bodyAt, file.Length - bodyAt).Slice(0, file.Length - bodyAt);
        if (!SHA256.HashData(body).AsSpan().SequenceEqual(file.Bytes(BodyHashAt, HashLength).Slice(0, HashLength)))
            throw new InvalidDataException("the release is damaged: its checksum is another one");
        _ = Open(file);
    }

    private static OpenRelease Open(MappedFile file)
    {
        var (header, places, bodyAt) = ReadHeader(file);
        var sections = places.Select(place => file.Section(place.Id, checked(bodyAt + place.Start), place.Length)).ToImmutableArray();
        IRowStore store = header.IsPairs ? new PairStore(sections) : new RowStore(header.Columns, header.Ways, sections);
        return new OpenRelease(header, store, file.Length);
    }

    private static (ReleaseHeader Header, ImmutableArray<SectionPlace> Places, int BodyAt) ReadHeader(MappedFile file)
    {
        var front = file.Bytes(0, Math.Min(file.Length, HeaderAt));
        if (front.Length < HeaderAt || !front.Slice(0, Mark.Length).SequenceEqual(Mark))
            throw new InvalidDataException("the file is no release, or one of another version of this program");
        var headerLength = BinaryPrimitives.ReadInt32LittleEndian(front.Slice(HeaderLengthAt, sizeof(int)));
        var bodyLength = BinaryPrimitives.ReadInt32LittleEndian(front.Slice(BodyLengthAt, sizeof(int)));
        if (headerLength <= 0 || headerLength > file.Length - HeaderAt)
            throw new InvalidDataException("the release is damaged: its header is not all there");
        var bodyAt = Aligned(HeaderAt + headerLength);
        var all = file.Bytes(0, bodyAt).Slice(0, bodyAt).ToArray();
        if (!HeaderHash(all).AsSpan().SequenceEqual(all.AsSpan(HeaderHashAt, HashLength)))
            throw new InvalidDataException("the release is damaged: the checksum of its header is another one");
        if (file.Length - bodyAt != bodyLength)
            throw new InvalidDataException($"the release is damaged: it has {file.Length} bytes and says {bodyAt + (long)bodyLength}");
        return (HeaderFormat.Read(all[HeaderAt..], out var places), places, bodyAt);
    }

    private static (ImmutableArray<SectionPlace> Places, int Length) Places(ImmutableArray<Section> sections)
    {
        var places = ImmutableArray.CreateBuilder<SectionPlace>();
        var at = 0;
        foreach (var section in sections)
        {
            at = Aligned(at);
            places.Add(new SectionPlace(section.Id, at, section.Length));
            at = checked(at + section.Length);
        }

        return (places.ToImmutable(), at);
    }

    private static byte[] HeaderBytes(ReleaseHeader header, ImmutableArray<SectionPlace> places)
    {
        var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        HeaderFormat.WriteSections(writer, places);
        HeaderFormat.Write(writer, header);
        writer.Flush();
        return bytes.ToArray();
    }

    // Over all that stands in front of the body, its own place left out; so it speaks for the body's checksum too.
    private static byte[] HeaderHash(byte[] front)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(front.AsSpan(0, HeaderHashAt));
        hash.AppendData(front.AsSpan(BodyHashAt));
        return hash.GetHashAndReset();
    }

    private static void Pad(FileStream file, IncrementalHash hash, int to)
    {
        var padding = new byte[to - file.Position];
        hash.AppendData(padding);
        file.Write(padding);
    }

    private static int Aligned(int place) => checked(place + Alignment - 1) & -Alignment;
}

/// <summary>A release that is open.</summary>
internal sealed record OpenRelease(ReleaseHeader Header, IRowStore Store, int Bytes);
