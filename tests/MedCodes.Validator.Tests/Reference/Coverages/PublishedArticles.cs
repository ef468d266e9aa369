namespace MedCodes.Validator.Tests.Reference.Coverages;

/// <summary>Synthetic files in the layout of the coverage database. Articles and contractors are invented.</summary>
internal static class PublishedArticles
{
    /// <summary>The files of a download; one may be replaced by name.</summary>
    public static (string Name, byte[] Bytes)[] Files(string? replaced = null, string text = "") =>
    [
        .. Texts.Select(file => (file.Key + "-2024q3.csv", Published.Bytes(file.Key == replaced ? text : file.Value))),
    ];

    public static IReadOnlyDictionary<string, string> Texts { get; } = new Dictionary<string, string>
    {
        ["article"] =
            "\"article_id\",\"article_version\",\"title\",\"article_eff_date\",\"article_end_date\",\"status\",\"description\",\"display_id\"\r\n"
            + "90001,2,Invented,2024-07-07 00:00:00,,A,\"<p>Text,\n\tover two lines</p>\",A90001\r\n"
            + "90002,1,Invented,2024-01-01,2024-08-14,R,,A90002\r\n"
            + "90003,1,Invented,2024-01-01,,P,,A90003\r\n",
        ["contractor"] =
            "contractor_id,contractor_type_id,contractor_version,contractor_bus_name,contractor_number\r\n"
            + "10,12,1,Invented,10112\r\n11,12,1,Invented,01112\r\n12,12,1,Invented,\r\n",
        ["article_x_contractor"] =
            "article_id,article_version,article_type,contractor_id,contractor_type_id,contractor_version\r\n"
            + "90001,2,6,10,12,1\r\n90001,2,6,11,12,1\r\n90002,1,6,10,12,1\r\n90003,1,6,10,12,1\r\n90001,1,6,10,12,1\r\n",
        ["article_x_hcpc_code"] =
            "article_id,article_version,hcpc_code_id,hcpc_code_group,long_description\r\n"
            + "90001,2,11111,1,REDACTED\r\n90002,1,11111,1,REDACTED\r\n90003,1,22222,1,REDACTED\r\n90001,2,XX000,2,REDACTED\r\n",
        ["article_x_icd10_covered"] =
            "article_id,article_version,icd10_code_id,icd10_covered_group,description\r\n"
            + "90001,2,X10.1,1,Invented\r\n90001,2,XX000,2,Invented\r\n90002,1,X10.2,1,Invented\r\n90003,1,X10.3,1,Invented\r\n",
        ["article_x_icd10_noncovered"] =
            "article_id,article_version,icd10_code_id,icd10_noncovered_group,description\r\n"
            + "90001,2,X10.1,1,Invented\r\n90001,2,X10.9,1,Invented\r\n",
    };
}
