using ControlPlane.Policies.Generation.Learned;
using ControlPlane.Simulation.Engine.Hosting;
using ControlPlane.Simulation.Generation.Hosting;

namespace ControlPlane.Client.Engines;

/// <summary>What runs the entities of simulated fleets; disposing ends it.</summary>
internal interface IEngine : IDisposable
{
    /// <summary>Where the entities live.</summary>
    IFleetHost Host { get; }

    /// <summary>Where the providers and sites of days of generation live.</summary>
    IGenerationHost GenerationHost { get; }

    /// <summary>Makes reward shapers of learners; null where they are in the learner's memory. They end with the engine.</summary>
    RewardShaperFactory? Shapers { get; }
}
