using System.Collections.Immutable;
using System.Text;
using MedCodes.Validator.Reading.X12;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.Json;

/// <summary>What is wrong.</summary>
internal sealed partial class JsonReading
{
    private const int LongestFound = 80;
    private readonly ImmutableArray<Fault>.Builder _faults = ImmutableArray.CreateBuilder<Fault>();
    private int? _claim;

    private void Refuse(in Slot slot, JsonValue value, FaultKind kind, string expected)
    {
        Report(kind, value.Span, slot.Object, slot.Property, expected, value.Text, slot.Property.Privacy);
        if (slot.Property.Field != 0)
            _rows.MarkUnreadable(slot.Owner, slot.Row, slot.Property.Field);
    }

    private void Require(JsonValue holder, JsonProperty property, string expected)
    {
        if (!holder.Says(property))
            Report(FaultKind.MissingElement, holder.StartSpan, holder, property, expected);
    }

    /// <summary>Reports what no field was read from.</summary>
    private void Close(JsonValue holder)
    {
        var (place, count) = (0, holder.Count);
        while (place < count && holder[place].IsTaken)
            place++;
        if (place == count)
            return;
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (place = 0; place < count; place++)
        {
            // The name may hold anything, so it is no part of the path.
            var (member, name) = (holder[place], holder[place].Name);
            if (!names.Add(name))
                Report(FaultKind.RepeatedProperty, member.NameSpan, holder, null, "each property once", name);
            else if (!member.IsTaken)
                Report(FaultKind.UnknownProperty, member.NameSpan, holder, null, "a property of claims", name);
        }
    }

    /// <summary>Reports what is wrong in the claim that is being read.</summary>
    /// <param name="kind">What is wrong.</param>
    /// <param name="span">Where.</param>
    /// <param name="holder">What it is wrong with, or what holds the member that it is wrong with.</param>
    /// <param name="property">That member; null where it is the value itself.</param>
    /// <param name="expected">What was expected.</param>
    /// <param name="found">What stands there.</param>
    /// <param name="privacy">How far that may travel.</param>
    private void Report(
        FaultKind kind, SourceSpan span, JsonValue holder, JsonProperty? property, string? expected, string? found = null, Privacy privacy = Privacy.Identifying) =>
        Report(kind, span, $"{_paths.OfClaim(_claim!.Value)}{holder.Path}{(property is null ? "" : $"/{property.Name}")}", expected, found, privacy);

    private void Report(
        FaultKind kind, SourceSpan span, string path, string? expected, string? found = null, Privacy privacy = Privacy.Identifying)
    {
        // Of a reading for some claims only those claims' own faults are wanted.
        if (_isTold || (_wanted is not null && _claim is null))
            return;
        _faults.Add(new Fault
        {
            Kind = kind,
            File = _file,
            Span = span,
            Path = path,
            Claim = _claim,
            Expected = expected,
            Found = found is null or { Length: <= LongestFound } ? found : found[..LongestFound],
            FoundPrivacy = found is null ? privacy : Least(privacy, found),
        });
    }

    // A value of a wrong kind may be anything, so only what is as short as a code stays open.
    private static Privacy Least(Privacy privacy, string found) =>
        privacy == Privacy.Open ? X12Privacy.OfCode(Encoding.UTF8.GetBytes(found)) : privacy;
}
