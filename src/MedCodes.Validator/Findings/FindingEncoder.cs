using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Unicode;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Findings;

/// <summary>Writes findings as bytes, from which <see cref="FindingDecoder"/> makes them again with everything that they hold.</summary>
internal sealed class FindingEncoder(FindingPalette palette)
{
    public const int NoText = 0;
    public const int KnownText = 1;
    public const int Utf8Text = 2;
    public const int Utf16Text = 3;
    public const int TextShift = 2;

    /// <summary>The digits of a fingerprint, two a byte.</summary>
    public const int FingerprintLength = 32;

    /// <summary>What comes before a fingerprint: that it is a text, that it is given in bytes, or that its bytes are still to be filled in.</summary>
    public const int TextOfFingerprint = 0;
    public const int GivenFingerprint = 1;
    public const int OpenFingerprint = 2;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    private byte[] _buffer = new byte[1 << 10];
    private int _length;

    /// <summary>Writes a finding.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="kind">The number of its kind, which comes first.</param>
    /// <returns>The bytes, until the next one is written.</returns>
    public ReadOnlySpan<byte> Encode(Finding finding, out int kind)
    {
        _length = 0;
        kind = palette.NumberOf(finding);
        Write(kind);
        Write(finding.Place);
        WriteFingerprint(finding.Fingerprint);
        foreach (var part in Counted(finding.Message.Parts))
        {
            Write((int)part.Privacy);
            Write(part.Text, isWord: part.Privacy == Privacy.Open);
        }

        foreach (var witness in Counted(finding.Witnesses))
            Write(witness);
        Write(finding.ChargeAtRisk);
        Write(finding.Deadline is { } day ? day.DayNumber + 1 : 0);
        foreach (var edit in Counted(finding.Edits))
        {
            Write(edit.Span);
            Write(edit.Replacement);
        }

        return _buffer.AsSpan(0, _length);
    }

    /// <summary>Gives a finding that was written without one a fingerprint.</summary>
    /// <param name="at">The bytes from where it stands, as <see cref="FindingDecoder.Head"/> tells.</param>
    /// <returns>Where its own bytes are to be filled in.</returns>
    public static Span<byte> OpenedFingerprint(Span<byte> at)
    {
        at[0] = GivenFingerprint;
        return at.Slice(1, FingerprintLength / 2);
    }

    /// <summary>Writes a number of seven bits a byte, the lowest first.</summary>
    public static int Write(ulong number, Span<byte> bytes)
    {
        var length = 0;
        while (number >= 0x80)
        {
            bytes[length++] = (byte)(number | 0x80);
            number >>= 7;
        }

        bytes[length++] = (byte)number;
        return length;
    }

    private void Write(Witness witness)
    {
        Write(witness.Name, isWord: true);
        Write(witness.Kind, isWord: true);
        Write((witness.Place is null ? 0 : 1) | (witness.Row is null ? 0 : 2) | (witness.Absence is null ? 0 : 4));
        if (witness.Place is { } place)
            Write(place);
        if (witness.Row is { } row)
        {
            Write(row.Table, isWord: true);
            Write(row.Release, isWord: true);
            Write(row.Extrapolated ? 1 : 0);
            foreach (var column in Counted(row.Key))
                Write(column);
        }

        if (witness.Absence is { } absence)
        {
            Write(absence.Sought, isWord: true);
            Write(absence.Failed, isWord: true);
            Write(absence.Nearest is null ? 0 : 1);
            if (absence.Nearest is { } nearest)
                Write(nearest);
        }

        foreach (var field in Counted(witness.Fields))
            Write(field);
        foreach (var member in Counted(witness.Members))
            Write(member);
    }

    private void Write(WitnessField field)
    {
        Write(field.Name, isWord: true);
        Write(((int)field.Privacy << 2) | (field.IsList ? 1 : 0) | (field.IsNumber ? 2 : 0));
        foreach (var value in Counted(field.Values))
            Write(value);
    }

    private void Write(Place place)
    {
        Write((place.Claim is null ? 0 : 1) | (place.ClaimId is null ? 0 : 2) | (place.Line is null ? 0 : 4) | (place.Section is null ? 0 : 8) | (place.Path.Length == 0 ? 0 : 16));
        Write(palette.NumberOf(place.File));
        Write(place.Span);
        if (place.Claim is { } claim)
            Write(claim);
        if (place.ClaimId is { } id)
            Write(id);
        if (place.Line is { } line)
            Write(line);
        if (place.Section is { } section)
            Write(section);
        if (place.Path.Length > 0)
            Write(place.Path);
    }

    private void Write(SourceSpan span)
    {
        Write(span.Offset);
        Write(span.Length);
    }

    // What a finding has before it is given one is none, and tests give others.
    private void WriteFingerprint(string fingerprint)
    {
        var at = Reserve(1 + (FingerprintLength / 2));
        if (fingerprint.Length == 0)
        {
            _buffer.AsSpan(at, 1 + (FingerprintLength / 2)).Clear();
            _buffer[at] = OpenFingerprint;
            _length = at + 1 + (FingerprintLength / 2);
            return;
        }

        if (fingerprint.Length == FingerprintLength && !fingerprint.AsSpan().ContainsAnyExcept(Digits)
            && Convert.FromHexString(fingerprint, _buffer.AsSpan(at + 1), out _, out _) == OperationStatus.Done)
        {
            _buffer[at] = GivenFingerprint;
            _length = at + 1 + (FingerprintLength / 2);
            return;
        }

        _buffer[at] = TextOfFingerprint;
        _length = at + 1;
        Write(fingerprint);
    }

    private void Write(decimal? amount)
    {
        if (amount is not { } value)
        {
            Write(0);
            return;
        }

        Write(1);
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        foreach (var part in parts)
        {
            var at = Reserve(sizeof(int));
            BinaryPrimitives.WriteInt32LittleEndian(_buffer.AsSpan(at), part);
            _length = at + sizeof(int);
        }
    }

    /// <summary>Values of which the number is written.</summary>
    private ImmutableArray<T> Counted<T>(ImmutableArray<T> values)
    {
        var all = values.IsDefault ? [] : values;
        Write(all.Length);
        return all;
    }

    private void Write(string? text, bool isWord = false)
    {
        if (text is null)
        {
            WriteBare(NoText);
            return;
        }

        if (isWord && palette.NumberOf(text) is >= 0 and var number)
        {
            WriteBare(((ulong)number << TextShift) | KnownText);
            return;
        }

        // A text that is no valid UTF-16 is kept as it is.
        var at = Reserve(10 + (3 * text.Length));
        Span<byte> bytes = _buffer.AsSpan(at + 5);
        if (Utf8.FromUtf16(text, bytes, out _, out var written, replaceInvalidSequences: false) != OperationStatus.Done)
        {
            WriteBare(((ulong)text.Length << TextShift) | Utf16Text);
            at = Reserve(2 * text.Length);
            MemoryMarshal.AsBytes(text.AsSpan()).CopyTo(_buffer.AsSpan(at));
            _length = at + (2 * text.Length);
            return;
        }

        WriteBare(((ulong)written << TextShift) | Utf8Text);
        bytes[..written].CopyTo(_buffer.AsSpan(_length));
        _length += written;
    }

    // Small numbers below 0 stay short, too.
    private void Write(long number) => WriteBare((ulong)((number << 1) ^ (number >> 63)));

    private void WriteBare(ulong number)
    {
        var at = Reserve(10);
        _length = at + Write(number, _buffer.AsSpan(at));
    }

    /// <summary>Makes room for bytes behind those that are written.</summary>
    private int Reserve(int bytes)
    {
        if (_buffer.Length - _length < bytes)
            Array.Resize(ref _buffer, Math.Max(2 * _buffer.Length, _length + bytes));
        return _length;
    }
}
