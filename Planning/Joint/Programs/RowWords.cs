using ControlPlane.Planning.Linear;

namespace ControlPlane.Planning.Joint.Programs;

/// <summary>Rows of the joint programme in plain words, for one who never saw a programme.</summary>
internal static class RowWords
{
    public static string Of(JointInstance instance, LinearProgram linear, int row)
    {
        var name = linear.RowName(row);
        foreach (var job in instance.Jobs)
        {
            if (name == $"once {job.Name}")
                return FormattableString.Invariant($"{job.Name} must run: {job.Gpus} GPUs for {job.LengthSlots} slots between slot {job.ReleaseSlot} and slot {job.DeadlineSlot}, at {Sites(instance, job)}");
        }

        return Around(name, "running class ", "what runs in power {0}") ?? Around(name, "GPUs ", "GPUs of {0}") ?? Around(name, "power ", "power balance of {0}, with import at most its limit")
            ?? Around(name, "cooling ", "cooling limit of {0}") ?? Around(name, "stored ", "energy in the battery of {0}") ?? Around(name, "demand ", "demand of {0}") ?? name;
    }

    private static string Sites(JointInstance instance, TrainingJob job) => job.Sites.Count == 0 ? "no site" : string.Join(" or ", job.Sites.Select(s => instance.Sites[s].Name));

    private static string? Around(string name, string prefix, string words) =>
        name.StartsWith(prefix, StringComparison.Ordinal) ? string.Format(System.Globalization.CultureInfo.InvariantCulture, words, name[prefix.Length..]) : null;
}
