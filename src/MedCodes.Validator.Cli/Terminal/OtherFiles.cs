using System.Collections.Frozen;

namespace MedCodes.Validator.Cli.Terminal;

/// <summary>
/// Files that lie among claims and pages and are neither. Found in a folder and not recognized they are passed over; a claim file whose
/// header is lost must not be, so what their names end with decides.
/// </summary>
internal static class OtherFiles
{
    private static readonly FrozenSet<string> Endings = FrozenSet.ToFrozenSet(
        [
            ".yaml", ".yml", ".json", ".toml", ".ini", ".lock", ".xsd",
            ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".ico", ".bmp", ".tif", ".tiff", ".mp4",
            ".css", ".js", ".ts", ".py", ".sh", ".cs", ".woff", ".woff2", ".ttf",
            ".pdf", ".doc", ".docx", ".ppt", ".pptx", ".xls", ".xlsx", ".zip", ".7z", ".db", ".sqlite",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a path ends as those of neither claims nor pages do, or may do.</summary>
    public static bool IsNamedAsOne(string path) => Endings.Contains(Path.GetExtension(path));
}
