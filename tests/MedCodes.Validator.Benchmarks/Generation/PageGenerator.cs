using System.Globalization;
using System.Text;

namespace MedCodes.Validator.Benchmarks.Generation;

/// <summary>Makes procedure pages from a seed: Markdown, each with its own words and code, some 3 kB long. All of it is synthetic.</summary>
internal sealed class PageGenerator(int seed)
{
    private static readonly string[] Parts =
        ["cervical joint", "lumbar joint", "left knee", "right shoulder", "skin", "vein of the arm", "upper back", "small tendon", "muscle of the neck", "nerve of the hand"];

    private static readonly string[] Acts =
        ["is cleaned and covered", "is treated under fluoroscopy", "is looked at before anything is done", "is numbed with local anesthetic", "is held still", "is marked on both sides", "is injected slowly", "is watched by the nurse", "is not touched at all", "is measured twice"];

    private static readonly string[] Ends =
        ["for 10 to 20 minutes", "while the patient lies prone", "without contrast", "until the pain specialist is content", "because no other way is safe", "where a second level is needed", "and the anesthesiologist gives sedation", "as often as it takes", "in a quiet room", "unless the team decides otherwise"];

    private static readonly (string Heading, int Sentences, char Kind)[] Sections =
    [
        ("Summary", 4, 'p'), ("Purpose", 2, 'p'), ("Indications", 4, 'i'), ("Preparation", 3, 'i'), ("Procedure Description", 8, 's'), ("Duration", 1, 'p'),
        ("Setting", 1, 'p'), ("Personnel", 3, 'i'), ("Risks and Complications", 5, 'i'), ("Benefits", 2, 'i'), ("Recovery", 3, 'i'), ("Alternatives", 3, 'i'),
        ("Patient Experience", 2, 'p'),
    ];

    /// <summary>The page of a number, the same for the same seed.</summary>
    public byte[] Page(int number)
    {
        var random = new Random(HashCode(number));
        var text = new StringBuilder();
        text.Append("# Treatment of the ").Append(Pick(random, Parts)).Append(" number ").Append(number).Append("\n\n");
        text.Append("**CPT4 code:** ").Append((10000 + (number % 80000)).ToString(CultureInfo.InvariantCulture)).Append("\n\n");
        text.Append("## Name of the Procedure: Treatment of the ").Append(Pick(random, Parts)).Append("\n\n");
        foreach (var (heading, sentences, kind) in Sections)
        {
            text.Append("## ").Append(heading).Append("\n\n");
            for (var i = 1; i <= sentences; i++)
                text.Append(kind == 'i' ? "* " : kind == 's' ? $"{i}. " : "").Append(Sentence(random)).Append(kind == 'p' ? " " : "\n");
            text.Append(kind == 'p' ? "\n\n" : "\n");
        }

        text.Append("## Similar Codes\n\n* ").Append((10000 + random.Next(80000)).ToString(CultureInfo.InvariantCulture)).Append(": something near it\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Sentence(Random random) => $"The {Pick(random, Parts)} {Pick(random, Acts)}, and the {Pick(random, Parts)} {Pick(random, Acts)} {Pick(random, Ends)}.";

    private static string Pick(Random random, string[] words) => words[random.Next(words.Length)];

    // The same in every process, which System.HashCode is not.
    private int HashCode(int number) => unchecked((seed * 486187739) + (number * 16777619));
}
