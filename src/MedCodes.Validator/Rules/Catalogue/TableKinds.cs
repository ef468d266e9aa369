using MedCodes.Validator.Reference;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Rules.Catalogue;

/// <summary>Makes a kind of fact of each reference table: a field per column.</summary>
internal static class TableKinds
{
    public static FactKind Of(TableDefinition table)
    {
        var fields = table.Columns
            .Select((column, index) => column.Name == table.GroupColumn
                ? Field.Of<Lookup.Row>(
                    table.GroupName!,
                    new FieldType(ScalarTypeOf(column.Type), IsList: true),
                    $"Every {column.Name} of the key in force.",
                    row => Value.OfList(row.Group),
                    Absence.Never)
                : Field.Of<Lookup.Row>(
                    column.Name,
                    new FieldType(ScalarTypeOf(column.Type)),
                    $"The column {column.Name}.",
                    row => ValueOf(row.Cells[index], column.Type)))
            .ToArray();

        // A row stands in nothing; the rule that reads it decides the scope.
        return new FactKind(table.Name, table.Summary, Scope.Claim, null, [.. fields]) { IsTable = true };
    }

    private static ScalarType ScalarTypeOf(ColumnType type) => type switch
    {
        ColumnType.Name => ScalarType.Name,
        ColumnType.Code => ScalarType.Code,
        ColumnType.Number => ScalarType.Number,
        ColumnType.Amount => ScalarType.Amount,
        ColumnType.Date => ScalarType.Date,
        ColumnType.YesNo => ScalarType.YesNo,
        _ => ScalarType.Text,
    };

    private static Value? ValueOf(Cell cell, ColumnType type) => type switch
    {
        ColumnType.Number or ColumnType.Amount => cell.Number is { } number ? Value.Of(number) : null,
        ColumnType.Date => cell.Date is { } date ? Value.Of(date) : null,
        ColumnType.YesNo => cell.Flag is { } flag ? Value.Of(flag) : null,
        _ => cell.Text is { Length: > 0 } text ? Value.Of(text) : null,
    };
}
