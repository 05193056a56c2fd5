using System.Runtime.InteropServices;

namespace ControlPlane.Policies.Learned.Live;

/// <summary>What became of the decisions that were told of.</summary>
/// <param name="Learned">Learned from.</param>
/// <param name="Held">Holds where no site could take the job: nothing was to be decided.</param>
/// <param name="Outside">None of the options: nothing was learned from them.</param>
/// <param name="Missed">Not told of, because the learner was behind.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LiveCounts(long Learned, long Held, long Outside, long Missed);
