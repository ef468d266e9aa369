using MedCodes.Validator.Tests.Architecture.Sample.Rules;

namespace MedCodes.Validator.Tests.Architecture.Sample.Reading;

internal sealed class Innocent
{
    public int Size { get; init; }

    public static IEnumerable<int> Sizes(IEnumerable<Innocent> others) => others.Select(other => other.Size);
}

internal sealed class InBaseType : Thing;

internal sealed class InInterface : IThing;

internal sealed class InField
{
    public readonly List<Thing[]> Things = null!;
}

internal sealed class InParameter
{
    public static bool Any(Dictionary<string, Thing> things) => things.Count > 0;
}

internal sealed class InConstraint<T>
    where T : Thing;

[Thing]
internal sealed class InAttribute;

internal sealed class InCall
{
    public static int Length() => Thing.Name.Length;
}

internal sealed class InLambda
{
    public static Func<int> Size() => () => new Thing { Size = 1 }.Size;
}

internal sealed class InIterator
{
    public static IEnumerable<object> Sizes()
    {
        yield return 1;
        yield return new Thing().Size;
    }
}

internal sealed class InGenericCall
{
    public static object Default() => Array.Empty<Thing>();
}

internal sealed class InCatch
{
    public static void Run(Action action)
    {
        try
        {
            action();
        }
        catch (ThingException)
        {
            action();
        }
    }
}

internal sealed class InTypeTest
{
    public static bool Is(object one) => one is Thing;
}

internal sealed class InNested
{
    private sealed class Inner
    {
        public Thing? Thing { get; init; }
    }
}
