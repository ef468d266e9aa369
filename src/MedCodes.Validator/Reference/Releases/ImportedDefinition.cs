namespace MedCodes.Validator.Reference.Releases;

/// <summary>
/// The definition of a table that no curated file defines: it can be looked into, although no rule can name it.
/// </summary>
internal static class ImportedDefinition
{
    public static TableDefinition Of(ReleaseHeader header)
    {
        var constants = header.Constants.Select(constant => constant.Column).ToList();
        return new TableDefinition
        {
            Name = header.Table,
            Summary = header.Source,
            Columns = [.. constants.Select(column => new TableColumn(column, ColumnType.Name)), .. header.Columns],
            Keys = [.. header.Ways.Select(way => way.InsertRange(0, constants))],
            Choice = header.Columns.Any(column => column.Name == TableDefinition.EffectiveColumn) ? RowChoice.Dated : RowChoice.Snapshot,
            MissingMeansNone = header.MissingMeansNone,
        };
    }
}
