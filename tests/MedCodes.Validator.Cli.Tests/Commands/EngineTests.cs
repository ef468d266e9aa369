using MedCodes.Validator.Cli.Tests.Support;

namespace MedCodes.Validator.Cli.Tests.Commands;

public class EngineTests
{
    [Theory]
    [InlineData("naive")]
#if NRULES
    [InlineData("nrules")]
#endif
    public void Every_engine_gives_the_report_of_the_built_in_one(string engine)
    {
        var builtIn = MedcodesProcess.Shell("medcodes check fixtures/claims/pain-clinic-batch.837 fixtures/documents/wrong-primary.txt --as-of 2024-09-16 -o json");
        var other = MedcodesProcess.Shell($"medcodes check fixtures/claims/pain-clinic-batch.837 fixtures/documents/wrong-primary.txt --as-of 2024-09-16 -o json --engine {engine}");

        Assert.Equal(1, builtIn.Code);
        Assert.Equal(builtIn.Code, other.Code);
        Assert.Contains($"\"engine\": \"{engine}\"", other.Out, StringComparison.Ordinal);
        Assert.Equal(builtIn.Out, other.Out.Replace($"\"engine\": \"{engine}\"", "\"engine\": \"built-in\"", StringComparison.Ordinal));
    }

#if !NRULES
    [Fact]
    public void Without_NRules_the_command_says_in_a_line_how_to_get_it()
    {
        var run = MedcodesProcess.Shell("medcodes check fixtures/claims --engine nrules");

        Assert.Equal(2, run.Code);
        Assert.Equal("", run.Out);
        Assert.Equal("error: this medcodes was built without NRules; build it with 'dotnet build -p:NRules=true' where NRules.Runtime 1.0 or later can be restored\n", run.Err);
    }
#endif
}
