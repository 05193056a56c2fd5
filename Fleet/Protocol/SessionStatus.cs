namespace ControlPlane.Fleet.Protocol;

/// <summary>How a site stands with a home.</summary>
/// <param name="Home">Index of the home.</param>
/// <param name="Epoch">Number of the lease; 0 before the first.</param>
/// <param name="LeaseEndS">When the lease ends.</param>
/// <param name="Tenants">Jobs of this home that are here.</param>
/// <param name="Reports">Reports without an acknowledgement.</param>
/// <param name="Answers">Answers that are remembered until the home has settled their assignments.</param>
public readonly record struct SessionStatus(int Home, long Epoch, double LeaseEndS, int Tenants, int Reports, int Answers);
