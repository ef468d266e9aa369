using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Tests.Sources;

public class RecentStretchesTests
{
    [Fact]
    public void Stretches_read_again_are_those_of_the_file()
    {
        var random = new Random(3);
        var bytes = new byte[200_000];
        random.NextBytes(bytes);
        var file = SourceFile.FromBytes("some.bytes", bytes);
        var stretches = new RecentStretches(file);

        for (var round = 0; round < 2000; round++)
        {
            // Mostly near one another, as parts of a claim are, and up to the very end.
            var offset = Math.Min(bytes.Length, (round / 40 * 3917 % 190_000) + random.Next(random.Next(10) == 0 ? 12_000 : 900));
            var length = random.Next(8) == 0 ? 40_000 : random.Next(5000);

            Assert.Equal(file.Read(new SourceSpan(offset, length)), stretches.Read(offset, length));
        }
    }
}
