using System.Collections;
using System.Globalization;
using System.Text;

namespace MedCodes.Validator.Tests.Engine.Generation;

/// <summary>Inputs as a test can hold them.</summary>
internal static class InputText
{
    /// <summary>C# that makes a value.</summary>
    public static string Of(object value)
    {
        var text = new StringBuilder();
        Write(text, value);
        return text.ToString();
    }

    // C# that makes the value, its defaults left out.
    private static void Write(StringBuilder text, object value)
    {
        switch (value)
        {
            case string words:
                text.Append('"').Append(words).Append('"');
                break;
            case DateOnly day:
                text.Append(CultureInfo.InvariantCulture, $"new({day.Year}, {day.Month}, {day.Day})");
                break;
            case decimal number:
                text.Append(CultureInfo.InvariantCulture, $"{number}m");
                break;
            case bool flag:
                text.Append(flag ? "true" : "false");
                break;
            case Enum choice:
                text.Append(choice.GetType().Name).Append('.').Append(choice);
                break;
            case IEnumerable items:
                text.Append('[');
                foreach (var item in items)
                {
                    Write(text, item);
                    text.Append(", ");
                }

                text.Append(']');
                break;
            case int:
                text.Append(CultureInfo.InvariantCulture, $"{value}");
                break;
            default:
                text.Append("new() { ");
                foreach (var (name, part) in SmallerRecord.Said(value))
                {
                    text.Append(name).Append(" = ");
                    Write(text, part);
                    text.Append(", ");
                }

                text.Append('}');
                break;
        }
    }
}
