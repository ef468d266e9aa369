using System.Text.RegularExpressions;
using MedCodes.Validator.Cli.Tests.Support;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Cli.Tests;

/// <summary>The ways in: the tool package, the hooks, the action, the image. Those that cannot be run here have their commands run.</summary>
public sealed partial class PackagingTests : IDisposable
{
    private const string Action = ".github/actions/medcodes/action.yml";

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [LongFact]
    [Trait("Length", "Long")]
    public void The_package_is_one_tool_that_installs_and_runs()
    {
        var (packages, tools) = (_folder.PathOf("packages"), _folder.PathOf("tools"));

        // As the hooks do it: everything that can be packed from the root of the repository.
        var pack = MedcodesProcess.Shell($"dotnet pack --configuration Release --output '{packages}' -v q");
        var install = MedcodesProcess.Shell($"dotnet tool install medcodes --tool-path '{tools}' --add-source '{packages}'");
        var run = MedcodesProcess.Shell($"cd / && '{tools}/medcodes' check --as-of 2024-09-01 '{Repository.PathOf(Samples.BatchWithErrors)}'");

        Assert.True(pack.Code == 0, pack.Out);
        Assert.Single(Directory.GetFiles(packages));
        Assert.True(install.Code == 0, install.Err + install.Out);
        Assert.Equal(MedcodesProcess.Shell($"cd / && medcodes check --as-of 2024-09-01 '{Repository.PathOf(Samples.BatchWithErrors)}'").Out, run.Out);
    }

    [LongFact]
    [Trait("Length", "Long")]
    public void The_script_of_the_action_that_installs_builds_the_tool_and_puts_it_on_the_path()
    {
        var (path, script) = (_folder.Write("path", ""), _folder.Write("script", ScriptOf("name: Install medcodes")));

        var install = MedcodesProcess.Shell($"bash -e '{script}'", ("VERSION", ""), ("SOURCES", Repository.Folder), ("RUNNER_TEMP", _folder.Path), ("GITHUB_PATH", path));
        var run = MedcodesProcess.Shell($"'{File.ReadAllText(path).Trim()}/medcodes' --version");

        Assert.True(install.Code == 0, install.Out + install.Err);
        Assert.Matches(@"^\d+\.\d+\.\d+\n$", run.Out);
    }

    [LongFact]
    [Trait("Length", "Long")]
    public void The_image_publishes_with_the_command_that_it_names()
    {
        var command = Lines(".github/docker/Dockerfile").First(line => line.StartsWith("RUN dotnet publish", StringComparison.Ordinal))["RUN ".Length..];

        var publish = MedcodesProcess.Shell(command.Replace("/medcodes ", $"'{_folder.Path}' ", StringComparison.Ordinal) + " -v q");
        var run = MedcodesProcess.Shell($"dotnet '{_folder.PathOf("medcodes.dll")}' --version");

        Assert.True(publish.Code == 0, publish.Out);
        Assert.Matches(@"^\d+\.\d+\.\d+\n$", run.Out);
    }

    [LongFact]
    [Trait("Length", "Long")]
    public void One_file_needs_no_dotnet_and_says_the_same()
    {
        var runtime = System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier;

        var publish = MedcodesProcess.Shell($"dotnet publish src/MedCodes.Validator.Cli --configuration Release --runtime {runtime} -p:OneFile=true --output '{_folder.Path}/out' -v q");
        var line = $"check --as-of 2024-09-01 '{Repository.PathOf(Samples.BatchWithErrors)}'";
        var run = MedcodesProcess.Shell($"cd / && env -i '{_folder.Path}/out/medcodes' {line}");

        Assert.True(publish.Code == 0, publish.Out);
        Assert.Equal(["medcodes"], Directory.EnumerateFiles(_folder.PathOf("out")).Select(Path.GetFileName));
        Assert.Equal(MedcodesProcess.Shell($"cd / && medcodes {line}").Out, run.Out);
    }

    [Fact]
    public void The_image_runs_as_no_root_and_starts_the_command()
    {
        var lines = Lines(".github/docker/Dockerfile");

        Assert.Contains("USER app", lines);
        Assert.Contains("WORKDIR /work", lines);
        Assert.Contains(lines, line => line.EndsWith("safe.directory /work", StringComparison.Ordinal));
        Assert.Contains("ENTRYPOINT [\"dotnet\", \"/opt/medcodes/medcodes.dll\"]", lines);
    }

    [Fact]
    public void The_hooks_name_commands_that_there_are()
    {
        var entries = Lines(".pre-commit-hooks.yaml").Select(line => line.Trim()).Where(line => line.StartsWith("entry: ", StringComparison.Ordinal)).Select(line => line["entry: ".Length..].Replace("--network none ", "", StringComparison.Ordinal)).Distinct();

        foreach (var entry in entries)
        {
            var file = entry.Contains("check", StringComparison.Ordinal) ? "fixtures/documents/second-facet-level-add-on.txt" : "";
            var run = MedcodesProcess.Shell(entry.Replace("test rules", "test rules/claims/identifiers/charge-below-zero.yaml", StringComparison.Ordinal) + " " + file);
            Assert.True(run.Code == 0, run.Out + run.Err);
        }
    }

    [Theory]
    [InlineData("push", "auto", "error", 1, "1")]
    [InlineData("push", "false", "never", 0, "1")]
    [InlineData("pull_request", "auto", "error", 0, "0")]
    public void The_script_of_the_action_checks_and_sets_its_outputs(string @event, string changed, string failOn, int code, string errors)
    {
        _folder.Write("docs/page.txt", File.ReadAllText(Repository.PathOf(Samples.Page)));
        var (output, summary, sarif) = (_folder.Write("output", ""), _folder.Write("summary", ""), _folder.PathOf("out.sarif"));
        Assert.Equal(0, MedcodesProcess.Shell($"cd '{_folder.Path}' && git init -q -b main && git -c user.email=a@example.org -c user.name=A commit -q --allow-empty -m start && git add docs && git -c user.email=a@example.org -c user.name=A commit -q -m page").Code);
        var script = _folder.Write("script", ScriptOf("id: check").Replace("medcodes check", $"dotnet '{Path.Combine(AppContext.BaseDirectory, "medcodes.dll")}' check --as-of 2024-09-01", StringComparison.Ordinal));

        var run = MedcodesProcess.Shell(
            $"cd '{_folder.Path}' && bash -e '{script}'",
            ("PATHS", "docs"), ("CONFIG", ""), ("CHANGED", changed), ("FAIL_ON", failOn), ("SARIF", sarif), ("SUMMARY", "true"), ("EVENT", @event), ("BASE", "HEAD"),
            ("RUNNER_TEMP", _folder.Path), ("GITHUB_OUTPUT", output), ("GITHUB_STEP_SUMMARY", summary), ("GITHUB_ACTIONS", "true"), ("GITHUB_WORKSPACE", _folder.Path), ("CI", "true"));

        Assert.True(run.Code == code, run.Out + run.Err);
        Assert.Equal($"errors={errors}\nwarnings=0\n", File.ReadAllText(output));
        Assert.NotEqual("", File.ReadAllText(summary));
        Assert.True(File.Exists(sarif));
    }

    /// <summary>The script of the step of the action that a line names.</summary>
    private static string ScriptOf(string name)
    {
        var text = File.ReadAllText(Repository.PathOf(Action)).ReplaceLineEndings("\n");
        var step = text[text.IndexOf(name + "\n", StringComparison.Ordinal)..];
        var script = step[(step.IndexOf("run: |\n", StringComparison.Ordinal) + "run: |\n".Length)..];
        return string.Join('\n', script.Split('\n').TakeWhile(line => line.Length == 0 || line.StartsWith("        ", StringComparison.Ordinal)).Select(line => Indentation().Replace(line, "")));
    }

    private static string[] Lines(string path) => File.ReadAllLines(Repository.PathOf(path));

    [GeneratedRegex("^        ", RegexOptions.Multiline)]
    private static partial Regex Indentation();
}
