using System.Text;
using BenchmarkDotNet.Attributes;
using MedCodes.Validator.Benchmarks.Generation;
using MedCodes.Validator.Reading.X12;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Benchmarks;

/// <summary>Reading against the bare scan over the same bytes, and against string.Split.</summary>
[MemoryDiagnoser]
public class ReadBenchmarks
{
    private byte[] _bytes = [];
    private SourceFile _file = SourceFile.FromBytes("", Array.Empty<byte>());

    /// <summary>The number of claims.</summary>
    [Params(20_000)]
    public int Claims { get; set; }

    /// <summary>Makes the file.</summary>
    [GlobalSetup]
    public void Generate()
    {
        using var memory = new MemoryStream();
        new ClaimFileGenerator(new GeneratorOptions { Claims = Claims }).Write(memory);
        _bytes = memory.ToArray();
        _file = SourceFile.FromBytes("generated.837", _bytes);
    }

    /// <summary>Finds terminators and nothing else.</summary>
    [Benchmark(Baseline = true)]
    public long Scan() => BareScan.Count(new MemoryStream(_bytes));

    /// <summary>Reads claims.</summary>
    [Benchmark]
    public int Read() => X12Reader.Read(_file).Sum(batch => batch.Lines.Count);

    /// <summary>Reads with string.Split.</summary>
    [Benchmark]
    public int Split() => SplitReader.Read(Encoding.ASCII.GetString(_bytes)).Lines;
}
