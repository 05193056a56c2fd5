using System.Text.Json.Nodes;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Output;
using ControlPlane.Planning.Joint;
using ControlPlane.Planning.Joint.Solving;
using ControlPlane.Planning.MixedInteger;

namespace ControlPlane.Client.Planning;

/// <summary>How planning ended, for people and for scripts.</summary>
internal static class PlanEnd
{
    /// <summary>There is a plan: what to know of it, and the exit code.</summary>
    /// <param name="result">The plan.</param>
    /// <param name="account">Its replay.</param>
    /// <param name="services">Terminal, cancellation.</param>
    /// <param name="quiet">Whether notes are left out.</param>
    public static int WithPlan(JointResult result, PlanAccount account, CliServices services, bool quiet)
    {
        if (result.Message is { } message && !quiet)
            Failures.WriteWarning(services.Terminal, message);
        foreach (var stage in quiet ? [] : result.Stages.Where(stage => stage.Outcome.StartsWith(nameof(MixedIntegerStatus.Failed), StringComparison.Ordinal)))
            Failures.WriteWarning(services.Terminal, $"{stage.Name}: {stage.Outcome}");
        if (!quiet && account.Violations.Count > 0)
            Failures.WriteWarning(services.Terminal, $"what is left out breaks rules of the instance, {account.Violations.Count} in all: {account.Violations[0]}");
        if (!services.Cancellation.IsCancellationRequested)
            return ExitCode.Success;
        Failures.WriteError(services.Terminal, "cancelled: this is the best plan until then");
        return ExitCode.Failure;
    }

    /// <summary>There is none: why, in plain words.</summary>
    /// <param name="instance">What was planned for.</param>
    /// <param name="result">What came out.</param>
    /// <param name="format">For whom.</param>
    /// <param name="services">Terminal, cancellation.</param>
    public static int WithoutPlan(JointInstance instance, JointResult result, OutputFormat format, CliServices services)
    {
        if (format == OutputFormat.Json)
        {
            services.Terminal.Out.WriteLine(JsonText.Of(new JsonObject
            {
                ["kind"] = "no-plan",
                ["version"] = 1,
                ["instance"] = instance.Name,
                ["solver"] = result.Solver,
                ["message"] = result.Message,
                ["conflicts"] = JsonText.Array(result.Conflicts.Select(c => (JsonNode)c)),
            }));
        }

        var reason = services.Cancellation.IsCancellationRequested ? "cancelled before there was a plan" : result.Conflicts.Count > 0 ? "no plan keeps all rules" : result.Message ?? "no plan was found";
        Failures.WriteError(services.Terminal, reason + (result.Conflicts.Count > 0 ? "; these cannot be kept together:" : ""));
        foreach (var conflict in result.Conflicts)
            services.Terminal.Error.WriteLine($"  - {conflict}");
        return ExitCode.Failure;
    }
}
