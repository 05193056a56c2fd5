using System.Text;
using ControlPlane.Client.Showing;
using ControlPlane.Client.Studies;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Learned;
using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Training;

namespace ControlPlane.Client.Training;

/// <summary>A policy that places jobs, trained on a scenario.</summary>
/// <param name="Learner">The learner with its settings.</param>
/// <param name="Plan">What it learns from; the seed is that of each session.</param>
internal sealed record PlacementTraining(PolicySpec Learner, TrainingPlan Plan) : ITraining
{
    public string Scenario => Plan.Scenario.Name;

    public string Heading => StudyHeading.Of(Plan.Scenario);

    public long Seed => Plan.Scenario.Seed;

    public int Rounds => Plan.Rounds;

    public HeldOutKind HeldOut => HeldOutKind.Placement;

    public bool IsPartlyElsewhere => false;

    public TrainingCourse Begin(long seed) => new TrainingSession(Plan with { Seed = seed }, LearnerCatalog.Create(Learner, Plan.Scenario.Fleet, seed));

    public void AddIdentity(IDictionary<string, string> parts)
    {
        parts["scenario"] = Scenario;
        parts["fleet"] = string.Join("; ", ModelCard.FleetOf(Plan.Scenario.Fleet));
        parts["content of the scenario"] = TrainingIdentity.Digest(Content(Plan.Scenario));
        parts["--rounds"] = $"{Plan.Rounds}";
        parts["--worlds"] = $"{Plan.Worlds}";
        parts["--world-length"] = $"{Plan.HorizonS:R} s";
        parts["--load"] = $"{Plan.Load.Least:R}..{Plan.Load.Most:R}";
        parts["--look-every"] = $"{Plan.RoundsPerLook}";
        parts["--patience"] = $"{Plan.Patience}";
        parts["--look-length"] = $"{Plan.HeldOut.HorizonS:R} s";
        parts["held-out runs"] = $"budgets {string.Join(' ', Plan.HeldOut.BudgetsS)} s, loads {string.Join(' ', Plan.HeldOut.Loads)}, seed {Plan.HeldOut.Seed}";
        parts["worlds' variety"] = $"turns of {Plan.TurnS:R} s, {Plan.LostShare:R} lose a site, {Plan.SwingShare:R} swing";
    }

    // Words about a scenario may change; what is simulated may not.
    private static string Content(Scenario scenario)
    {
        var document = ScenarioJson.Of(scenario);
        foreach (var words in (string[])["title", "description", "policies"])
            document.Remove(words);
        var text = new StringBuilder(document.ToJsonString());
        text.AppendJoin('\n', scenario.Workloads).AppendJoin('\n', scenario.Trace).AppendJoin('\n', scenario.GpuFailures);
        return text.Append(scenario.Random).Append(scenario.PowerCap).ToString();
    }
}
