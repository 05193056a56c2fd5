using ControlPlane.Fleet.Energy;
using ControlPlane.Fleet.Generation;

namespace ControlPlane.Fleet.Control.Generation;

/// <summary>What is known of a provider when a decision is taken.</summary>
/// <param name="Status">What it says of itself.</param>
/// <param name="Conditions">Prices and weather at its site; null where they are not known.</param>
/// <param name="Soc">State of charge of its battery, [0, 1]; 0 without one.</param>
/// <param name="TransferUsd">What the transfer of a job to it costs, USD.</param>
/// <param name="Quotes">What it says to each number of steps.</param>
public sealed record AskedProvider(ProviderStatus Status, SiteConditions? Conditions, double Soc, double TransferUsd, IReadOnlyList<GenerationQuote> Quotes);
