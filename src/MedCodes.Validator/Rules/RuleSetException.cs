using System.Collections.Immutable;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Rules;

/// <summary>A library of rules that cannot be used, with everything that is wrong in it.</summary>
public sealed class RuleSetException : Exception
{
    /// <summary>Wraps the diagnostics.</summary>
    public RuleSetException(ImmutableArray<Diagnostic> diagnostics)
        : base(string.Join('\n', diagnostics)) => Diagnostics = diagnostics;

    /// <summary>Everything that is wrong, by file, line and column.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }
}
