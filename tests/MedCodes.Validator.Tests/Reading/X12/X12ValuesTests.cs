using System.Globalization;
using System.Text;
using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Reading.X12;

namespace MedCodes.Validator.Tests.Reading.X12;

public class X12ValuesTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("12.25", "12.25")]
    [InlineData("-5", "-5")]
    [InlineData(".5", "0.5")]
    [InlineData("5.", "5")]
    [InlineData("-.01", "-0.01")]
    [InlineData("000000000000000000001", "1")]
    [InlineData("100.00", "100.00")]
    public void Number_is_read(string text, string expected)
    {
        Assert.True(X12Values.TryNumber(Encoding.ASCII.GetBytes(text), out var packed));
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), PackedNumber.Unpack(packed));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("-.")]
    [InlineData("1,000")]
    [InlineData("1.2.3")]
    [InlineData("+1")]
    [InlineData("1E5")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1-")]
    [InlineData("9999999999999999999999")]
    public void What_is_no_number_is_refused(string text) => Assert.False(X12Values.TryNumber(Encoding.ASCII.GetBytes(text), out _));

    [Theory]
    [InlineData("D8", "20240229", "2024-02-29", null)]
    [InlineData("RD8", "20240701-20240703", "2024-07-01", "2024-07-03")]
    [InlineData("RD8", "20240703-20240701", "2024-07-03", "2024-07-01")]
    [InlineData("DT", "202407150800", "2024-07-15", null)]
    public void Period_is_read(string format, string text, string from, string? through)
    {
        Assert.True(X12Values.TryPeriod(Encoding.ASCII.GetBytes(format), Encoding.ASCII.GetBytes(text), out var first, out var last));
        Assert.Equal(DateOnly.Parse(from, CultureInfo.InvariantCulture), PackedDate.Unpack(first));
        Assert.Equal(through is null ? null : DateOnly.Parse(through, CultureInfo.InvariantCulture), PackedDate.Unpack(last));
    }

    [Theory]
    [InlineData("D8", "20230229")]
    [InlineData("D8", "20241301")]
    [InlineData("D8", "20240700")]
    [InlineData("D8", "17991231")]
    [InlineData("D8", "22000101")]
    [InlineData("D8", "240715")]
    [InlineData("D8", "2024071X")]
    [InlineData("RD8", "20240701")]
    [InlineData("RD8", "20240701/20240703")]
    [InlineData("RD8", "20240701-20240799")]
    [InlineData("DT", "20240715")]
    [InlineData("XX", "20240715")]
    public void What_is_no_period_is_refused(string format, string text) =>
        Assert.False(X12Values.TryPeriod(Encoding.ASCII.GetBytes(format), Encoding.ASCII.GetBytes(text), out _, out _));
}
