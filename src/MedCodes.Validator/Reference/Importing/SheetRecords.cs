using System.Globalization;
using System.Text;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace MedCodes.Validator.Reference.Importing;

/// <summary>The rows of the first sheet of a workbook (xlsx), one at a time.</summary>
internal sealed class SheetRecords : RecordReader
{
    private readonly Stream _file;
    private readonly IExcelDataReader _reader;
    private byte[][] _fields = [];

    // The package asks for code page 1252 whatever it reads, and the runtime knows it only when told to.
    static SheetRecords() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <exception cref="InvalidDataException">The workbook is damaged.</exception>
    public SheetRecords(Stream file)
    {
        _file = file;
        _reader = Guarded(() => ExcelReaderFactory.CreateOpenXmlReader(file));
    }

    public override int Count => _fields.Length;

    public override ReadOnlySpan<byte> this[int field] => field < _fields.Length ? _fields[field] : default;

    public override bool Read()
    {
        if (!Guarded(_reader.Read))
            return false;
        Line++;
        _fields = Guarded(() => Enumerable.Range(0, _reader.FieldCount).Select(field => Encoding.UTF8.GetBytes(Written(_reader.GetValue(field)))).ToArray());
        return true;
    }

    public override void Dispose()
    {
        _reader.Dispose();
        _file.Dispose();
    }

    private static string Written(object? value) => value switch
    {
        null => "",
        DateTime date => date.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    // The package answers damaged workbooks with whatever exception its parts come to; none of them says more than that.
    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is ExcelReaderException or XmlException or FormatException or OverflowException or ArgumentException
            or InvalidOperationException or NullReferenceException or IndexOutOfRangeException or InvalidCastException or KeyNotFoundException
            or NotSupportedException)
        {
            throw new InvalidDataException($"the workbook is damaged ({error.GetType().Name})", error);
        }
    }
}
