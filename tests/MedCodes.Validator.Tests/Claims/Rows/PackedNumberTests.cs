using System.Globalization;
using MedCodes.Validator.Claims.Rows;

namespace MedCodes.Validator.Tests.Claims.Rows;

public class PackedNumberTests
{
    [Theory]
    [InlineData("0")]
    [InlineData("100")]
    [InlineData("100.00")]
    [InlineData("-12.25")]
    [InlineData("0.00001")]
    [InlineData("99999999999999.99")]
    [InlineData("-99999999999999.99")]
    public void Number_comes_back_with_its_decimals(string text)
    {
        var number = decimal.Parse(text, CultureInfo.InvariantCulture);

        Assert.True(PackedNumber.TryPack(number, out var packed));
        Assert.Equal(text, PackedNumber.Unpack(packed)?.ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("-0.5", true)]
    [InlineData("67108863", true)]
    [InlineData("67108864", false)]
    [InlineData("1.12345678", false)]
    public void Units_are_kept_in_half_the_room_where_they_fit(string text, bool fits)
    {
        var number = decimal.Parse(text, CultureInfo.InvariantCulture);
        PackedNumber.TryPack(number, out var packed);

        Assert.Equal(fits, PackedNumber.TryShorten(packed, out var brief));
        if (fits)
            Assert.Equal(number, PackedNumber.Unpack(PackedNumber.Lengthen(brief)));
    }

    [Fact]
    public void Missing_stays_missing()
    {
        Assert.Null(PackedNumber.Unpack(0));
        Assert.True(PackedNumber.TryShorten(0, out var brief));
        Assert.Equal(0UL, PackedNumber.Lengthen(brief));
    }

    [Theory]
    [InlineData("288230376151711744")]
    [InlineData("0.0000000000000001")]
    [InlineData("79228162514264337593543950335")]
    public void Number_with_too_many_digits_is_refused(string text) =>
        Assert.False(PackedNumber.TryPack(decimal.Parse(text, CultureInfo.InvariantCulture), out _));
}
