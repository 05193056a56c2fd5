using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Randomness;

namespace ControlPlane.Client.Node.Agents;

/// <summary>A task that runs.</summary>
/// <param name="Task">The task.</param>
/// <param name="StartS">When it began, seconds.</param>
/// <param name="EndS">When it ends, seconds.</param>
/// <param name="FailsAt">Share of its work after which it fails; null if it does not.</param>
/// <param name="Speed">Seconds of work in a second of the clock.</param>
internal sealed record TaskRun(AgentTask Task, double StartS, double EndS, double? FailsAt, double Speed)
{
    /// <summary>Starts a task. Whether it fails depends on the task and the seed alone, not on what else runs.</summary>
    /// <param name="task">The task.</param>
    /// <param name="settings">How jobs run.</param>
    /// <param name="nowS">Now, seconds.</param>
    public static TaskRun Start(AgentTask task, AgentSettings settings, double nowS)
    {
        var luck = new RandomStream(settings.Seed, $"run/{task.Job}/{task.Token}");
        double? failsAt = luck.NextUniform() < settings.FailShare ? luck.NextUniform() : null;
        return new TaskRun(task, nowS, nowS + task.Units * task.SecondsPerUnit / settings.Speed * (failsAt ?? 1), failsAt, settings.Speed);
    }

    /// <summary>Work done so far, units.</summary>
    /// <param name="nowS">Now, seconds.</param>
    public double DoneUnits(double nowS)
    {
        var units = Task.Units * (FailsAt ?? 1);
        return nowS >= EndS ? units : units * Math.Clamp((nowS - StartS) / (EndS - StartS), 0, 1);
    }

    /// <summary>
    /// Energy that the work done so far takes, joules. Null at the speed of the clock, where the host knows it itself: faster than that it would count too little, since the same work takes less time there and not less energy.
    /// </summary>
    /// <param name="nowS">Now, seconds.</param>
    public double? EnergyJ(double nowS) => Speed == 1 ? null : Task.PowerW * Speed * (Math.Min(nowS, EndS) - StartS);
}
