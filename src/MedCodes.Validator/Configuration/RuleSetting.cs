using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Configuration;

/// <summary>What a configuration says of a rule.</summary>
/// <param name="Severity">The severity of its findings; null where it is off.</param>
/// <param name="Origin">Where that is said.</param>
public sealed record RuleSetting(Severity? Severity, Origin Origin);

/// <summary>Where a value of a configuration comes from.</summary>
/// <param name="File">The file, or a name in angle brackets for what is built in.</param>
/// <param name="Line">The line, from 1; 0 where there is none.</param>
public sealed record Origin(string File, int Line)
{
    /// <summary>The origin of defaults.</summary>
    public static Origin Default { get; } = new("<default>", 0);

    /// <inheritdoc />
    public override string ToString() => Line == 0 ? File : FormattableString.Invariant($"{File}:{Line}");
}

/// <summary>A value of a configuration with its origin.</summary>
/// <param name="Value">The value.</param>
/// <param name="Origin">Where it comes from.</param>
public sealed record Setting<T>(T Value, Origin Origin);
