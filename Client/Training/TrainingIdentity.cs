using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ControlPlane.Client.Showing;
using ControlPlane.Policies.Learned;
using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Training;

namespace ControlPlane.Client.Training;

/// <summary>All that decides on the weights of a training: a checkpoint goes on only where every part of it is the same.</summary>
/// <param name="parts">Names and values.</param>
internal sealed class TrainingIdentity(IReadOnlyDictionary<string, string> parts)
{
    private readonly IReadOnlyDictionary<string, string> _parts = parts;
    private const int DigestDigits = 16;
    private static readonly JsonSerializerOptions Format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The identity of a session.</summary>
    /// <param name="request">What is trained.</param>
    /// <param name="seed">The session's seed.</param>
    public static TrainingIdentity Of(TrainRequest request, long seed)
    {
        var plan = request.Plan;
        var parts = new Dictionary<string, string> { ["learner"] = request.Learner.Name };
        foreach (var setting in LearnerCatalog.Find(request.Learner.Name)?.Parameters ?? [])
            parts[$"setting '{setting.Name}'"] = request.Learner.Settings.GetValueOrDefault(setting.Name, setting.Default);
        parts["seed"] = $"{seed}";
        parts["scenario"] = plan.Scenario.Name;
        parts["fleet"] = string.Join("; ", ModelCard.FleetOf(plan.Scenario.Fleet));
        parts["content of the scenario"] = Digest(plan.Scenario);
        AddPlan(parts, plan);
        return new(parts);
    }

    /// <summary>Reads what <see cref="ToText"/> gave.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Null when it is something else.</returns>
    public static TrainingIdentity? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(text, Format) is { } parts ? new(parts) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>As text.</summary>
    public string ToText() => JsonSerializer.Serialize(_parts, Format);

    /// <summary>What is not as it was, each as a phrase.</summary>
    /// <param name="then">The identity that the checkpoint has.</param>
    public IEnumerable<string> Differences(TrainingIdentity then) =>
        from name in _parts.Keys.Union(then._parts.Keys)
        let now = _parts.GetValueOrDefault(name, "not there")
        let before = then._parts.GetValueOrDefault(name, "not there")
        where now != before
        select $"{name} was {before} and is {now}";

    private static void AddPlan(Dictionary<string, string> parts, TrainingPlan plan)
    {
        parts["--rounds"] = $"{plan.Rounds}";
        parts["--worlds"] = $"{plan.Worlds}";
        parts["--world-length"] = $"{plan.HorizonS:R} s";
        parts["--load"] = $"{plan.Load.Least:R}..{plan.Load.Most:R}";
        parts["--look-every"] = $"{plan.RoundsPerLook}";
        parts["--patience"] = $"{plan.Patience}";
        parts["--look-length"] = $"{plan.HeldOut.HorizonS:R} s";
        parts["held-out runs"] = $"budgets {string.Join(' ', plan.HeldOut.BudgetsS)} s, loads {string.Join(' ', plan.HeldOut.Loads)}, seed {plan.HeldOut.Seed}";
        parts["worlds' variety"] = $"turns of {plan.TurnS:R} s, {plan.LostShare:R} lose a site, {plan.SwingShare:R} swing";
    }

    // Words about a scenario may change; what is simulated may not.
    private static string Digest(Scenario scenario)
    {
        var document = ScenarioJson.Of(scenario);
        foreach (var words in (string[])["title", "description", "policies"])
            document.Remove(words);
        var text = new StringBuilder(document.ToJsonString());
        text.AppendJoin('\n', scenario.Workloads).AppendJoin('\n', scenario.Trace).AppendJoin('\n', scenario.GpuFailures);
        text.Append(scenario.Random).Append(scenario.PowerCap);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..DigestDigits];
    }
}
