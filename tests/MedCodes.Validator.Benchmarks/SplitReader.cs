using System.Globalization;

namespace MedCodes.Validator.Benchmarks;

/// <summary>How claim files are read in a hurry: the whole file as a string, cut by string.Split. It takes the main path only.</summary>
internal static class SplitReader
{
    public static (int Claims, int Lines, decimal Charges) Read(string text)
    {
        var (claims, lines, charges) = (0, 0, 0m);
        foreach (var segment in text.Split('~', StringSplitOptions.RemoveEmptyEntries))
        {
            var elements = segment.Split('*');
            switch (elements[0])
            {
                case "CLM":
                    claims++;
                    _ = elements[5].Split(':');
                    break;
                case "SV1":
                    lines++;
                    _ = elements[1].Split(':');
                    _ = decimal.TryParse(elements[2], CultureInfo.InvariantCulture, out var charge);
                    charges += charge;
                    break;
                case "DTP" when elements[2] == "D8":
                    _ = DateOnly.TryParseExact(elements[3], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
                    break;
            }
        }

        return (claims, lines, charges);
    }
}
