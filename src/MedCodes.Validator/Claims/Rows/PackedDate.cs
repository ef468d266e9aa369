namespace MedCodes.Validator.Claims.Rows;

/// <summary>Dates as day numbers from 1, 0 for missing.</summary>
internal static class PackedDate
{
    public static int Pack(DateOnly? date) => date is { } day ? day.DayNumber + 1 : 0;

    public static DateOnly? Unpack(int packed) => packed == 0 ? null : DateOnly.FromDayNumber(packed - 1);
}
