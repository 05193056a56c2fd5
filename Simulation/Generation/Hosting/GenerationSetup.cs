using ControlPlane.Fleet.Generation;

namespace ControlPlane.Simulation.Generation.Hosting;

/// <summary>What the providers and sites of a day are made with.</summary>
/// <param name="Providers">The providers with their sites, as the options of the day leave them.</param>
/// <param name="Steps">Numbers of denoising steps about which quotes are asked, rising.</param>
/// <param name="Terms">What users pay.</param>
/// <param name="SlotS">Length of a slot, s.</param>
/// <param name="PatienceS">The longest that any job waits, s.</param>
/// <param name="Dispatch">The dispatcher of every site, by its name in the catalogue.</param>
public sealed record GenerationSetup(
    IReadOnlyList<ServiceProviderSpec> Providers,
    IReadOnlyList<int> Steps,
    GenerationTerms Terms,
    double SlotS,
    double PatienceS,
    string Dispatch);
