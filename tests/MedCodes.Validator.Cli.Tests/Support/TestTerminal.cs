using System.Text;
using MedCodes.Validator.Cli.Terminal;

namespace MedCodes.Validator.Cli.Tests.Support;

/// <summary>A terminal in memory, with a clock that stands on 2024-09-01.</summary>
internal sealed class TestTerminal : ITerminal, IDisposable
{
    private readonly MemoryStream _output = new();
    private readonly StringWriter _error = new();
    private readonly Dictionary<string, string> _variables = new(StringComparer.Ordinal);

    public TestTerminal() => Output = _output;

    public Stream Input { get; init; } = Stream.Null;

    public Stream Output { get; init; }

    public TextWriter Error => _error;

    public bool OutputIsTerminal { get; init; }

    public bool ErrorIsTerminal { get; init; }

    public TimeProvider Clock { get; init; } = new SteppingClock(TimeSpan.Zero);

    public string Out => Encoding.UTF8.GetString(_output.ToArray());

    public string Err => _error.ToString();

    public TestTerminal With(string variable, string value)
    {
        _variables[variable] = value;
        return this;
    }

    public IEnumerable<string> VariableNames => _variables.Keys;

    public string? Variable(string name) => _variables.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
    }
}
