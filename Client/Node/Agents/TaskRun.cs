using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Randomness;

namespace ControlPlane.Client.Node.Agents;

/// <summary>A task that runs.</summary>
/// <param name="Task">The task.</param>
/// <param name="StartS">When it began, seconds.</param>
/// <param name="EndS">When it ends, seconds.</param>
/// <param name="FailsAt">Share of its work after which it fails; null if it does not.</param>
internal sealed record TaskRun(AgentTask Task, double StartS, double EndS, double? FailsAt)
{
    /// <summary>Starts a task. Whether it fails depends on the task and the seed alone, not on what else runs.</summary>
    /// <param name="task">The task.</param>
    /// <param name="settings">How jobs run.</param>
    /// <param name="nowS">Now, seconds.</param>
    public static TaskRun Start(AgentTask task, AgentSettings settings, double nowS)
    {
        var luck = new RandomStream(settings.Seed, $"run/{task.Job}/{task.Token}");
        double? failsAt = luck.NextUniform() < settings.FailShare ? luck.NextUniform() : null;
        return new TaskRun(task, nowS, nowS + task.Units * task.SecondsPerUnit / settings.Speed * (failsAt ?? 1), failsAt);
    }

    /// <summary>Work done so far, units.</summary>
    /// <param name="nowS">Now, seconds.</param>
    public double DoneUnits(double nowS)
    {
        var units = Task.Units * (FailsAt ?? 1);
        return nowS >= EndS ? units : units * Math.Clamp((nowS - StartS) / (EndS - StartS), 0, 1);
    }
}
