namespace ControlPlane.Simulation.Scenarios.Files.Yaml;

/// <summary>Lays one file or item over another.</summary>
internal static class YamlMerge
{
    /// <summary>
    /// Lays <paramref name="later"/> over <paramref name="earlier"/>: mappings are merged key by key at every depth, lists and values are
    /// replaced as a whole. A mapping of another variety (another <c>process</c>, <c>distribution</c> or <c>source</c>) is replaced as a whole too.
    /// </summary>
    /// <param name="earlier">What is completed and overridden.</param>
    /// <param name="later">What wins; messages about missing keys point to it.</param>
    public static YamlMapping Lay(YamlMapping earlier, YamlMapping later)
    {
        var entries = earlier.Entries.Select(e => later.TryGet(e.Key.Text, out var value) ? Over(e, later, value) : e);
        var added = later.Entries.Where(e => !earlier.TryGet(e.Key.Text, out _));
        return new YamlMapping(later, entries.Concat(added).ToList());
    }

    /// <summary>Completes every mapping of a list with defaults.</summary>
    /// <param name="root">The mapping that holds both.</param>
    /// <param name="list">Key of the list.</param>
    /// <param name="defaults">Key of the defaults.</param>
    public static YamlMapping Complete(YamlMapping root, string list, string defaults)
    {
        if (!root.TryGet(list, out var value) || value is not YamlSequence items)
            return root;
        if (!root.TryGet(defaults, out var common) || common is not YamlMapping mapping)
            return root;
        var completed = new YamlSequence(items, item => item is YamlMapping own ? Lay(mapping, own) : item);
        return new YamlMapping(root, root.Entries.Select(e => e.Key.Text == list ? e with { Value = completed } : e).ToList());
    }

    private static YamlMapping.Entry Over(YamlMapping.Entry earlier, YamlMapping later, YamlNode value)
    {
        var isMerged = earlier.Value is YamlMapping below && value is YamlMapping above && !IsOtherVariety(below, above);
        return new YamlMapping.Entry(later.Written(earlier.Key.Text), isMerged ? Lay((YamlMapping)earlier.Value, (YamlMapping)value) : value);
    }

    private static bool IsOtherVariety(YamlMapping a, YamlMapping b) =>
        Differs(a, b, "process") || Differs(a, b, "distribution") || Differs(a, b, "source");

    private static bool Differs(YamlMapping a, YamlMapping b, string key) =>
        a.TryGet(key, out var x) && b.TryGet(key, out var y) && (x as YamlScalar)?.Text != (y as YamlScalar)?.Text;
}
