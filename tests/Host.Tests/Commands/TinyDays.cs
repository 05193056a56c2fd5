namespace ControlPlane.Host.Tests.Commands;

/// <summary>The hard day in slots of an hour: 288 decisions.</summary>
public sealed class TinyDays : IDisposable
{
    private readonly string _folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName())).FullName;

    public TinyDays()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "scenarios"), "aigc-*.yaml"))
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        File.WriteAllText(Scenario, "include: [aigc-hard.yaml]\nkind: generation\nslot: 1 h\n");
    }

    /// <summary>The scenario.</summary>
    public string Scenario => Path.Combine(_folder, "tiny-days.yaml");

    /// <summary>Minutes of learning become fractions of a second.</summary>
    /// <param name="learner">The learner.</param>
    /// <param name="more">More of the command line.</param>
    public string[] Train(string learner, params string[] more) => ["train", learner, "--scenario", Scenario, "--held-out-days", "1", "--quiet", .. more];

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
