using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Training;

namespace ControlPlane.Client.Training;

/// <summary>What is trained on what, whatever it decides.</summary>
internal interface ITraining
{
    /// <summary>The learner with its settings.</summary>
    PolicySpec Learner { get; }

    /// <summary>Name of what it learns from.</summary>
    string Scenario { get; }

    /// <summary>What it learns from, in a line.</summary>
    string Heading { get; }

    /// <summary>Seed of the scenario, where none is asked for.</summary>
    long Seed { get; }

    /// <summary>Rounds of the plan.</summary>
    int Rounds { get; }

    /// <summary>What held-out runs measure.</summary>
    HeldOutKind HeldOut { get; }

    /// <summary>Whether something of a session is not in its checkpoint and ends with this process, so that it cannot go on in another one.</summary>
    bool IsPartlyElsewhere { get; }

    /// <summary>Begins a session.</summary>
    /// <param name="seed">Seed of all its randomness.</param>
    TrainingCourse Begin(long seed);

    /// <summary>Adds all of the scenario and the plan that decides on the weights.</summary>
    /// <param name="parts">Names and values.</param>
    void AddIdentity(IDictionary<string, string> parts);
}
