using System.Reflection;
using System.Text;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Reading.X12;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Tests.Reading.X12;

/// <summary>The synthetic claim files, and reading them.</summary>
internal static class ClaimFiles
{
    public const string Professional = "two-patients-one-dependent.837";
    public const string Institutional = "institutional-outpatient.837";
    public const string Secondary = "secondary-with-adjudication.837";
    public const string OneLine = "newline-terminated.837";
    public const string OddDelimiters = "odd-delimiters.837";
    public const string TwoTransactions = "two-transactions.837";

    public const string EveryElement = "every-element-professional.837";
    public const string EveryCode = "every-code-institutional.837";

    public static TheoryData<string> All => [Professional, Institutional, Secondary, OneLine, OddDelimiters, TwoTransactions, EveryElement, EveryCode];

    public static string RepositoryFolder { get; } = Assembly.GetExecutingAssembly()
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryFolder").Value!;

    public static string Text(string name) => File.ReadAllText(Path.Combine(RepositoryFolder, "fixtures", "claims", name));

    public static SourceFile Source(string text) => SourceFile.FromBytes("test.837", Encoding.UTF8.GetBytes(text));

    public static List<ClaimBatch> Read(string text, X12ReaderOptions? options = null) => [.. X12Reader.Read(Source(text), options)];

    public static List<ClaimBatch> Read(byte[] bytes) => [.. X12Reader.Read(SourceFile.FromBytes("test.837", bytes))];

    public static ClaimBatch ReadOne(string text) => Assert.Single(Read(text));

    public static List<Fault> Faults(string text) => [.. Read(text).SelectMany(batch => batch.Faults)];

    /// <summary>Replaces text that must be there.</summary>
    public static string With(this string text, string old, string replacement)
    {
        Assert.Contains(old, text, StringComparison.Ordinal);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        return text[..at] + replacement + text[(at + old.Length)..];
    }

    /// <summary>Corrects SE01 of a file of one transaction whose terminator is "~".</summary>
    public static string Recounted(this string text)
    {
        var segments = text.Split('~').Select(segment => segment.Trim()).ToList();
        var start = segments.FindIndex(segment => segment.StartsWith("ST*", StringComparison.Ordinal));
        var end = segments.FindIndex(segment => segment.StartsWith("SE*", StringComparison.Ordinal));
        var trailer = segments[end].Split('*');
        return text.Replace(segments[end], $"SE*{end - start + 1}*{trailer[2]}", StringComparison.Ordinal);
    }

    public static string TextOf(SourceFile file, SourceSpan span) => Encoding.UTF8.GetString(file.Read(span));
}
