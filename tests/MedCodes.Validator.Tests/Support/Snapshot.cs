using System.Runtime.CompilerServices;

namespace MedCodes.Validator.Tests.Support;

/// <summary>
/// Compares a text with the one approved in "Class.Method.verified.txt" beside the test. A difference leaves the new text in
/// "Class.Method.received.txt". UPDATE_SNAPSHOTS=1 approves instead, except under CI.
/// </summary>
internal static class Snapshot
{
    /// <summary>Fails unless the text is the approved one, line ends aside.</summary>
    /// <param name="test">The test class; its namespace says in which folder the snapshot lies.</param>
    /// <param name="text">What came out.</param>
    /// <param name="variant">Tells the snapshots of one test apart.</param>
    /// <param name="method">The test, filled in by the compiler.</param>
    public static void Match(object test, string text, string? variant = null, [CallerMemberName] string method = "")
    {
        var stem = Path.Combine(FolderOf(test.GetType()), $"{test.GetType().Name}.{method}{(variant is null ? "" : "." + variant)}");
        var approves = Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1";
        Match(stem, text, approves, underCi: !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")));
    }

    /// <summary>The same with everything that the environment decides given.</summary>
    public static void Match(string stem, string text, bool approves, bool underCi)
    {
        var (verified, received) = (stem + ".verified.txt", stem + ".received.txt");
        var actual = Normal(text);
        var expected = File.Exists(verified) ? Normal(File.ReadAllText(verified)) : null;
        if (actual == expected)
        {
            File.Delete(received);
            return;
        }

        if (approves && !underCi)
        {
            File.WriteAllText(verified, actual);
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, actual);
        Assert.True(expected is not null, $"{verified} does not exist; read {Path.GetFileName(received)} and approve it with UPDATE_SNAPSHOTS=1.");
        Assert.Equal(expected, actual);
    }

    private static string FolderOf(Type test)
    {
        var project = test.Assembly.GetName().Name!;
        var folders = test.Namespace![project.Length..].Split('.', StringSplitOptions.RemoveEmptyEntries);
        return Repository.PathOf(["tests", project, .. folders]);
    }

    private static string Normal(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);
}
