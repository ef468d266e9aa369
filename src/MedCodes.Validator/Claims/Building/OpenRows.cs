namespace MedCodes.Validator.Claims.Building;

/// <summary>The rows that the next claim will stand under: they go on into the next batch. -1 where there is none.</summary>
internal record struct OpenRows(int Interchange, int Transaction, int Billing, int Subscriber, int Patient)
{
    public static OpenRows None => new(-1, -1, -1, -1, -1);
}
