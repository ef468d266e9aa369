using System.Collections.Frozen;
using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using MedCodes.Validator.Reference.Ncci;
using MedCodes.Validator.Reference.Releases;
using MedCodes.Validator.Reference.Stores;
using Microsoft.Data.Sqlite;

namespace MedCodes.Validator.Benchmarks;

/// <summary>Look-ups of pairs in the practitioner set, against a FrozenDictionary and SQLite over the same rows.</summary>
internal static class PairLookups
{
    private const int Count = 1 << 20;
    private const int Rounds = 7;
    private const int SqliteCount = 1 << 15;

    // Of the pairs of a claim's lines few have an edit.
    private const int HitsInTwenty = 1;

    public static void Run(TextWriter output, string data, IEnumerable<string> files)
    {
        var pairs = Read(files.Where(file => file.Contains("practitioner-ptp", StringComparison.Ordinal))).ToArray();
        if (pairs.Length == 0)
            return;
        var file = Directory.EnumerateFiles(Path.Combine(data, "releases"), "ncci-ptp~medicare~practitioner~*").Single();
        var store = (PairStore)ReleaseFile.Open(file).Store;
        var frozen = pairs.Distinct().ToFrozenDictionary(pair => pair, _ => 1);
        using var sqlite = Sqlite(pairs);
        var random = new Random(1);
        var codes = pairs.Select(pair => pair.Column1).Concat(pairs.Select(pair => pair.Column2)).Distinct().ToArray();

        // A practice bills some hundred codes; which they are is drawn once.
        var usual = random.GetItems(codes, 300);
        var set = frozen.Keys.ToHashSet();
        (ulong Column1, ulong Column2) Miss(ulong[] from)
        {
            for (; ; )
            {
                var pair = (from[random.Next(from.Length)], from[random.Next(from.Length)]);
                if (!set.Contains(pair))
                    return pair;
            }
        }

        var ofUsual = pairs.Where(pair => usual.Contains(pair.Column1) && usual.Contains(pair.Column2)).DefaultIfEmpty(pairs[0]).ToArray();
        Measure(output, "realistic mix", [.. Enumerable.Range(0, Count).Select(i => i % 20 < HitsInTwenty ? ofUsual[random.Next(ofUsual.Length)] : Miss(usual))], store, frozen, sqlite);
        Measure(output, "all hits", random.GetItems(pairs, Count), store, frozen, sqlite);
        Measure(output, "all misses", [.. Enumerable.Range(0, Count).Select(_ => Miss(codes))], store, frozen, sqlite);
    }

    private static void Measure(
        TextWriter output, string name, (ulong Column1, ulong Column2)[] asked, PairStore store, FrozenDictionary<(ulong, ulong), int> frozen, SqliteConnection sqlite)
    {
        var own = Best(asked.Length, () =>
        {
            var found = 0;
            foreach (var (column1, column2) in asked)
                found += store.Find(column1, column2).Count > 0 ? 1 : 0;
            return found;
        });
        var dictionary = Best(asked.Length, () =>
        {
            var found = 0;
            foreach (var pair in asked)
                found += frozen.ContainsKey(pair) ? 1 : 0;
            return found;
        });
        using var command = sqlite.CreateCommand();
        command.CommandText = "select 1 from pairs where a = $a and b = $b limit 1";
        var (first, second) = (command.Parameters.Add("$a", SqliteType.Integer), command.Parameters.Add("$b", SqliteType.Integer));
        command.Prepare();
        var database = Best(SqliteCount, () =>
        {
            var found = 0;
            foreach (var (column1, column2) in asked.AsSpan(0, SqliteCount))
            {
                (first.Value, second.Value) = ((long)column1, (long)column2);
                found += command.ExecuteScalar() is not null ? 1 : 0;
            }

            return found;
        });
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {own:0} ns; FrozenDictionary {dictionary:0} ns; SQLite {database:0} ns"));
    }

    private static double Best(int count, Func<int> round)
    {
        var best = double.MaxValue;
        for (var i = 0; i < Rounds; i++)
        {
            var watch = Stopwatch.StartNew();
            GC.KeepAlive(round());
            best = Math.Min(best, watch.Elapsed.TotalNanoseconds / count);
        }

        return best;
    }

    private static SqliteConnection Sqlite(IEnumerable<(ulong Column1, ulong Column2)> pairs)
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using var make = connection.CreateCommand();
        make.CommandText = "create table pairs (a integer, b integer, primary key (a, b)) without rowid";
        make.ExecuteNonQuery();
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.CommandText = "insert or ignore into pairs values ($a, $b)";
        var (first, second) = (insert.Parameters.Add("$a", SqliteType.Integer), insert.Parameters.Add("$b", SqliteType.Integer));
        foreach (var (column1, column2) in pairs)
        {
            (first.Value, second.Value) = ((long)column1, (long)column2);
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
        return connection;
    }

    private static IEnumerable<(ulong Column1, ulong Column2)> Read(IEnumerable<string> files)
    {
        foreach (var file in files)
        {
            using var zip = ZipFile.OpenRead(file);
            using var reader = new StreamReader(zip.Entries[0].Open());
            while (reader.ReadLine() is { } line)
            {
                if (line.Length > 11 && line[5] == '\t' && line[11] == '\t')
                    yield return (KeyValue.Of(line[..5]), KeyValue.Of(line[6..11]));
            }
        }
    }
}
