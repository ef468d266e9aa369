using System.Globalization;
using System.Text;
using System.Xml;

namespace MedCodes.Validator.Reporting;

/// <summary>Writes JUnit XML as Ant's schema has it: a suite for each file, a failing test for each finding, a passing one for a clean file.</summary>
/// <remarks>What the schema asks for and a check does not have (host, time taken) is constant, so that the same report gives the same bytes.</remarks>
internal static class JUnitReport
{
    public static void Write(ShownReport report, Stream output, ReportSettings settings)
    {
        var style = new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };
        using (var xml = XmlWriter.Create(output, style))
            new Suites(xml, report, settings).Write();
        output.Write("\n"u8);
    }

    /// <summary>Text without the characters that XML 1.0 cannot hold, such as the separators of X12; they are shown as escapes.</summary>
    private static string Legal(string text)
    {
        var printable = Printable.Of(text);
        var legal = new StringBuilder(printable.Length);
        for (var i = 0; i < printable.Length; i++)
        {
            if (XmlConvert.IsXmlChar(printable[i]))
                legal.Append(printable[i]);
            else if (i + 1 < printable.Length && XmlConvert.IsXmlSurrogatePair(printable[i + 1], printable[i]))
                legal.Append(printable[i]).Append(printable[++i]);
            else
                legal.Append(CultureInfo.InvariantCulture, $"\\u{(int)printable[i]:X4}");
        }

        return legal.ToString();
    }

    private sealed class Suites(XmlWriter xml, ShownReport report, ReportSettings settings)
    {
        public void Write()
        {
            xml.WriteStartDocument();
            xml.WriteStartElement("testsuites");
            using var findings = new FindingsByFile(report.Findings, report.Files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal).Contains);
            var files = report.Files.Select(file => file.Path).Concat(findings.Files).Distinct(StringComparer.Ordinal);
            foreach (var (id, file) in files.Index())
                WriteSuite(id, file, findings.CountOf(file), findings.Of(file));
            xml.WriteEndElement();
            xml.WriteEndDocument();
        }

        private void WriteSuite(int id, string file, int count, IEnumerable<ShownFinding> findings)
        {
            var path = Legal(settings.Relative(file));
            xml.WriteStartElement("testsuite");
            Attribute("id", Text(id));
            Attribute("package", "medcodes");
            Attribute("name", path);
            Attribute("timestamp", report.Run.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00");
            Attribute("hostname", "localhost");
            Attribute("tests", Text(Math.Max(1, count)));
            Attribute("failures", Text(count));
            Attribute("errors", "0");
            Attribute("time", "0");
            xml.WriteElementString("properties", "");
            if (count == 0)
                WriteCase("medcodes check", path);
            foreach (var finding in findings)
                WriteFailure(finding, path);
            xml.WriteElementString("system-out", "");
            xml.WriteElementString("system-err", "");
            xml.WriteEndElement();
        }

        private void WriteCase(string name, string path)
        {
            StartCase(name, path);
            xml.WriteEndElement();
        }

        private void WriteFailure(ShownFinding finding, string path)
        {
            var where = PlaceWords.Where(finding.Place);
            StartCase(Legal($"{finding.Rule.Id} {finding.Rule.Name} at {where}"), path);
            xml.WriteStartElement("failure");
            Attribute("message", Legal(finding.Message));
            Attribute("type", $"{Words.Of(finding.Severity)} {finding.Rule.Id}");
            var lines = new List<string> { where };
            lines.AddRange(finding.Witnesses.Select(witness => $"{witness.Name}: {PlaceWords.Described(witness, finding.Place)}"));
            lines.Add("fix: " + Printable.Prose(finding.Rule.Fix));
            xml.WriteString(string.Join('\n', lines.Select(Legal)));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        private void StartCase(string name, string path)
        {
            xml.WriteStartElement("testcase");
            Attribute("name", name);
            Attribute("classname", path);
            Attribute("time", "0");
        }

        private void Attribute(string name, string value) => xml.WriteAttributeString(name, value);

        private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
    }
}
