using MedCodes.Validator.Batches;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Building;
using MedCodes.Validator.Tests.Engine;

namespace MedCodes.Validator.Tests.Batches;

public sealed class ClaimMemoryTests
{
    // Beside its rows a claim takes what is noted of it.
    private const int MostOfClaim = 1_000;

    private static readonly ClaimBatch Batch = BatchOf(1_000);

    [Fact]
    public void Claims_that_take_no_more_than_a_sixth_of_the_memory_are_kept()
    {
        var memory = new ClaimMemory(6L * 1_000 * MostOfClaim);
        memory.Add(Batch);

        Assert.True(memory.HasRoom);
        Assert.Equal(1, memory.Parts);
    }

    [Fact]
    public void Claims_that_take_more_are_judged_in_parts_that_have_room_each()
    {
        const long Limit = 6_000_000;
        var memory = new ClaimMemory(Limit);
        for (var batch = 0; batch < 50; batch++)
            memory.Add(Batch);

        Assert.False(memory.HasRoom);
        Assert.InRange(50 * Batch.Rows.Size / memory.Parts, 1, Limit / 6);
    }

    [Fact]
    public void The_more_is_remembered_of_all_claims_the_smaller_are_the_parts()
    {
        var memory = new ClaimMemory(4_000_000);
        for (var batch = 0; batch < 100; batch++)
            memory.Add(Batch);
        var parts = memory.Parts;
        for (var batch = 0; batch < 100; batch++)
            memory.Add(Batch);

        Assert.True(memory.Parts > 2 * parts);
    }

    private static ClaimBatch BatchOf(int claims)
    {
        var builder = new ClaimBatchBuilder();
        for (var claim = 0; claim < claims; claim++)
            builder.Add(Some.Claim(Some.Line()));
        return builder.Build();
    }
}
