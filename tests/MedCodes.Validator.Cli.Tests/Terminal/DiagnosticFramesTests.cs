using MedCodes.Validator.Cli.Terminal;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Cli.Tests.Terminal;

public sealed class DiagnosticFramesTests
{
    [Fact]
    public void A_fault_of_a_rule_file_is_shown_at_its_line()
    {
        using var output = new StringWriter();

        DiagnosticFrames.Write(output, [new Diagnostic("rules/retired.yaml", 4, 3, 10, "unknown key 'severty'", "severity", "  severty: error")]);

        Assert.Equal(
            """
            error: unknown key 'severty'
              --> rules/retired.yaml:4:3
             4 |   severty: error
               |   ^^^^^^^ did you mean 'severity'?

            """,
            output.ToString());
    }
}
