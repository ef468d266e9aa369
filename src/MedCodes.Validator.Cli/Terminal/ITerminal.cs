namespace MedCodes.Validator.Cli.Terminal;

/// <summary>What the command sees of the world besides files, so that whole runs can be tested in-process.</summary>
internal interface ITerminal
{
    /// <summary>Standard input, as bytes.</summary>
    Stream Input { get; }

    /// <summary>Standard output, as bytes, unbuffered. A reader that has gone away shows as an <see cref="IOException"/>.</summary>
    Stream Output { get; }

    /// <summary>Standard error.</summary>
    TextWriter Error { get; }

    /// <summary>Whether standard output is a terminal.</summary>
    bool OutputIsTerminal { get; }

    /// <summary>Whether standard error is a terminal.</summary>
    bool ErrorIsTerminal { get; }

    /// <summary>The clock that says which day is today.</summary>
    TimeProvider Clock { get; }

    /// <summary>The names of the environment variables.</summary>
    IEnumerable<string> VariableNames { get; }

    /// <summary>An environment variable; null where it is not set or empty.</summary>
    string? Variable(string name);
}
