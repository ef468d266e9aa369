using System.Collections.Immutable;
using System.Text;

namespace MedCodes.Validator.Reference.Releases;

/// <summary>How a header is written.</summary>
internal static class HeaderFormat
{
    // More than any release has; a damaged count must not ask for memory.
    private const int MostItems = 1000;

    public static void Write(BinaryWriter writer, ReleaseHeader header)
    {
        writer.Write(header.Table);
        writer.Write(header.Release);
        writer.Write(header.Source);
        foreach (var day in new[] { header.From, header.Through, header.CoversFrom, header.CoversThrough })
            writer.Write(day.DayNumber);
        writer.Write(header.IsPairs);
        writer.Write(header.MissingMeansNone);
        writer.Write(header.Rows);
        writer.Write(header.BadRows);
        WriteAll(writer, header.Constants, constant =>
        {
            writer.Write(constant.Column);
            writer.Write(constant.Value);
        });
        WriteAll(writer, header.Columns, column =>
        {
            writer.Write(column.Name);
            writer.Write((int)column.Type);
        });
        WriteAll(writer, header.Ways, way => WriteAll(writer, way, writer.Write));
    }

    /// <exception cref="InvalidDataException">It is not what <see cref="Write"/> writes.</exception>
    public static ReleaseHeader Read(byte[] bytes, out ImmutableArray<SectionPlace> sections)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
            sections = ReadAll(reader, () => new SectionPlace(reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32()));
            return Read(reader);
        }
        catch (Exception error) when (error is EndOfStreamException or ArgumentException or FormatException)
        {
            throw new InvalidDataException("the release is damaged: its header cannot be read", error);
        }
    }

    public static void WriteSections(BinaryWriter writer, ImmutableArray<SectionPlace> sections) => WriteAll(writer, sections, section =>
    {
        writer.Write(section.Id);
        writer.Write(section.Start);
        writer.Write(section.Length);
    });

    private static ReleaseHeader Read(BinaryReader reader)
    {
        DateOnly Day() => DateOnly.FromDayNumber(reader.ReadInt32());
        return new ReleaseHeader
        {
            Table = reader.ReadString(),
            Release = reader.ReadString(),
            Source = reader.ReadString(),
            From = Day(),
            Through = Day(),
            CoversFrom = Day(),
            CoversThrough = Day(),
            IsPairs = reader.ReadBoolean(),
            MissingMeansNone = reader.ReadBoolean(),
            Rows = reader.ReadInt32(),
            BadRows = reader.ReadInt32(),
            Constants = ReadAll(reader, () => (reader.ReadString(), reader.ReadString())),
            Columns = ReadAll(reader, () => new TableColumn(reader.ReadString(), (ColumnType)reader.ReadInt32())),
            Ways = ReadAll(reader, () => ReadAll(reader, reader.ReadString)),
        };
    }

    private static void WriteAll<T>(BinaryWriter writer, ImmutableArray<T> items, Action<T> write)
    {
        writer.Write(items.Length);
        foreach (var item in items)
            write(item);
    }

    private static ImmutableArray<T> ReadAll<T>(BinaryReader reader, Func<T> read)
    {
        var count = reader.ReadInt32();
        if (count is < 0 or > MostItems)
            throw new InvalidDataException("the release is damaged: its header cannot be read");
        return [.. Enumerable.Range(0, count).Select(_ => read())];
    }
}

/// <summary>Where a section stands in the body of a release.</summary>
internal readonly record struct SectionPlace(int Id, int Start, int Length);
