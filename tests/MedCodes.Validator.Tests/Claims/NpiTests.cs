using MedCodes.Validator.Claims;

namespace MedCodes.Validator.Tests.Claims;

public class NpiTests
{
    [Theory]
    [InlineData("1234567893")]
    [InlineData("1245319599")]
    public void Npi_with_its_check_digit_passes(string npi) => Assert.True(Npi.HasValidCheckDigit(npi));

    [Theory]
    [InlineData("1234567890")]
    [InlineData("1234567839")]
    [InlineData("123456789")]
    [InlineData("12345678930")]
    [InlineData("123456789A")]
    [InlineData("")]
    public void Npi_with_a_wrong_check_digit_or_shape_fails(string npi) => Assert.False(Npi.HasValidCheckDigit(npi));

    [Theory]
    [InlineData("1234567893", true)]
    [InlineData("2234567893", true)]
    [InlineData("3234567893", false)]
    [InlineData("123456789", false)]
    public void Npi_has_ten_digits_and_begins_with_one_or_two(string npi, bool expected) => Assert.Equal(expected, Npi.IsWellFormed(npi));
}
