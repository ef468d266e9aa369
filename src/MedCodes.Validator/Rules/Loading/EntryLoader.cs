using System.Collections.Immutable;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Values;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Rules.Loading;

/// <summary>Reads groups of entries: names with the facts that they stand for.</summary>
internal sealed class EntryLoader(LoadContext context)
{
    private static readonly FactKind Total = new("total", "A total over facts.", Scope.Claim, null);

    /// <summary>Reads a group.</summary>
    /// <param name="node">The map of names.</param>
    /// <param name="bound">The names bound before, with their kinds.</param>
    /// <returns>The entries, each behind those that it refers to; entries that cannot be read are left out with a diagnostic.</returns>
    public ImmutableArray<Entry> LoadGroup(YamlNode node, IReadOnlyDictionary<string, FactKind> bound)
    {
        if (node is not YamlMapping { Entries.IsEmpty: false } group)
        {
            context.Diagnostics.Add(node, $"a map of names is needed here, not {(node is YamlMapping ? "an empty one" : node.Shape)}");
            return [];
        }

        // Kinds first: entries may refer to each other in any order.
        var names = new Dictionary<string, FactKind>(bound, StringComparer.Ordinal);
        var own = new List<(YamlScalar Name, MappingReader Reader, FactKind Kind, TotalOf? Total)>();
        foreach (var entry in group.Entries)
        {
            if (entry.Key.Text == "policy" || bound.ContainsKey(entry.Key.Text))
            {
                // What the entry says of the name may mean either.
                context.Diagnostics.Add(entry.Key, $"the name '{entry.Key.Text}' is taken");
                context.Unreadable.Add(entry.Key.Text);
                continue;
            }

            if (MappingReader.Of(entry.Value, "entry", context.Diagnostics) is not { } reader || KindOf(reader) is not var (kind, total))
            {
                context.Unreadable.Add(entry.Key.Text);
                continue;
            }

            names[entry.Key.Text] = kind;
            own.Add((entry.Key, reader, kind, total));
        }

        var load = new ValueLoader(context, names);
        var entries = own.Select(item => LoadEntry(item.Name, item.Reader, item.Kind, item.Total, load)).ToList();
        return InOrder(entries, bound.Keys.ToHashSet(StringComparer.Ordinal));
    }

    private (FactKind Kind, TotalOf? Total)? KindOf(MappingReader reader)
    {
        if (reader.RequiredName("is") is not { } kind)
            return null;
        if (kind.Text != Total.Name)
        {
            if (context.KindOf(kind.Text) is { } found)
                return (found, null);
            context.Diagnostics.Unknown(kind, "kind of fact", kind.Text, context.Library.Kinds.Keys.Append(Total.Name));
            return null;
        }

        if (reader.RequiredName("of") is not { } of)
            return null;
        if (context.KindOf(of.Text) is not { IsTable: false } members)
        {
            context.Diagnostics.Unknown(of, "kind of fact to count", of.Text, context.Library.Kinds.Values.Where(known => !known.IsTable).Select(known => known.Name));
            return null;
        }

        var sum = MemberField(reader, "sum", members);
        if (sum is { Type: { Scalar: not (ScalarType.Number or ScalarType.Amount) } or { IsList: true } })
            context.Diagnostics.Add(reader.Node("sum")!, $"only numbers and amounts can be summed; {sum.Name} is {sum.Type.DescribeOne()}");
        var distinct = MemberField(reader, "distinct", members);
        if (sum is not null && distinct is not null)
            context.Diagnostics.Add(reader.Node("distinct")!, "a total sums a field or counts its different values, not both");
        return (TotalFact.KindOf(sum?.Type), new TotalOf(members, sum, distinct));
    }

    private Field? MemberField(MappingReader reader, string key, FactKind members)
    {
        if (reader.Text(key) is null || reader.Node(key) is not YamlScalar name)
            return null;
        return new ValueLoader(context, new Dictionary<string, FactKind>()).Field(name, members);
    }

    private Entry LoadEntry(YamlScalar name, MappingReader reader, FactKind kind, TotalOf? total, ValueLoader load)
    {
        // A total's conditions speak of its members.
        var conditioned = total?.Of ?? kind;
        var where = reader.Node("where");
        var sameAs = LoadEqualities(reader.Node("same-as"), name.Text, conditioned, load);
        var table = kind.IsTable ? LoadAccess(where, reader, name, kind, load) : null;
        var after = reader.Text("after");
        if (after is not null && (after == name.Text || !load.Names.ContainsKey(after)))
            context.UnknownName(reader.Node("after")!, after, load.Names.Keys.Where(known => known != name.Text));
        reader.Done();
        return new Entry
        {
            Name = name.Text,
            Kind = kind,
            SameAs = sameAs,
            After = after,
            Where = where is null ? null : new ConditionLoader(load, (name.Text, conditioned)).Load(where, table?.Skip),
            Access = table?.Access,
            Total = total,
            Written = name,
        };
    }

    private ImmutableArray<Equality> LoadEqualities(YamlNode? node, string name, FactKind kind, ValueLoader load)
    {
        if (node is null)
            return [];
        if (node is not YamlMapping byName)
        {
            context.Diagnostics.Add(node, $"same-as is a map of names to lists of fields, not {node.Shape}");
            return [];
        }

        var equalities = ImmutableArray.CreateBuilder<Equality>();
        foreach (var entry in byName.Entries)
        {
            if (entry.Key.Text == name || !load.Names.TryGetValue(entry.Key.Text, out var other))
            {
                context.UnknownName(entry.Key, entry.Key.Text, load.Names.Keys.Where(known => known != name));
                continue;
            }

            ImmutableArray<YamlNode> fields = entry.Value is YamlSequence list ? list.Items : [entry.Value];
            if (fields.IsEmpty)
                context.Diagnostics.Add(entry.Value, $"same-as names no field that is the same as {entry.Key.Text}'s");
            foreach (var field in fields)
            {
                if (field is not YamlScalar { IsNull: false } scalar)
                    context.Diagnostics.Add(field, $"same-as lists fields, not {field.Shape}");
                else if (load.Field(scalar, kind) is { } own && load.Field(scalar, other) is { } others)
                    equalities.Add(new Equality(entry.Key.Text, own, others));
            }
        }

        return equalities.ToImmutable();
    }

    private (TableAccess? Access, IReadOnlySet<string> Skip)? LoadAccess(
        YamlNode? where, MappingReader reader, YamlScalar name, FactKind kind, ValueLoader load)
    {
        var table = context.Library.Tables[kind.Name].Definition;
        if (where is not YamlMapping conditions)
        {
            context.Diagnostics.Add(name, $"a row of {table.Name} is found by key: where gives {KeysOf(table)}");
            return null;
        }

        if (reader.Node("same-as") is { } equalities)
            context.Diagnostics.Add(equalities, "a table's key is bound in where, not in same-as");
        var written = conditions.Entries.Select(entry => entry.Key.Text).ToHashSet(StringComparer.Ordinal);
        var key = table.Keys.Where(columns => columns.All(written.Contains)).OrderByDescending(columns => columns.Length).FirstOrDefault();
        if (key.IsDefault)
        {
            context.Diagnostics.Add(where, $"the key of {table.Name} is not complete: where gives {KeysOf(table)}");
            return (null, new HashSet<string>(StringComparer.Ordinal) { "in-force" });
        }

        var parts = key.Select(column => LoadKeyPart(conditions[column]!, column, kind, load)).ToList();
        var inForce = conditions["in-force"] is { } date ? load.Expression(date, FieldType.Date) : null;
        if (table.NeedsDate && conditions["in-force"] is null)
            context.Diagnostics.Add(where, $"the rows of {table.Name} have dates: where says in-force and a date");
        var access = parts.Contains(null) ? null : new TableAccess(table.Name, [.. parts.OfType<KeyPart>()], inForce);
        return (access, key.Append("in-force").ToHashSet(StringComparer.Ordinal));
    }

    // A key column is bound to a value or, with in, to each value of a list.
    private static KeyPart? LoadKeyPart(YamlNode node, string column, FactKind kind, ValueLoader load)
    {
        var type = kind.Find(column)!.Type;
        if (node is YamlMapping { Entries: [{ Key.Text: "in", Value: var list }] })
        {
            var values = list is YamlSequence written ? LoadList(written, type, load) : load.Expression(list, type with { IsList = true });
            return values is null ? null : new KeyPart(column, values);
        }

        return load.Expression(node, type) is { } value ? new KeyPart(column, value) : null;
    }

    /// <summary>A list that is written out; null, with a diagnostic, where it holds anything but values.</summary>
    private static Expression.Literal? LoadList(YamlSequence list, FieldType type, ValueLoader load)
    {
        var items = list.Items.Select(item => load.Expression(item, type)).ToList();
        if (items.TrueForAll(item => item is Expression.Literal))
            return new Expression.Literal(new Value.List([.. items.Cast<Expression.Literal>().Select(item => item.Value)]), type with { IsList = true });
        if (!items.Contains(null))
            load.Diagnostics.Add(list, "a list for a key is a field of lists, or written values");
        return null;
    }

    private static string KeysOf(Reference.TableDefinition table) =>
        string.Join(" or ", table.Keys.Select(key => string.Join(", ", key))) + (table.NeedsDate ? " and in-force" : "");

    private ImmutableArray<Entry> InOrder(List<Entry> entries, HashSet<string> bound)
    {
        var ordered = ImmutableArray.CreateBuilder<Entry>();
        while (entries.Count > 0)
        {
            var next = entries.FirstOrDefault(entry => entry.RefersTo.All(bound.Contains));
            if (next is null)
            {
                // Only names of this group are left unbound here: unknown ones have been reported and dropped.
                if (entries.Any(entry => entry.RefersTo.All(name => bound.Contains(name) || entries.Exists(other => other.Name == name))))
                    context.Diagnostics.Add(entries[0].Written, $"the entries {string.Join(", ", entries.Select(entry => entry.Name))} refer to each other in a circle");
                context.Unreadable.UnionWith(entries.Select(entry => entry.Name));
                break;
            }

            entries.Remove(next);
            bound.Add(next.Name);
            ordered.Add(next);
        }

        return ordered.ToImmutable();
    }
}
