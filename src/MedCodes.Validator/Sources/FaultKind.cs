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

    /// <summary>The content is no text.</summary>
    BinaryFile,

    /// <summary>The file was written to while it was read: what was read of it may not belong together.</summary>
    FileChanged,

    /// <summary>The compressed content breaks off or does not match its checksum; what came before it was read.</summary>
    DamagedCompression,

    /// <summary>The file has no interchange header (ISA), so its delimiters are unknown and nothing of it was read.</summary>
    NoInterchange,

    /// <summary>Something stands before, between or behind the interchanges.</summary>
    TextOutsideInterchange,

    /// <summary>An interchange header (ISA) is not 106 bytes long; its delimiters were found by counting elements.</summary>
    InterchangeHeaderLength,

    /// <summary>The delimiters that an interchange header names cannot tell elements apart; the interchange was skipped.</summary>
    InvalidDelimiters,

    /// <summary>Composites are separated by another byte than the interchange header says; they were read by that byte.</summary>
    ComponentSeparatorMismatch,

    /// <summary>The file ends before its last interchange does.</summary>
    TruncatedFile,

    /// <summary>A segment goes on for longer than any segment can; it was skipped.</summary>
    SegmentTooLong,

    /// <summary>A segment has an id that claims do not use; it was skipped.</summary>
    UnknownSegment,

    /// <summary>A segment stands where it cannot stand.</summary>
    MisplacedSegment,

    /// <summary>A segment that must be there is not.</summary>
    MissingSegment,

    /// <summary>A segment that may be there once is there again; the first counts.</summary>
    RepeatedSegment,

    /// <summary>A level (HL) names a parent that is not there; the level before it was taken.</summary>
    BrokenHierarchy,

    /// <summary>An element that must be there is not.</summary>
    MissingElement,

    /// <summary>An element has more characters than it may have.</summary>
    ElementTooLong,

    /// <summary>An element that must be a number is none, or has too many digits.</summary>
    InvalidNumber,

    /// <summary>An element that must be a date is no day of the calendar from 1800 to 2199.</summary>
    InvalidDate,

    /// <summary>A qualifier says what no element of that place can be.</summary>
    UnknownQualifier,

    /// <summary>A transaction's trailer (SE) counts other segments than there are.</summary>
    SegmentCountMismatch,

    /// <summary>A group's trailer (GE) counts other transactions than there are.</summary>
    TransactionCountMismatch,

    /// <summary>An interchange's trailer (IEA) counts other groups than there are.</summary>
    GroupCountMismatch,

    /// <summary>A trailer (SE, GE, IEA) has another control number than its header.</summary>
    ControlNumberMismatch,

    /// <summary>A transaction follows a version or guide other than 005010X222 and 005010X223; it was skipped.</summary>
    UnsupportedVersion,

    /// <summary>A transaction is none of claims (837), such as a remittance advice (835); it was skipped.</summary>
    UnsupportedTransaction,

    /// <summary>The elements of a page are nested deeper than any reader can follow.</summary>
    PageNestedTooDeep,

    /// <summary>A stretch of a file of claims in JSON is not JSON; it was skipped.</summary>
    MalformedJson,

    /// <summary>A value in JSON is of another type than its field; it was skipped.</summary>
    WrongJsonType,

    /// <summary>An object in JSON has a property that claims do not have; it was skipped.</summary>
    UnknownProperty,

    /// <summary>An object in JSON has a property twice; the first counts.</summary>
    RepeatedProperty,

    /// <summary>What stands between the dashes before a page is no list of keys and values.</summary>
    MalformedFrontMatter,

    /// <summary>A page in YAML or JSON cannot be read as such at a place.</summary>
    MalformedStructure,
}
