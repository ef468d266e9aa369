using System.Text;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Tests.Sources;

public sealed class LineIndexTests
{
    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(2, 1, 3)]
    [InlineData(3, 2, 1)]
    [InlineData(6, 3, 1)]
    [InlineData(8, 4, 1)]
    [InlineData(9, 4, 2)]
    public void Lines_end_with_lf_cr_lf_and_cr(int offset, int line, int column) =>
        Assert.Equal(new LinePosition(line, column, column), At("ab\nc\r\nd\re"u8, offset));

    [Fact]
    public void Between_cr_and_lf_the_line_has_not_ended() =>
        Assert.Equal(new LinePosition(1, 2, 2), At("a\r\nb"u8, 2));

    [Fact]
    public void A_character_beyond_the_basic_plane_is_two_code_units_and_one_code_point() =>
        Assert.Equal(new LinePosition(1, 4, 3), At("\U0001F489a."u8, 5));

    [Fact]
    public void Inside_a_character_the_place_is_its_start() =>
        Assert.Equal(new LinePosition(1, 2, 2), At("aéb"u8, 2));

    [Fact]
    public void A_byte_order_mark_has_no_width() =>
        Assert.Equal(new LinePosition(1, 2, 2), At("\uFEFFab"u8, 4));

    [Fact]
    public void A_byte_of_latin_1_is_one_character() =>
        Assert.Equal(new LinePosition(1, 3, 3), At([(byte)'a', 0xE9, (byte)'b'], 2));

    [Fact]
    public void Offsets_outside_the_file_are_moved_to_its_ends()
    {
        Assert.Equal(new LinePosition(1, 1, 1), At("ab"u8, -5));
        Assert.Equal(new LinePosition(2, 1, 1), At("ab\n"u8, 99));
        Assert.Equal(new LinePosition(1, 1, 1), At([], 3));
    }

    [Theory]
    [InlineData("line é\r\n")]
    [InlineData("\U0001F489 without any break ")]
    [InlineData("~\r")]
    [InlineData("SV1*HC:64483*250*UN*1***1~\n")]
    [InlineData("SV1*HC:64483*250*UN*1***1~\r\n")]
    [InlineData("~\n\r")]
    public void Far_into_a_long_file_the_count_is_that_of_a_plain_count(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 40_000));
        var bytes = Encoding.UTF8.GetBytes(text);
        var index = LineIndex.Of(SourceFile.FromBytes("long.txt", bytes));
        foreach (var chars in Enumerable.Range(0, 60).Select(i => i * (text.Length / unit.Length / 60) * unit.Length))
        {
            var before = text[..chars];
            var lastBreak = before.LastIndexOfAny(['\n', '\r']);
            var lines = 1 + before.Replace("\r\n", "\n", StringComparison.Ordinal).Count(c => c is '\n' or '\r');
            var column = before[(lastBreak + 1)..];
            Assert.Equal(
                new LinePosition(lines, column.Length + 1, column.EnumerateRunes().Count() + 1),
                index.At(Encoding.UTF8.GetByteCount(before)));
        }
    }

    [Fact]
    public void Where_a_stretch_begins_and_ends_is_told_as_of_its_two_offsets()
    {
        var bytes = Encoding.UTF8.GetBytes("\uFEFFab\r\nc\u00E9d\r\n" + new string('x', 20_000) + "\n\U0001F489end");
        var index = LineIndex.Of(SourceFile.FromBytes("a.txt", bytes));
        foreach (var start in Enumerable.Range(0, 20).Append(8_191).Append(8_192).Append(20_010).Append(bytes.Length))
        {
            foreach (var length in (int[])[0, 1, 2, 3, 5, 8_192, 9_000, 30_000])
                Assert.Equal((index.At(start), index.At(start + length)), index.Of(new SourceSpan(start, length)));
        }
    }

    private static LinePosition At(ReadOnlySpan<byte> bytes, long offset) =>
        LineIndex.Of(SourceFile.FromBytes("a.txt", bytes.ToArray())).At(offset);
}
