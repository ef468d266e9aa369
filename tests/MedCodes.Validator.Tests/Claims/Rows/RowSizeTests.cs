using System.Runtime.CompilerServices;
using MedCodes.Validator.Claims.Rows;

namespace MedCodes.Validator.Tests.Claims.Rows;

public class RowSizeTests
{
    [Fact]
    public void Rows_take_no_more_room_than_planned()
    {
        Assert.True(Unsafe.SizeOf<LineRow>() <= 58, "line");
        Assert.True(Unsafe.SizeOf<ClaimRow>() <= 52, "claim");
        Assert.True(Unsafe.SizeOf<DiagnosisRow>() <= 12, "diagnosis");
        Assert.True(Unsafe.SizeOf<PartyRow>() <= 32, "party");
        Assert.True(Unsafe.SizeOf<ProviderRow>() <= 24, "provider");
    }
}
