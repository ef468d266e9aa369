using System.Text;

namespace MedCodes.Validator.Reference.Importing;

/// <summary>Reads the records of a file one by one: lines, rows of a csv, rows of a spreadsheet.</summary>
internal abstract class RecordReader : IDisposable
{
    /// <summary>The line of the file at which the record begins, from 1; in a spreadsheet the row.</summary>
    public int Line { get; protected set; }

    /// <summary>The number of its fields.</summary>
    public abstract int Count { get; }

    /// <summary>A field's bytes, without the quotes of a csv; empty where the record has fewer fields.</summary>
    public abstract ReadOnlySpan<byte> this[int field] { get; }

    /// <summary>Goes to the next record; false at the end.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    /// <exception cref="RefusedException">A record is too long to be one.</exception>
    public abstract bool Read();

    /// <summary>A field as text without blanks around it. Bytes that are no UTF-8 show as replacement characters.</summary>
    public string Text(int field) => Encoding.UTF8.GetString(this[field].Trim(" \r\n\t"u8));

    public abstract void Dispose();
}
