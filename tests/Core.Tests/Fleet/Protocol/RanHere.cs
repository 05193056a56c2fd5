namespace ControlPlane.Core.Tests.Fleet.Protocol;

/// <summary>A job ran at a site from one moment of the world to another.</summary>
internal readonly record struct RanHere(int Home, long Job, int Site, double FromS, double ToS);
