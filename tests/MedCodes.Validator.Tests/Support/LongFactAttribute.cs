namespace MedCodes.Validator.Tests.Support;

/// <summary>A test that takes minutes: it runs where MEDCODES_TEST_LONG is 1.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LongFactAttribute : FactAttribute
{
    public LongFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("MEDCODES_TEST_LONG") != "1")
            Skip = "Set MEDCODES_TEST_LONG=1 to run it.";
    }
}
