namespace ControlPlane.Fleet.Control.Generation;

/// <summary>What a provider says to a number of steps. Binds nobody.</summary>
/// <param name="Steps">Denoising steps of each image.</param>
/// <param name="IsFeasible">Whether the jobs can be back in time if none has to wait.</param>
/// <param name="PriceUsd">What the provider has to spend on energy for all of them, USD; null where prices are not known.</param>
/// <param name="CompletionS">From submission until the last result is back, s, under what is assigned so far.</param>
/// <param name="Quality">Quality of each image.</param>
/// <param name="LoadShare">GPU time of all of them over that of the slot.</param>
public sealed record QuoteView(int Steps, bool IsFeasible, double? PriceUsd, double CompletionS, double Quality, double LoadShare);
