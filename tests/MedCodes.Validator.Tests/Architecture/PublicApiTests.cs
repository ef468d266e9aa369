using MedCodes.Validator.Findings;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Tests.Architecture;

public sealed class PublicApiTests
{
    [Fact]
    public void The_public_api_is_the_approved_one() => Snapshot.Match(this, PublicApi.Of(typeof(Finding).Assembly));
}
