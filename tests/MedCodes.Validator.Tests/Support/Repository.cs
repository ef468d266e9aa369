using System.Reflection;

namespace MedCodes.Validator.Tests.Support;

/// <summary>The folder that the tests were built from.</summary>
internal static class Repository
{
    public static string Folder { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryFolder")
        .Value!;

    public static string PathOf(params string[] parts) => Path.Combine([Folder, .. parts]);

    /// <summary>The files below a folder of the repository, build output left out, in ordinal order.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern)
    {
        var root = PathOf(folder);
        return Directory.Exists(root)
            ? [.. Directory.EnumerateFiles(root, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal)]
            : [];
    }
}
