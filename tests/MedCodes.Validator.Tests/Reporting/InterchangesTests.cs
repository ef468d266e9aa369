using System.Text;
using MedCodes.Validator.Reporting;

namespace MedCodes.Validator.Tests.Reporting;

public sealed class InterchangesTests
{
    private const string Header = "ISA*00*          *00*          *ZZ*SYNTHETIC      *ZZ*TESTRECEIVER   *240801*1200*^*00501*000000001*0*T*:~";

    private const int Length = 8 << 20;
    private const int Step = 1 << 14;

    [Fact]
    public void A_file_whose_segments_are_asked_about_one_after_the_other_is_opened_a_few_times()
    {
        var (content, opened) = (Content(), 0);
        var interchanges = new Interchanges(() =>
        {
            opened++;
            return new MemoryStream(content);
        });

        for (var offset = 0; offset < Length; offset += Step)
            Assert.Equal((byte)'*', interchanges.At(offset)!.Value.Element);

        Assert.InRange(opened, 1, 12);
    }

    [Fact]
    public void A_file_that_is_asked_about_at_its_start_is_read_no_further_than_a_block_or_two()
    {
        using var content = new MemoryStream(Content());
        var read = 0L;

        new Interchanges(() => new Watched(content.ToArray(), position => read = Math.Max(read, position))).At(0);

        Assert.InRange(read, 1, 1 << 17);
    }

    [Theory]
    [InlineData((1 << 16) - 106)]
    [InlineData((1 << 16) - 50)]
    [InlineData(1 << 16)]
    public void A_header_at_the_border_of_blocks_is_found(int at)
    {
        var content = Encoding.ASCII.GetBytes(Header + new string('x', at - Header.Length) + Header.Replace('*', '|') + new string('x', 1 << 17));

        var interchanges = new Interchanges(() => new MemoryStream(content));

        Assert.Equal([(byte)'*', (byte)'|', (byte)'|'], new[] { at - 1, at, content.Length - 1 }.Select(offset => interchanges.At(offset)!.Value.Element));
    }

    private static byte[] Content() => Encoding.ASCII.GetBytes(Header + new string('x', Length));

    private sealed class Watched(byte[] content, Action<long> read) : MemoryStream(content)
    {
        public override int Read(Span<byte> buffer)
        {
            var got = base.Read(buffer);
            read(Position);
            return got;
        }
    }
}
