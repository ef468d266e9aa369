using MedCodes.Validator.Findings;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Tests.Findings;

public sealed class MessageTests
{
    private static readonly Message Message = new(
    [
        new MessagePart("open ", Privacy.Open),
        new MessagePart("account ", Privacy.Account),
        new MessagePart("identifying", Privacy.Identifying),
    ]);

    [Fact]
    public void A_part_is_shown_up_to_its_class()
    {
        Assert.Equal("open ••••••", Message.Render(Privacy.Open));
        Assert.Equal("open account •••", Message.Render(Privacy.Account));
        Assert.Equal("open account identifying", Message.Render(Privacy.Identifying));
    }

    [Fact]
    public void A_part_of_no_stated_class_is_the_most_private() =>
        Assert.Equal("•••", new Message([new MessagePart("text", default)]).Render(Privacy.Account));
}
