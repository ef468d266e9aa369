using System.IO.Compression;
using System.Security;
using System.Text;

namespace MedCodes.Validator.Tests.Reference;

/// <summary>Synthetic files in the layouts of the published tables. Codes and values are invented.</summary>
internal static class Published
{
    public const string PairHeading =
        "Notice\t\t\t\t\t\t\r\nColumn1/Column2 Edits\t\t\t\t\t\t\r\nColumn 1\tColumn 2\t*=in existence\tEffective\tDeletion\tModifier\tPTP Edit Rationale\t\r\n"
        + "\t\tprior to 1996\tDate\tDate\t0=not allowed\t\r\n\t\t\t\t*=no data\t1=allowed\t\r\n\t\t\t\t\t9=not applicable\t\r\n";

    public const string LimitHeading = "\"Notice.\nMore of it.\",,,\r\n\"HCPCS/\nCPT Code\",Practitioner Services MUE Values,MUE Adjudication Indicator,MUE Rationale\r\n";

    public const string FeeHeading =
        ",,2025 National Physician Fee Schedule Relative Value File October Release,,,,,,,,,,,,,\r\n"
        + ",,,,,NON-FAC,FACILITY,,,,,,,,,\r\n"
        + ",,,STATUS,WORK,NA,NA,PCTC,GLOB,MULT,BILAT,ASST,CO-,TEAM,CONV,\r\n"
        + "HCPCS,MOD,DESCRIPTION,CODE,RVU,INDICATOR,INDICATOR,IND,DAYS,PROC,SURG,SURG,SURG,SURG,FACTOR,\r\n";

    public static string Pair(string column1, string column2, string effective = "20200101", string deleted = "*", string indicator = "1") =>
        $"{column1}\t{column2}\t\t{effective}\t{deleted}\t{indicator}\tInvented reason\r\n";

    public static string AddOn(string type, string addOn, string primary, string effective = "2020001", string deleted = "") =>
        $"{type}{addOn,-5}       {primary,-5}       {effective,-7}{deleted,-7}{"",20}\r\n";

    public static string Order(int order, string code, bool billable, string title) =>
        $"{order:00000} {code,-7} {(billable ? '1' : '0')} {title,-60} {title}\r\n";

    public static string Hcpcs(string code, char kind, string added, string terminated = "") =>
        $"{code,5}00100{kind}{"invented",-80}{"",177}{added,-8}{"",8}{terminated,-8}N{"",27}\r\n";

    public static string Fee(string code, string modifier, string status, string days, string bilateral, string office = "", string facility = "") =>
        $"{code},{modifier},REDACTED,{status},1.00,{office},{facility},0,{days},2,{bilateral},1,0,0,30.0,\r\n";

    public static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);

    /// <summary>A zip with files in it.</summary>
    public static byte[] Zip(params (string Name, byte[] Bytes)[] files)
    {
        var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                using var stream = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                stream.Write(bytes);
            }
        }

        return memory.ToArray();
    }

    /// <summary>A workbook with one sheet of texts.</summary>
    public static byte[] Sheet(params string[][] rows) => Sheet(rows, numbers: false);

    /// <summary>A workbook with one sheet, whose cells that are written as whole numbers are numbers or, like all others, texts.</summary>
    public static byte[] Sheet(string[][] rows, bool numbers)
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
        var sheet = new StringBuilder($"<worksheet xmlns=\"{Main}\"><sheetData>");
        foreach (var (row, number) in rows.Select((row, index) => (row, index + 1)))
        {
            sheet.Append($"<row r=\"{number}\">");
            foreach (var (cell, column) in row.Select((cell, index) => (cell, (char)('A' + index))).Where(one => one.cell.Length > 0))
            {
                sheet.Append(numbers && cell[0] != '0' && cell.All(char.IsAsciiDigit)
                    ? $"<c r=\"{column}{number}\"><v>{cell}</v></c>"
                    : $"<c r=\"{column}{number}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(cell)}</t></is></c>");
            }

            sheet.Append("</row>");
        }

        return Zip(
            ("[Content_Types].xml", Bytes("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>")),
            ("_rels/.rels", Bytes($"<Relationships xmlns=\"{Package}\"><Relationship Id=\"rId1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>")),
            ("xl/workbook.xml", Bytes($"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets><sheet name=\"One\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>")),
            ("xl/_rels/workbook.xml.rels", Bytes($"<Relationships xmlns=\"{Package}\"><Relationship Id=\"rId1\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>")),
            ("xl/worksheets/sheet1.xml", Bytes(sheet.Append("</sheetData></worksheet>").ToString())));
    }
}
