namespace MedCodes.Validator.Sources;

/// <summary>What a reader can find wrong: a closed list. In rules the names are written in kebab-case.</summary>
public enum FaultKind
{
    /// <summary>The file has no bytes.</summary>
    EmptyFile = 1,

    /// <summary>The content is neither a claim file nor a page.</summary>
    UnrecognizedContent,

    /// <summary>Bytes of a page are not UTF-8; they are read as Latin-1.</summary>
    TextNotUtf8,

    /// <summary>A text is far longer than any page and is not read as one.</summary>
    PageTooLong,

    /// <summary>The elements of a page are nested deeper than any reader can follow.</summary>
    PageNestedTooDeep,

    /// <summary>What stands between the dashes before a page is no list of keys and values.</summary>
    MalformedFrontMatter,

    /// <summary>A page in YAML or JSON cannot be read as such at a place.</summary>
    MalformedStructure,
}
