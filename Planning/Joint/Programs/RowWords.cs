using System.Globalization;

namespace ControlPlane.Planning.Joint.Programs;

/// <summary>Rows of the joint programme in plain words, for one who never saw a programme.</summary>
internal static class RowWords
{
    private const string Slot = " slot ";

    // Rows that only say what is meant by a column come with any conflict of jobs and explain nothing.
    private const string Definition = "running class ";

    /// <summary>Rows by their names; those that differ by their slot only become one.</summary>
    public static IReadOnlyList<string> Of(JointInstance instance, IReadOnlyList<string> names)
    {
        string[] rules = [.. names.Where(name => !name.StartsWith(Definition, StringComparison.Ordinal))];
        return [.. (rules.Length > 0 ? rules : names).Select(Split).GroupBy(row => row.Block, row => row.Slot).Select(rows => Of(instance, rows.Key) + Slots([.. rows.Where(t => t >= 0).Distinct().Order()]))];
    }

    private static string Of(JointInstance instance, string name)
    {
        foreach (var job in instance.Jobs)
        {
            if (name == $"once {job.Name}")
                return FormattableString.Invariant($"{job.Name} must run: {job.Gpus} GPUs for {job.LengthSlots} slots between slot {job.ReleaseSlot} and slot {job.DeadlineSlot}, at {Sites(instance, job)}");
        }

        return Around(name, Definition, "what runs in power class {0}") ?? Around(name, "GPUs ", "GPUs of {0}") ?? Around(name, "power ", "power balance of {0}, with import at most its limit")
            ?? Around(name, "cooling ", "cooling limit of {0}") ?? Around(name, "stored ", "energy in the battery of {0}") ?? Around(name, "demand ", "demand of {0}") ?? name;
    }

    private static (string Block, int Slot) Split(string name)
    {
        var at = name.LastIndexOf(Slot, StringComparison.Ordinal);
        return at >= 0 && int.TryParse(name.AsSpan(at + Slot.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var slot) ? (name[..at], slot) : (name, -1);
    }

    // "in slots 3 to 5 and 9"
    private static string Slots(List<int> slots)
    {
        var runs = new List<string>();
        for (var first = 0; first < slots.Count;)
        {
            var last = first;
            while (last + 1 < slots.Count && slots[last + 1] == slots[last] + 1)
                last++;
            runs.Add(slots[first].ToString(CultureInfo.InvariantCulture) + (first == last ? "" : FormattableString.Invariant($" to {slots[last]}")));
            first = last + 1;
        }

        var list = runs.Count > 1 ? $"{string.Join(", ", runs.SkipLast(1))} and {runs[^1]}" : runs.FirstOrDefault();
        return list is null ? "" : $" in slot{(slots.Count > 1 ? "s" : "")} {list}";
    }

    private static string Sites(JointInstance instance, TrainingJob job) => job.Sites.Count == 0 ? "no site" : string.Join(" or ", job.Sites.Select(s => instance.Sites[s].Name));

    private static string? Around(string name, string prefix, string words) =>
        name.StartsWith(prefix, StringComparison.Ordinal) ? string.Format(CultureInfo.InvariantCulture, words, name[prefix.Length..]) : null;
}
