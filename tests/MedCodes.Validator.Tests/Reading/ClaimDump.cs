using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using MedCodes.Validator.Claims;

namespace MedCodes.Validator.Tests.Reading;

/// <summary>All that the public views say of claims, places in the file aside: two files hold the same claims if their dumps are equal.</summary>
internal static class ClaimDump
{
    private static readonly string[] Places = ["Batch", "Index", "Span", "Path"];

    // Ways back to what a part belongs to, and what is said of parts elsewhere.
    private static readonly string[] Owners = ["Claim", "Line", "Transaction"];

    public static string Of(IEnumerable<ClaimBatch> batches) => Of(batches.SelectMany(batch => batch.Claims));

    public static string Of(IEnumerable<Claim> claims)
    {
        var text = new StringBuilder();
        foreach (var claim in claims)
        {
            Write(text, claim, 0);
            Write(text.Append("transaction "), claim.Transaction, 1);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, object part, int depth)
    {
        var type = part.GetType();
        text.Append(type.Name).Append('\n');
        foreach (var property in type.GetProperties().OrderBy(property => property.Name, StringComparer.Ordinal))
        {
            if (Places.Contains(property.Name) || Owners.Contains(property.Name) || property.Name == "Diagnosis")
                continue;
            text.Append(' ', depth * 2 + 2).Append(property.Name).Append(": ");
            WriteValue(text, property.GetValue(part), depth + 1);
        }

        WriteUnreadable(text, type, part, depth);
    }

    private static void WriteValue(StringBuilder text, object? value, int depth)
    {
        switch (value)
        {
            case null:
                text.Append("-\n");
                break;
            case string or decimal or DateOnly or int or bool or Enum or ProcedureCode:
                text.Append(CultureInfo.InvariantCulture, $"{value}\n");
                break;
            case IEnumerable items:
                text.Append('\n');
                foreach (var item in items)
                    WriteValue(text.Append(' ', depth * 2), item, depth + 1);
                break;
            default:
                Write(text, value, depth);
                break;
        }
    }

    // Every view that knows unreadable fields has a method that takes its enumeration of fields.
    private static void WriteUnreadable(StringBuilder text, Type type, object part, int depth)
    {
        if (type.GetMethods(BindingFlags.Public | BindingFlags.Instance).FirstOrDefault(method => method.Name == "IsUnreadable") is not { } asks)
            return;
        foreach (var field in Enum.GetValues(asks.GetParameters()[0].ParameterType))
        {
            if ((bool)asks.Invoke(part, [field])!)
                text.Append(' ', depth * 2 + 2).Append(CultureInfo.InvariantCulture, $"unreadable {field}\n");
        }
    }
}
