namespace ControlPlane.Simulation.Signals;

/// <summary>Where a signal comes from: enough to find the same numbers again. It is kept in the results that used the signal.</summary>
/// <param name="File">Name of the file, without its folder; for a made signal what made it, for example <c>synthetic price pjm, seed 1</c>.</param>
/// <param name="Sha256">SHA-256 of the bytes of the file, 64 small hexadecimal digits; empty for a made signal.</param>
/// <param name="Layout">Name of the layout that was recognised; <c>synthetic</c> for a made signal.</param>
/// <param name="Zone">Zone, node or place as the file names it; empty when it names none.</param>
/// <param name="Rows">Rows of data that were read.</param>
/// <param name="FirstUtc">Start of the first slot.</param>
/// <param name="LastUtc">Start of the last slot.</param>
/// <param name="Resampling">What was done to the values since they were read: conversion of units, change of step; empty when nothing was.</param>
/// <param name="FilledSlots">Slots that the file lacks and the stated rule filled; gaps above two hours are refused, so it is 0 for most files.</param>
public sealed record SignalSource(
    string File, string Sha256, string Layout, string Zone, int Rows, DateTimeOffset FirstUtc, DateTimeOffset LastUtc, string Resampling, int FilledSlots)
{
    /// <summary>The same source after one more thing was done to its values.</summary>
    /// <param name="step">What was done.</param>
    public SignalSource Then(string step) => this with { Resampling = Resampling.Length == 0 ? step : $"{Resampling}; {step}" };
}
