using System.Text.RegularExpressions;
using MedCodes.Validator.Tests.Reading.X12;

namespace MedCodes.Validator.Tests.Reading;

public partial class ReadingPolicyTests
{
    [Fact]
    public void Readers_never_catch_everything()
    {
        var folder = Path.Combine(ClaimFiles.RepositoryFolder, "src", "MedCodes.Validator", "Reading");
        var files = Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories);

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.DoesNotMatch(CatchAll(), File.ReadAllText(file)));
    }

    [GeneratedRegex(@"catch\s*(\(\s*(System\.)?Exception\b|\{|when\b)")]
    private static partial Regex CatchAll();
}
