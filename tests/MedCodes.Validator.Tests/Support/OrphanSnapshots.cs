using System.Reflection;

namespace MedCodes.Validator.Tests.Support;

/// <summary>Approved texts that no test compares with any more.</summary>
internal static class OrphanSnapshots
{
    public static IEnumerable<string> In(Assembly tests)
    {
        var project = tests.GetName().Name!;
        var owners = tests.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Where(method => method.GetCustomAttributes<FactAttribute>().Any())
            .Select(method => $"{method.DeclaringType!.Namespace}/{method.DeclaringType.Name}.{method.Name}.")
            .ToList();
        var root = Repository.PathOf("tests", project);
        foreach (var file in Directory.EnumerateFiles(root, "*.verified.txt", SearchOption.AllDirectories))
        {
            var folder = Path.GetRelativePath(root, Path.GetDirectoryName(file)!);
            var space = folder == "." ? project : $"{project}.{folder.Replace(Path.DirectorySeparatorChar, '.')}";
            if (!owners.Any(owner => $"{space}/{Path.GetFileName(file)}".StartsWith(owner, StringComparison.Ordinal)))
                yield return Path.GetRelativePath(Repository.Folder, file);
        }
    }
}
