using System.Collections.Immutable;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Findings;

/// <summary>A message with typed holes, kept apart until a report is written so that each channel masks by its own rules.</summary>
public sealed record Message(ImmutableArray<MessagePart> Parts)
{
    /// <summary>What stands in a report in place of a masked value.</summary>
    public const string Mask = "•••";

    /// <summary>The text with every part masked that is more private than the level allows.</summary>
    /// <param name="least">The most private class that is still shown.</param>
    public string Render(Privacy least) =>
        string.Concat(ImmutableArray.CreateRange(Parts, (part, least) => part.Privacy >= least ? part.Text : Mask, least).AsSpan());
}

/// <summary>A run of words, or a value, in a message.</summary>
/// <param name="Text">The words or the value.</param>
/// <param name="Privacy">How far it may travel; the rule's own words are open.</param>
public readonly record struct MessagePart(string Text, Privacy Privacy);
