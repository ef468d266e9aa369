using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Findings;

/// <summary>Makes findings again of the bytes that <see cref="FindingEncoder"/> wrote.</summary>
internal ref struct FindingDecoder(FindingPalette palette, ReadOnlySpan<byte> bytes)
{
    private const int HoldsClaim = 1;

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;
    private Place? _first;
    private ReadOnlySpan<byte> _bytesOfFirst;

    /// <summary>Reads a number of seven bits a byte.</summary>
    public static ulong Number(ReadOnlySpan<byte> bytes, ref int at)
    {
        var number = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[at++];
            number |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return number;
        }
    }

    /// <summary>The number of the kind that a finding's bytes begin with.</summary>
    public static int KindOf(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        return (int)Signed(Number(bytes, ref at));
    }

    /// <summary>The finding.</summary>
    /// <param name="severities">The severities of the kinds where they are others than those that were written; empty for those.</param>
    public Finding Finding(ImmutableArray<Severity> severities)
    {
        var number = Int();
        var kind = palette.Kinds[number];
        return new Finding
        {
            Rule = kind.Rule,
            Severity = severities.IsEmpty ? kind.Severity : severities[number],
            Place = Place(),
            Fingerprint = Fingerprint(),
            Message = new Message(Parts()),
            Witnesses = Witnesses(),
            ChargeAtRisk = Amount(),
            Deadline = Int() is > 0 and var day ? DateOnly.FromDayNumber(day - 1) : null,
            Edits = Edits(),
        };
    }

    /// <summary>What a finding says of which rule and where, without the rest of it, and where its fingerprint stands.</summary>
    public (RuleDescription Rule, Place Place, int FingerprintAt) Head()
    {
        var kind = palette.Kinds[Int()];
        return (kind.Rule, Place(), _at);
    }

    /// <summary>What a finding is sorted by; no text of it is made for that.</summary>
    /// <param name="numberOf">The number of a file.</param>
    /// <param name="sequence">How many come before it.</param>
    public FindingKey Key(Func<SourceFile, int> numberOf, int sequence)
    {
        var (kind, holds, file, span) = (palette.Kinds[Int()], Int(), palette.File(Int()), Span());
        return new FindingKey(numberOf(file), span.Offset, kind.Rule.Id, (holds & HoldsClaim) == 0 ? 0 : Int(), sequence);
    }

    private static long Signed(ulong number) => (long)(number >> 1) ^ -(long)(number & 1);

    private int Int() => (int)Signed(Number(_bytes, ref _at));

    private SourceSpan Span() => new(Signed(Number(_bytes, ref _at)), Int());

    private string Fingerprint()
    {
        var form = _bytes[_at++];
        if (form == FindingEncoder.TextOfFingerprint)
            return Text()!;
        _at += FindingEncoder.FingerprintLength / 2;
        return form == FindingEncoder.OpenFingerprint ? "" : Convert.ToHexStringLower(_bytes[(_at - (FindingEncoder.FingerprintLength / 2)).._at]);
    }

    // What a finding is about mostly stands again in its proof; the same bytes are the same place.
    private Place Place()
    {
        if (_first is not null && _bytes[_at..].StartsWith(_bytesOfFirst))
        {
            _at += _bytesOfFirst.Length;
            return _first;
        }

        var start = _at;
        var place = NextPlace();
        if (_first is null)
        {
            _first = place;
            _bytesOfFirst = _bytes[start.._at];
        }

        return place;
    }

    private Place NextPlace()
    {
        var holds = Int();
        return new Place
        {
            File = palette.File(Int()),
            Span = Span(),
            Claim = (holds & HoldsClaim) == 0 ? null : Int(),
            ClaimId = (holds & 2) == 0 ? null : Text(),
            Line = (holds & 4) == 0 ? null : Int(),
            Section = (holds & 8) == 0 ? null : Text(),
            Path = (holds & 16) == 0 ? "" : Text()!,
        };
    }

    private ImmutableArray<MessagePart> Parts()
    {
        var parts = Room<MessagePart>();
        for (var i = 0; i < parts.Length; i++)
        {
            var privacy = (Privacy)Int();
            parts[i] = new MessagePart(Text()!, privacy);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(parts);
    }

    private ImmutableArray<Witness> Witnesses()
    {
        var witnesses = Room<Witness>();
        for (var i = 0; i < witnesses.Length; i++)
            witnesses[i] = Witness();
        return ImmutableCollectionsMarshal.AsImmutableArray(witnesses);
    }

    private Witness Witness()
    {
        var (name, kind, holds) = (Text()!, Text()!, Int());
        return new Witness
        {
            Name = name,
            Kind = kind,
            Place = (holds & 1) == 0 ? null : Place(),
            Row = (holds & 2) == 0 ? null : Row(),
            Absence = (holds & 4) == 0 ? null : Absence(),
            Fields = Fields(),
            Members = Places(),
        };
    }

    private TableRow Row()
    {
        var (table, release, isExtrapolated) = (Text()!, Text()!, Int() == 1);
        return new TableRow(table, release, Fields(), isExtrapolated);
    }

    private Absence Absence()
    {
        var (sought, failed) = (Text()!, Text());
        return new Absence(sought, Int() == 0 ? null : Place(), failed);
    }

    private ImmutableArray<WitnessField> Fields()
    {
        var fields = Room<WitnessField>();
        for (var i = 0; i < fields.Length; i++)
        {
            var (name, holds) = (Text()!, Int());
            var values = Room<string>();
            for (var value = 0; value < values.Length; value++)
                values[value] = Text()!;
            fields[i] = new WitnessField(name, ImmutableCollectionsMarshal.AsImmutableArray(values), (holds & 1) != 0, (Privacy)(holds >> 2), (holds & 2) != 0);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(fields);
    }

    private ImmutableArray<Place> Places()
    {
        var places = Room<Place>();
        for (var i = 0; i < places.Length; i++)
            places[i] = Place();
        return ImmutableCollectionsMarshal.AsImmutableArray(places);
    }

    private ImmutableArray<TextEdit> Edits()
    {
        var edits = Room<TextEdit>();
        for (var i = 0; i < edits.Length; i++)
            edits[i] = new TextEdit(Span(), Text()!);
        return ImmutableCollectionsMarshal.AsImmutableArray(edits);
    }

    // Lists are mostly empty.
    private T[] Room<T>() => Int() is > 0 and var count ? new T[count] : [];

    private decimal? Amount()
    {
        if (Int() == 0)
            return null;
        Span<int> parts = stackalloc int[4];
        foreach (ref var part in parts)
        {
            part = BinaryPrimitives.ReadInt32LittleEndian(_bytes[_at..]);
            _at += sizeof(int);
        }

        return new decimal(parts);
    }

    private string? Text()
    {
        var head = Number(_bytes, ref _at);
        var count = (int)(head >> FindingEncoder.TextShift);
        switch (head & ((1 << FindingEncoder.TextShift) - 1))
        {
            case FindingEncoder.NoText:
                return null;
            case FindingEncoder.KnownText:
                return palette.Text(count);
            case FindingEncoder.Utf8Text:
                _at += count;
                return Encoding.UTF8.GetString(_bytes[(_at - count).._at]);
            default:
                _at += 2 * count;
                return new string(MemoryMarshal.Cast<byte, char>(_bytes[(_at - (2 * count)).._at]));
        }
    }
}
