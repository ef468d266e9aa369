using MedCodes.Validator.Claims;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Tests.Claims;

public class FieldTraitsTests
{
    [Fact]
    public void Every_field_says_where_it_stands()
    {
        Assert.All(Enum.GetValues<ClaimField>(), field => Assert.NotNull(ClaimFields.Of(field)));
        Assert.All(Enum.GetValues<LineField>(), field => Assert.NotNull(LineFields.Of(field)));
        Assert.All(Enum.GetValues<LineField>(), field => Assert.NotNull(LineFields.Of(field, ClaimSetting.Institutional)));
        Assert.All(Enum.GetValues<ProviderField>(), field => Assert.NotNull(ProviderFields.Of(field)));
    }

    [Theory]
    [InlineData(ClaimField.MemberId)]
    [InlineData(ClaimField.PatientFirstName)]
    [InlineData(ClaimField.PatientLastName)]
    [InlineData(ClaimField.PatientBirthDate)]
    public void What_identifies_a_person_is_classed_so(ClaimField field) => Assert.Equal(Privacy.Identifying, ClaimFields.Of(field).Privacy);

    [Fact]
    public void Service_dates_find_the_account_and_codes_are_open()
    {
        Assert.Equal(Privacy.Account, LineFields.Of(LineField.Date).Privacy);
        Assert.Equal(Privacy.Open, LineFields.Of(LineField.Code).Privacy);
    }
}
