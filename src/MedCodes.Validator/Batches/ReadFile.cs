using MedCodes.Validator.Claims;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Reading;
using MedCodes.Validator.Reading.Text;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Batches;

/// <summary>A file with what it turned out to hold.</summary>
/// <param name="Kind">What its content was taken for.</param>
/// <param name="Loaded">What it holds.</param>
internal sealed record ReadFile(ContentKind Kind, LoadedFile Loaded)
{
    /// <summary>Whether there is nothing in it to be read, and nothing else wrong with it.</summary>
    public bool HoldsNothing => Kind == ContentKind.Unrecognized && Loaded.Faults.Count == 1 && Loaded.Faults.First().Kind == FaultKind.UnrecognizedContent;

    /// <summary>What reports say of it.</summary>
    public CheckedFile Checked => new(Loaded.File.Path, Kind, Loaded.Survey.Claims, Loaded.Survey.Lines, Loaded.Pages.Length);

    /// <summary>Reads a file by its content, or as what it is said to be.</summary>
    public static ReadFile Of(SourceFile file, PageReader pages, InputFormat? format = null) =>
        PagesOf(file, pages, format) ?? ClaimsOf(file, format, new ClaimMemory(long.MaxValue), new FaultRoom(int.MaxValue), Workers.None);

    /// <summary>Reads a file that holds no claims; null where it does. It may be called from several threads.</summary>
    public static ReadFile? PagesOf(SourceFile file, PageReader pages, InputFormat? format)
    {
        if (OpenedFile.KindOf(file, format) != ContentKind.Unrecognized)
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
    /// <param name="faults">Keeps what is wrong with it.</param>
    /// <param name="workers">Who reads it.</param>
    /// <param name="timings">Measures how long reading it again takes; null where nobody wants to know.</param>
    public static ReadFile ClaimsOf(SourceFile file, InputFormat? format, ClaimMemory memory, FaultRoom faults, Workers workers, RunTimings? timings = null)
    {
        var opened = OpenedFile.Of(file, format, workers);
        return ClaimsOf(opened, opened.Batches, memory, faults, timings);
    }

    /// <summary>Takes the claims of a file as they come.</summary>
    /// <param name="opened">The file.</param>
    /// <param name="read">Its batches, as they are read.</param>
    /// <param name="memory">The memory for the claims of the run.</param>
    /// <param name="room">Keeps what is wrong with it.</param>
    /// <param name="timings">Measures how long reading it again takes; null where nobody wants to know.</param>
    public static ReadFile ClaimsOf(OpenedFile opened, IEnumerable<ClaimBatch> read, ClaimMemory memory, FaultRoom room, RunTimings? timings)
    {
        var (survey, batches, faults) = (new ClaimSurvey(), new List<ClaimBatch>(), new FaultList.Builder(room));
        foreach (var fault in Damage(opened.Loaded.File))
            faults.Add(fault);
        foreach (var batch in read)
        {
            survey.Add(batch);
            foreach (var fault in batch.Faults)
                faults.Add(fault);
            memory.Add(batch);
            if (memory.HasRoom)
                batches.Add(batch.WithoutFaults());
            else
                batches.Clear();
        }

        var again = opened.Loaded.ReadAgain!;
        return new ReadFile(opened.Kind, opened.Loaded with
        {
            Batches = [.. batches],
            Faults = faults.ToList(),
            Survey = survey,
            ReadAgain = timings is null ? again : wanted => timings.WhileReadingAgain(again(wanted)),
        });
    }

    /// <summary>The same without its claims, which are read again when they are asked for.</summary>
    public ReadFile WithoutClaims() => this with { Loaded = Loaded.WithoutClaims() };

    /// <summary>The same with only those faults that somebody still asks for, kept in another room.</summary>
    public ReadFile WithFaults(IEnumerable<FaultKind> askedFor, FaultRoom room) =>
        this with { Loaded = Loaded with { Faults = Loaded.Faults.OfKinds(askedFor, room) } };

    private static PageFormat? PageFormatOf(InputFormat? format) => format switch
    {
        InputFormat.Markdown => PageFormat.Markdown,
        InputFormat.Html => PageFormat.Html,
        InputFormat.Text => PageFormat.Text,
        InputFormat.Json or InputFormat.Yaml => PageFormat.Structured,
        _ => null,
    };

    private static IEnumerable<Fault> Damage(SourceFile file) => file.DamageFault is { } fault ? [fault] : [];
}
