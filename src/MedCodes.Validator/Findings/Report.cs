using System.Collections.Immutable;

namespace MedCodes.Validator.Findings;

/// <summary>All that a run has to say.</summary>
public sealed record Report
{
    /// <summary>What was run.</summary>
    public required RunDescription Run { get; init; }

    /// <summary>What was read, in the order given.</summary>
    public required ImmutableArray<CheckedFile> Files { get; init; }

    /// <summary>The files that were not judged, because they hold neither claims nor pages and nobody named them.</summary>
    public ImmutableArray<string> PassedOver { get; init; } = [];

    /// <summary>The findings in canonical order: file, place, rule id.</summary>
    public required FindingList Findings { get; init; }

    /// <summary>What was found and is not reported, in canonical order for each reason.</summary>
    public SetAsideList SetAside { get; init; } = [];

    /// <summary>How each rule ended.</summary>
    public required Ledger Ledger { get; init; }

    /// <summary>The rules that crashed, by id. Where there are any, the run is no check.</summary>
    public ImmutableArray<CrashedRule> Crashed { get; init; } = [];

    /// <summary>What was handed on while files were read, and stands in no list of this report, counted.</summary>
    internal ImmutableArray<CountedFindings> Early { get; init; } = [];

    /// <summary>The number of findings of a severity, with those that were handed on while files were read.</summary>
    public int Count(Severity severity) => Findings.CountOf(severity) + Early.Where(early => early.Kind.Severity == severity).Sum(early => early.Count);

    /// <summary>The number of findings of each rule that has any, likewise, in no particular order.</summary>
    public IEnumerable<KeyValuePair<RuleDescription, int>> CountByRule() =>
        FindingList.CountByRule(Findings.Kinds.Concat(Early.Select(early => (early.Kind, early.Count))));
}

/// <summary>What a run was made with.</summary>
/// <param name="Version">The validator's version.</param>
/// <param name="RulesHash">SHA-256 over all rules, in hex.</param>
/// <param name="Engine">The engine's name.</param>
/// <param name="AsOf">The date that stands for today.</param>
/// <param name="Tables">The tables that were loaded.</param>
/// <param name="Profiles">The payer profiles that were chosen, with the number of claims of each.</param>
public sealed record RunDescription(
    string Version,
    string RulesHash,
    string Engine,
    DateOnly AsOf,
    ImmutableArray<LoadedTable> Tables,
    ImmutableArray<UsedProfile> Profiles);

/// <summary>A payer profile and the number of claims that were judged by it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Claims">The claims.</param>
/// <param name="ByDefault">Those of them whose payer no profile speaks of, so that the default one stands in.</param>
public sealed record UsedProfile(string Name, int Claims, int ByDefault = 0)
{
    /// <summary>The parameters that the project gives another value than the profile's file, as in "timely-filing-notice = 45". Default: none.</summary>
    public ImmutableArray<string> Settings { get; init; } = [];
}

/// <summary>A table that was loaded.</summary>
/// <param name="Name">Its name in rules.</param>
/// <param name="Release">Its release.</param>
/// <param name="Rows">The number of rows.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Curated">Whether it is the small shipped extract and not the full national table.</param>
public sealed record LoadedTable(string Name, string Release, int Rows, string Source, bool Curated);

/// <summary>A file that was read.</summary>
/// <param name="Path">The path as given.</param>
/// <param name="Kind">What the content was taken for.</param>
/// <param name="Claims">The number of claims in it.</param>
/// <param name="Lines">The number of service lines in it.</param>
/// <param name="Pages">The number of procedure pages in it.</param>
public sealed record CheckedFile(string Path, ContentKind Kind, int Claims, int Lines, int Pages = 0);

/// <summary>What a file was taken for.</summary>
public enum ContentKind
{
    /// <summary>Neither claims nor a page.</summary>
    Unrecognized,

    /// <summary>X12 837 claims.</summary>
    X12,

    /// <summary>Procedure pages.</summary>
    Text,

    /// <summary>Claims in canonical JSON.</summary>
    Json,
}
