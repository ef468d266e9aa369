using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Tests.Sources;

public sealed class SpillFileTests
{
    [Fact]
    public void It_gives_back_what_was_written()
    {
        using var file = new SpillFile();
        file.Append("abc"u8);
        file.Append("defg"u8);
        var bytes = new byte[4];
        file.Read(2, bytes);

        Assert.Equal("cdef"u8, bytes);
        Assert.Equal(7, file.Length);
        Assert.Throws<SpillException>(() => file.Read(5, bytes));
    }

    [Fact]
    public void Nobody_finds_it_and_nobody_else_may_read_it()
    {
        using var file = PrivateFiles.CreateNameless();

        if (OperatingSystem.IsWindows())
            return;
        Assert.False(File.Exists(file.Name));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file.SafeFileHandle));
    }
}
