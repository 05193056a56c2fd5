using ControlPlane.Planning.Joint.Solving;

namespace ControlPlane.Planning.Joint.Rolling;

/// <summary>One of the plans that were made on the way.</summary>
/// <param name="Slot">The slot in which it was made, from the beginning of the instance.</param>
/// <param name="Slots">How many slots it looks ahead.</param>
/// <param name="Result">What came of it; without a plan where none was found in time.</param>
public sealed record RollingSolve(int Slot, int Slots, JointResult Result);
