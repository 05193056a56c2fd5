namespace ControlPlane.Fleet.Generation;

/// <summary>What a provider says when it is asked for a cohort at a number of steps: a price, a time and a quality, never the curves behind them.</summary>
/// <param name="IsFeasible">Whether the jobs can be back in time if none has to wait.</param>
/// <param name="PriceUsd">What the provider has to spend on energy for all of them at clock 1, USD.</param>
/// <param name="CompletionS">From submission until the result is back, s, for the job of this slot that waits longest under what is assigned so far.</param>
/// <param name="Quality">Quality of each image.</param>
/// <param name="LoadShare">GPU time of all of them over that of the slot, both at clock 1.</param>
public readonly record struct GenerationQuote(bool IsFeasible, double PriceUsd, double CompletionS, double Quality, double LoadShare);
