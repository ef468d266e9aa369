using System.Text;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Tests.Reading.X12;

/// <summary>Claim files whose segments, elements, components, counts and bytes were changed at random.</summary>
internal sealed class X12Mutation(Random random)
{
    private static readonly string[] Names =
        [ClaimFiles.Professional, ClaimFiles.Institutional, ClaimFiles.Secondary, ClaimFiles.OneLine, ClaimFiles.TwoTransactions, ClaimFiles.EveryElement, ClaimFiles.EveryCode];

    private static readonly List<string[]> Files = [.. Names.Select(name => Segments(ClaimFiles.Text(name)))];

    private static readonly string[] AllSegments = [.. Files.SelectMany(file => file.Skip(1))];

    private static readonly string[] Values =
    [
        "", "0", "-1", "1", "00", "99999999999999999999", "1E5", "1.2.3", ".", "20240230", "20240715-20240701", "RD8", "D8", "A", "ZZ", "HC:64490", ":", "::::", "HC::::::::", "é", "x y", "^",
        new('9', 90), new(':', 30), "\u0000", "1234567893", "P", "MB", "AAE",
    ];

    /// <summary>The bytes of a file.</summary>
    public byte[] Next()
    {
        var segments = Files[random.Next(Files.Count)];
        var changed = random.Next(3) == 0 ? Mutation.Of(random, segments[1..], AllSegments) : [.. segments[1..]];
        for (var changes = random.Next(5); changes > 0 && changed.Count > 0; changes--)
        {
            var place = random.Next(changed.Count);
            changed[place] = random.Next(6) == 0 ? Miscounted(changed[place]) : Element(changed[place]);
        }

        var terminator = random.Next(8) == 0 ? "~" : "~\n";
        var bytes = Encoding.UTF8.GetBytes(segments[0] + terminator + string.Join(terminator, changed) + (random.Next(6) == 0 ? "" : terminator));
        if (random.Next(4) == 0)
        {
            for (var changes = random.Next(1, 4); changes > 0; changes--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return random.Next(12) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
    }

    private string Element(string segment)
    {
        var elements = segment.Split('*');
        if (random.Next(3) == 0)
        {
            var place = random.Next(elements.Length);
            elements[place] = string.Join(':', Mutation.Of(random, elements[place].Split(':'), Values, most: 2));
            return string.Join('*', elements);
        }

        return string.Join('*', Mutation.Of(random, elements, Values, most: 2));
    }

    // SE01, GE01, IEA01, LX01, HL02 and the like.
    private string Miscounted(string segment)
    {
        var elements = segment.Split('*');
        for (var i = 1; i < elements.Length; i++)
        {
            if (elements[i].Length > 0 && elements[i].All(char.IsAsciiDigit))
            {
                elements[i] = (random.Next(4) == 0 ? -1 : random.Next(200)).ToString(System.Globalization.CultureInfo.InvariantCulture);
                break;
            }
        }

        return string.Join('*', elements);
    }

    private static string[] Segments(string text) => [.. text.Split('~').Select(segment => segment.Trim('\r', '\n')).Where(segment => segment.Length > 0)];
}
