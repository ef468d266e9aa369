using System.Collections.Immutable;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.Json;

/// <summary>What was read from one cut to the next while it was not yet known what stands before the first. Numbers count from there.</summary>
/// <param name="Cut">Where it begins.</param>
/// <param name="Batches">The batches.</param>
/// <param name="Opening">What its first claim says of its envelopes; null where it has no claim.</param>
/// <param name="Paths">The values that are no claims.</param>
/// <param name="End">What is known at the next cut; null where the file ends.</param>
internal sealed record JsonChunk(long Cut, List<ClaimBatch> Batches, JsonOpening? Opening, JsonPaths Paths, JsonContext? End);

/// <summary>What the first claim of a chunk says of its envelopes.</summary>
/// <param name="Interchange">Of its interchange.</param>
/// <param name="Transaction">Of its transaction.</param>
/// <param name="Setting">Its setting.</param>
/// <param name="OfInterchange">What is wrong with the interchange.</param>
/// <param name="OfTransaction">What is wrong with the transaction.</param>
internal sealed record JsonOpening(
    JsonSaid Interchange, JsonSaid Transaction, ClaimSetting Setting, ImmutableArray<Fault> OfInterchange, ImmutableArray<Fault> OfTransaction);
