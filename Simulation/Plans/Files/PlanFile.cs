using System.Text.Json;
using ControlPlane.Planning.Joint;
using ControlPlane.Planning.Joint.Solving;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Simulation.Plans.Files;

/// <summary>Plans as JSON: decisions by the names of jobs, classes and sites, and what follows from them.</summary>
public static class PlanFile
{
    /// <summary>The file's first field, with its version.</summary>
    public const string Format = "controlplane.plan/1";

    // Of a benefit that the file states and the replay works out again.
    private const double Tolerance = 1e-6;

    /// <summary>Writes a plan.</summary>
    /// <param name="instance">What it is for.</param>
    /// <param name="result">The plan.</param>
    /// <exception cref="ArgumentException">There is no plan.</exception>
    public static string Write(JointInstance instance, JointResult result) => JsonSerializer.Serialize(PlanMapping.ToDocument(instance, result), JsonFormat.Options) + "\n";

    /// <summary>Reads a plan and replays it.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="instance">What it is for.</param>
    /// <returns>The decisions, and the replay with the rules that they break.</returns>
    /// <exception cref="ScenarioException">It is not a plan of this instance, or it states a benefit that it does not have.</exception>
    public static (JointPlan Plan, PlanAccount Account) Parse(string text, string file, JointInstance instance)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(instance);
        var document = JsonProblems.Parse<PlanDocument>(text, file);
        var plan = PlanMapping.ToPlan(instance, document, (name, message) => new ScenarioException(new ScenarioProblem(file, JsonProblems.LineOf(text, name), 0, name, message)));
        var account = PlanReplay.Run(instance, plan);
        if (!(Math.Abs(account.Money.BenefitUsd - document.BenefitUsd) <= Tolerance * Math.Max(1, Math.Abs(document.BenefitUsd))))
        {
            throw new ScenarioException(new ScenarioProblem(
                file, JsonProblems.LineOf(text, "benefit_usd"), 0, "benefit_usd", $"{document.BenefitUsd:0.00} is not what these decisions earn for {instance.Name}, which is {account.Money.BenefitUsd:0.00}"));
        }

        return (plan, account);
    }
}
