using System.Collections.Immutable;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.Json;

/// <summary>A value of a JSON text with the place where it is written.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Its bytes; of a string what stands between the quotes.</param>
/// <param name="Text">A string unescaped, or a number as written; empty for others.</param>
internal sealed record JsonValue(JsonKind Kind, SourceSpan Span, string Text)
{
    /// <summary>The members of an object in their order.</summary>
    public ImmutableArray<JsonMember> Members { get; init; } = [];

    /// <summary>The values of an array in their order.</summary>
    public ImmutableArray<JsonValue> Items { get; init; } = [];

    /// <summary>The first member of a name, which is marked as taken; null where there is none.</summary>
    public JsonMember? Take(string name)
    {
        foreach (var member in Members)
        {
            if (member.Name != name)
                continue;
            member.IsTaken = true;
            return member;
        }

        return null;
    }
}

/// <summary>A member of an object.</summary>
internal sealed record JsonMember(string Name, SourceSpan NameSpan, JsonValue Value)
{
    /// <summary>Whether a field was read from it.</summary>
    public bool IsTaken { get; set; }
}

/// <summary>The kinds of values.</summary>
internal enum JsonKind
{
    /// <summary>The word null.</summary>
    Null = 1,

    /// <summary>The word true.</summary>
    True,

    /// <summary>The word false.</summary>
    False,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A string.</summary>
    String,

    /// <summary>An object.</summary>
    Object,

    /// <summary>An array.</summary>
    Array,
}
