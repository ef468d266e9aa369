using System.Reflection;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Cli.Tests.Support;

public sealed class SnapshotTests
{
    [Fact]
    public void Every_snapshot_belongs_to_a_test() => Assert.Empty(OrphanSnapshots.In(Assembly.GetExecutingAssembly()));
}
