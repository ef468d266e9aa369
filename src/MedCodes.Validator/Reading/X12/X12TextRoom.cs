using MedCodes.Validator.Claims.Rows;

namespace MedCodes.Validator.Reading.X12;

/// <summary>Adds texts to those of a batch that is made already: where room was left for them, else in a copy.</summary>
internal sealed class X12TextRoom(byte[] texts, int start, int length)
{
    private const int More = 1024;
    private int _next = start;
    private int _end = start + length;

    /// <summary>All texts of the batch.</summary>
    public byte[] Texts { get; private set; } = texts;

    /// <summary>Adds a text.</summary>
    /// <returns>Its place.</returns>
    public uint Add(ReadOnlySpan<byte> text)
    {
        if (_next + text.Length + TextPool.Overhead > _end)
        {
            var before = Texts;
            Texts = new byte[before.Length + text.Length + More];
            before.CopyTo(Texts, 0);
            (_next, _end) = (before.Length, Texts.Length);
        }

        var place = _next;
        _next = TextPool.Write(Texts, place, text);
        return (uint)place;
    }
}
