using ControlPlane.Fleet.Generation;
using ControlPlane.Learning.Checkpoints;

namespace ControlPlane.Policies.Generation.Learned;

/// <summary>Learns to schedule generation jobs, a day at a time. Serves one thread; its state can be kept between days.</summary>
public interface ISchedulingLearner : ICheckpointed
{
    /// <summary>How it decides and learns: <c>jemas</c> or <c>jemas-sac</c>.</summary>
    string Preset { get; }

    /// <summary>Decisions seen.</summary>
    long Decisions { get; }

    /// <summary>Updates made.</summary>
    long Updates { get; }

    /// <summary>Names of the numbers that tell how learning goes.</summary>
    IReadOnlyList<string> FigureNames { get; }

    /// <summary>The numbers, after the last update.</summary>
    /// <param name="figures">As many as there are names; written.</param>
    void WriteFigures(Span<double> figures);

    /// <summary>Decides, drawn from the policy as it is, and learns from what came before.</summary>
    /// <param name="view">What is known.</param>
    GenerationDecision Decide(GenerationView view);

    /// <summary>The last decision closed slots.</summary>
    /// <param name="utilityUsd">Their utility, USD.</param>
    /// <param name="jobs">Jobs that were closed.</param>
    /// <param name="onTime">Of these, jobs that were on time.</param>
    /// <param name="isLast">Whether the day is over.</param>
    void Closed(double utilityUsd, double jobs, double onTime, bool isLast);

    /// <summary>A copy of what has been learned so far.</summary>
    /// <param name="scenario">What it learns from, for its card.</param>
    ISchedulingModel Snapshot(string scenario);
}
