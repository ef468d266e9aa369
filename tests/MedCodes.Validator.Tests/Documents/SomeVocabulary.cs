using MedCodes.Validator.Documents;

namespace MedCodes.Validator.Tests.Documents;

/// <summary>A small vocabulary for tests.</summary>
internal static class SomeVocabulary
{
    public static Vocabulary Procedure { get; } = new(
    [
        new Axis
        {
            Name = "guidance",
            Billing = true,
            Terms =
            [
                new Term { Name = "fluoroscopy", Nouns = ["fluoroscopy", "c-arm"] },
                new Term { Name = "ct", Phrases = ["ct", "computed tomography"] },
                new Term { Name = "ultrasound", Nouns = ["ultrasound"], Phrases = ["ultra-sound"] },
                new Term { Name = "image-guidance", Phrases = ["image guidance", "under imaging"], Covers = ["fluoroscopy", "ct"] },
            ],
            Ignore = ["ct scan"],
        },
        new Axis
        {
            Name = "position",
            Billing = true,
            Terms =
            [
                new Term { Name = "prone-position", Phrases = ["prone", "face down", "on ... stomach"] },
                new Term { Name = "supine-position", Phrases = ["supine"] },
            ],
        },
        new Axis
        {
            Name = "contrast",
            Billing = true,
            Terms = [new Term { Name = "with-contrast", Nouns = ["contrast"] }, new Term { Name = "without-contrast", Phrases = ["without contrast"] }],
        },
        new Axis
        {
            Name = Axis.Person,
            Terms =
            [
                new Term { Name = "surgeon", Nouns = ["surgeon"] },
                new Term { Name = "pain-specialist", Nouns = ["pain specialist", "pain physician"] },
                new Term { Name = "anesthesiologist", Nouns = ["anesthesiologist"] },
                new Term { Name = "nurse", Nouns = ["nurse"] },
            ],
        },
        new Axis
        {
            Name = Axis.Act,
            Terms =
            [
                new Term { Name = "gives-anesthesia", Verbs = ["give anesthesia", "administer ... anesthesia"], Phrases = ["anesthesia is given", "given anesthesia"] },
                new Term { Name = "injects", Verbs = ["inject", "perform the injection"], Phrases = ["injection is performed"] },
                new Term { Name = "stops", Verbs = ["stop", "apply pressure"] },
            ],
        },
        new Axis
        {
            Name = Axis.Timed,
            Terms = [new Term { Name = "whole-procedure", Nouns = ["procedure"] }, new Term { Name = "recovery-time", Nouns = ["recovery"] }],
        },
        new Axis
        {
            Name = "finding",
            Terms = [new Term { Name = "stenosis", Nouns = ["stenosis", "therapy"] }, new Term { Name = "rebuilt", Phrases = ["with cervical/thoracic change"] }],
        },
    ],
    [SomeSchema.Procedure]);
}
