namespace MedCodes.Validator.Tests.Architecture.Sample.Rules;

internal class Thing
{
    public int Size { get; init; }

    public static string Name => nameof(Thing);
}

internal interface IThing;

internal sealed class ThingException : Exception;

[AttributeUsage(AttributeTargets.All)]
internal sealed class ThingAttribute : Attribute;
