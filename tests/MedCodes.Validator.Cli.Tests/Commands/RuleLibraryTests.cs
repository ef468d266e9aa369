using MedCodes.Validator.Cli.Commands;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Cli.Tests.Commands;

public sealed class RuleLibraryTests
{
    [Fact]
    public void The_rules_inside_the_command_are_the_files_of_the_repository()
    {
        var folder = Repository.PathOf("rules");
        var files = Repository.Files("rules", "*.yaml").Select(file => (Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText(file)));

        Assert.Equal(files.OrderBy(file => file.Item1, StringComparer.Ordinal), RuleLibrary.BuiltIn().Select(file => (file.Path, file.Text)));
    }
}
