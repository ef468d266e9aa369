using System.Collections.Frozen;

namespace MedCodes.Validator.RuleTests.Shorthand;

/// <summary>
/// The synthetic page that the shorthand fills in. It says nothing of region, level, side, position, guidance or contrast, so that a
/// test adds what it is about and contradicts nothing.
/// </summary>
internal static class CleanPage
{
    public const string Title = "Injection of medicine beside a joint of the spine";

    /// <summary>The content of each section by its name: paragraphs, or the items of a list.</summary>
    public static FrozenDictionary<string, string[]> Sections { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["code"] = ["64490"],
        ["name"] = ["Injection of medicine beside a joint of the spine"],
        ["summary"] = ["A needle is placed beside a joint and medicine is injected."],
        ["purpose"] = ["The injection may calm the pain of the joint."],
        ["indications"] = ["Pain for more than three months", "Little relief from exercise"],
        ["preparation"] = ["The patient tells the team about allergies"],
        ["procedure-description"] =
        [
            "The skin is cleaned and covered.",
            "A thin needle is advanced to the joint.",
            "The medicine is injected slowly.",
            "A small dressing is applied.",
        ],
        ["duration"] = ["The whole procedure takes 20 to 30 minutes."],
        ["setting"] = ["An outpatient procedure room."],
        ["personnel"] = ["Pain specialist: performs the injection", "Nurse: watches the patient"],
        ["risks-and-complications"] = ["Soreness at the injection site", "Bleeding", "Infection"],
        ["benefits"] = ["Less pain on moving"],
        ["recovery"] = ["Somebody else drives home"],
        ["alternatives"] = ["Physical therapy", "Medicines by mouth"],
        ["patient-experience"] = ["There is a brief sting and then pressure."],
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
