using MedCodes.Validator.Reading.X12;

namespace MedCodes.Validator.Tests.Reading.X12;

public class X12MarksTests
{
    [Fact]
    public void Marks_of_a_block_are_those_found_byte_by_byte()
    {
        var random = new Random(1);
        for (var round = 0; round < 600; round++)
        {
            // From hardly any marks to nothing but marks, and now and then one byte that is both separator and terminator.
            var bytes = new byte[random.Next(700)];
            var others = random.Next(1, 40);
            foreach (ref var b in bytes.AsSpan())
                b = random.Next(others) is var kind and < 2 ? (byte)"*~"[kind] : (byte)random.Next(256);
            var terminator = round % 50 == 0 ? (byte)'*' : (byte)'~';
            var (before, ended, shift) = (random.Next(5), random.Next(3), random.Next(1000));
            var marks = new int[bytes.Length + before + X12Marks.Spare];
            var segments = new int[bytes.Length + ended + X12Marks.Spare];

            var (count, ends) = X12Marks.Find(bytes, (byte)'*', terminator, shift, marks, before, segments, ended);

            int[] expected = [.. Enumerable.Range(0, bytes.Length).Where(place => bytes[place] == '*' || bytes[place] == terminator)];
            Assert.Equal(expected.Select(place => place + shift), marks[before..count]);
            Assert.Equal(
                Enumerable.Range(0, expected.Length).Where(mark => bytes[expected[mark]] == terminator).Select(mark => mark + before),
                segments[ended..ends]);
        }
    }
}
