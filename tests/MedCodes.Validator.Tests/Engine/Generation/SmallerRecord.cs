using System.Collections;
using System.Collections.Immutable;
using System.Reflection;

namespace MedCodes.Validator.Tests.Engine.Generation;

/// <summary>Takes parts from records: one item of a list, or one value that need not be there.</summary>
internal static class SmallerRecord
{
    /// <summary>Each record that says one thing less, the largest parts first.</summary>
    public static IEnumerable<T> Of<T>(T record) => Smaller(record!).Cast<T>();

    /// <summary>What a record says beyond the defaults.</summary>
    public static IEnumerable<(string Name, object Value)> Said(object record)
    {
        foreach (var property in Properties(record.GetType()))
        {
            if (property.GetValue(record) is { } value && value is not false and not 0 and not IList { Count: 0 })
                yield return (property.Name, value);
        }
    }

    private static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite && property.GetIndexParameters().Length == 0);

    private static IEnumerable<object> Smaller(object record)
    {
        var properties = Properties(record.GetType()).ToList();
        foreach (var property in properties)
        {
            if (property.GetValue(record) is not IList { Count: > 0 } list)
                continue;
            for (var i = 0; i < list.Count; i++)
                yield return With(record, property, Cast(property.PropertyType, Items(list).Where((_, place) => place != i)));
        }

        foreach (var property in properties)
        {
            switch (property.GetValue(record))
            {
                case IList { Count: > 0 } list when IsRecord(list[0]!.GetType()):
                    for (var i = 0; i < list.Count; i++)
                    {
                        foreach (var smaller in Smaller(list[i]!))
                            yield return With(record, property, Cast(property.PropertyType, Items(list).Select((item, place) => place == i ? smaller : item)));
                    }

                    break;
                case { } part when IsRecord(part.GetType()):
                    foreach (var smaller in Smaller(part))
                        yield return With(record, property, smaller);
                    if (IsOptional(property))
                        yield return With(record, property, null);
                    break;
                case true:
                    yield return With(record, property, false);
                    break;
                case string or decimal or DateOnly when IsOptional(property):
                    yield return With(record, property, null);
                    break;
            }
        }
    }

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    private static bool IsOptional(PropertyInfo property) => new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable;

    private static object With(object record, PropertyInfo property, object? value)
    {
        var clone = record.GetType().GetMethod("<Clone>$")!.Invoke(record, null)!;
        property.SetValue(clone, value);
        return clone;
    }

    private static IEnumerable<object> Items(IList list) => list.Cast<object>();

    // Lists of inputs are immutable arrays or anything that can be read by place.
    private static object Cast(Type list, IEnumerable<object> items)
    {
        var item = list.GetGenericArguments()[0];
        var all = items.ToList();
        var array = Array.CreateInstance(item, all.Count);
        for (var i = 0; i < all.Count; i++)
            array.SetValue(all[i], i);
        return list.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
            ? typeof(ImmutableArray).GetMethods().First(method => method.Name == "Create" && method.GetParameters() is [{ ParameterType.IsArray: true }])
                .MakeGenericMethod(item).Invoke(null, [array])!
            : array;
    }
}
