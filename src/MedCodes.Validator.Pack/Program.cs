using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Packing;
using MedCodes.Validator.Yaml;

// RULES PACK   parses the library in the folder RULES and writes it to the file PACK
if (args is not [var folder, var pack])
{
    Console.Error.WriteLine("usage: MedCodes.Validator.Pack RULES PACK");
    return 2;
}

var files = Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
    .Select(path => new YamlSource(Path.GetRelativePath(folder, path), File.ReadAllText(path)))
    .OrderBy(source => source.Path, StringComparer.Ordinal)
    .ToList();
if (!RuleSet.TryLoad(files, out _, out var diagnostics))
{
    // In the form that builds and editors turn into links.
    foreach (var one in diagnostics)
        Console.Error.WriteLine($"{Path.Combine(folder, one.File)}({one.Line},{one.Column}): error MC9002: {one.Message}{(one.Suggestion is null ? "" : $"; did you mean '{one.Suggestion}'?")}");
    return 1;
}

using var stream = File.Create(pack);
RulePack.Write(files, stream);
return 0;
