using MedCodes.Validator.Claims;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Reading.Text;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Batches;

/// <summary>A file with what it turned out to hold.</summary>
/// <param name="Kind">What its content was taken for.</param>
/// <param name="Loaded">What it holds.</param>
internal sealed record ReadFile(ContentKind Kind, LoadedFile Loaded)
{
    /// <summary>Whether there is nothing in it to be read, and nothing else wrong with it.</summary>
    public bool HoldsNothing => Kind == ContentKind.Unrecognized && Loaded.Faults is [{ Kind: FaultKind.UnrecognizedContent }];

    /// <summary>What reports say of it.</summary>
    public CheckedFile Checked => new(Loaded.File.Path, Kind, Loaded.Survey.Claims, Loaded.Survey.Lines, Loaded.Pages.Length);

    /// <summary>Reads a file by its content, or as what it is said to be.</summary>
    public static ReadFile Of(SourceFile file, PageReader pages, InputFormat? format = null) =>
        PagesOf(file, pages, format) ?? ClaimsOf(file, format, new ClaimMemory(long.MaxValue), jobs: 1);

    /// <summary>Reads a file that holds no claims; null where it does. It may be called from several threads.</summary>
    public static ReadFile? PagesOf(SourceFile file, PageReader pages, InputFormat? format)
    {
        if (KindOf(file, format) != ContentKind.Unrecognized)
            return null;
        var reading = pages.Read(file, PageFormatOf(format));
        return new ReadFile(
            reading.Documents.IsEmpty ? ContentKind.Unrecognized : ContentKind.Text,
            new LoadedFile(file, [], reading.Documents, [.. Damage(file), .. reading.Faults]));
    }

    /// <summary>Reads a file that holds claims.</summary>
    /// <param name="file">The file.</param>
    /// <param name="format">What it is said to be; null where its content tells.</param>
    /// <param name="memory">The memory for the claims of the run. Where there is no room the claims are noted and not kept.</param>
    /// <param name="jobs">How much of it is read at a time.</param>
    /// <param name="timings">Measures how long reading it again takes; null where nobody wants to know.</param>
    /// <param name="watching">Lets the batches through as they are read first; null where nobody looks at them.</param>
    public static ReadFile ClaimsOf(SourceFile file, InputFormat? format, ClaimMemory memory, int jobs, RunTimings? timings = null, Watching? watching = null)
    {
        var kind = KindOf(file, format);
        var claims = ClaimFileContent.Open(file, kind, jobs);
        var (survey, batches, faults) = (new ClaimSurvey(), new List<ClaimBatch>(), Damage(file).ToList());
        foreach (var batch in watching is null ? claims.All : watching(new LoadedFile(file, [], [], []) { ReadAgain = claims.Again }, kind, claims.All))
        {
            survey.Add(batch);
            faults.AddRange(batch.Faults);
            memory.Add(batch);
            if (memory.HasRoom)
                batches.Add(batch.WithoutFaults());
            else
                batches.Clear();
        }

        return new ReadFile(kind, new LoadedFile(file, [.. batches], [], [.. faults])
        {
            Survey = survey,
            ReadAgain = timings is null ? claims.Again : wanted => timings.WhileReadingAgain(claims.Again(wanted)),
        });
    }

    /// <summary>The same without its claims, which are read again when they are asked for.</summary>
    public ReadFile WithoutClaims() => this with { Loaded = Loaded.WithoutClaims() };

    /// <summary>The same with only those faults that somebody still asks for.</summary>
    public ReadFile WithFaults(Func<Fault, bool> areAskedFor) =>
        Loaded.Faults.All(areAskedFor) ? this : this with { Loaded = Loaded with { Faults = Loaded.Faults.RemoveAll(fault => !areAskedFor(fault)) } };

    private static ContentKind KindOf(SourceFile file, InputFormat? format) =>
        format is { } said ? ClaimFileContent.KindOf(file, said) : ClaimFileContent.KindOf(file);

    private static PageFormat? PageFormatOf(InputFormat? format) => format switch
    {
        InputFormat.Markdown => PageFormat.Markdown,
        InputFormat.Html => PageFormat.Html,
        InputFormat.Text => PageFormat.Text,
        InputFormat.Json or InputFormat.Yaml => PageFormat.Structured,
        _ => null,
    };

    /// <summary>Lets the batches of a file through as they are read.</summary>
    /// <param name="file">The file without its claims.</param>
    /// <param name="kind">What it was taken for.</param>
    /// <param name="batches">The batches.</param>
    public delegate IEnumerable<ClaimBatch> Watching(LoadedFile file, ContentKind kind, IEnumerable<ClaimBatch> batches);

    private static IEnumerable<Fault> Damage(SourceFile file) => file.DamageFault is { } fault ? [fault] : [];
}
