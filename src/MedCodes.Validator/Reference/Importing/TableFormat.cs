using System.Collections.Immutable;
using MedCodes.Validator.Reference.Releases;

namespace MedCodes.Validator.Reference.Importing;

/// <summary>A published form of a table.</summary>
internal abstract class TableFormat
{
    protected const string ProgramColumn = "program";
    protected const string SettingColumn = "setting";
    protected const string Medicare = "medicare";

    /// <summary>What it is, in words.</summary>
    public abstract string Words { get; }

    /// <summary>The tables that it makes.</summary>
    public abstract ImmutableArray<string> Tables { get; }

    /// <summary>Whether a file is of this form, by its content.</summary>
    public abstract bool Recognizes(Preview preview);

    /// <summary>Which release a recognised file is, or is a part of.</summary>
    /// <exception cref="RefusedException">Neither its content nor its names say so.</exception>
    public abstract Identity Identify(ImportEntry entry, Preview preview, ImportOptions options);

    /// <summary>Reads all files of one release.</summary>
    /// <exception cref="RefusedException">They are not what they were taken for, or not all there.</exception>
    /// <exception cref="InvalidDataException">A file is damaged.</exception>
    public abstract ReadTables Read(Identity identity, ImmutableArray<ImportPart> parts, ImportRun run);

    /// <summary>The release that a file is: what the user says, else the first of its names that tells.</summary>
    /// <exception cref="RefusedException">None does.</exception>
    protected ReleasePeriod PeriodOf(ImportEntry entry, ImportOptions options) =>
        (options.Release is { } given ? ReleasePeriod.In(given) : entry.Names.Select(ReleasePeriod.In).FirstOrDefault(period => period is not null))
        ?? throw new RefusedException($"'{entry.Shown}' ({Words}) does not tell its release by its name; expected: a release such as 2024Q3 given with --release");

    /// <summary>What is true of every release.</summary>
    protected static ReleaseHeader Header(
        string table,
        Identity identity,
        string source,
        IEnumerable<TableColumn> columns,
        ImmutableArray<ImmutableArray<string>> ways,
        int rows,
        BadRows bad,
        DateOnly? coversFrom = null)
    {
        var constants = ImmutableArray.CreateBuilder<(string, string)>();
        if (identity.Setting is { } setting)
            constants.AddRange((ProgramColumn, Medicare), (SettingColumn, setting));
        return new ReleaseHeader
        {
            Table = table,
            Release = identity.Period.Name,
            Source = source,
            From = identity.Period.From,
            Through = identity.Period.Through,
            CoversFrom = coversFrom ?? identity.Period.From,
            CoversThrough = identity.Period.Through,
            Constants = constants.ToImmutable(),
            Columns = [.. columns],
            Ways = ways,
            Rows = rows,
            BadRows = bad.Bad,
        };
    }
}

/// <summary>Which release a file is, or is a part of; files with the same one are read together.</summary>
/// <param name="Format">The form.</param>
/// <param name="Period">The release.</param>
/// <param name="Setting">The setting; null where the table has none.</param>
internal sealed record Identity(TableFormat Format, ReleasePeriod Period, string? Setting);

/// <summary>What was read.</summary>
/// <param name="Releases">The releases: one file may hold several tables.</param>
/// <param name="Problems">The malformed rows that are told one by one.</param>
internal sealed record ReadTables(ImmutableArray<BuiltRelease> Releases, ImmutableArray<ImportProblem> Problems);

/// <summary>A recognised file.</summary>
internal sealed record ImportPart(ImportEntry Entry, Preview Preview);
