namespace ControlPlane.Policies.Generation.Learned;

/// <summary>When and for what a learner is paid (aigc-energy.md, section 4).</summary>
public enum PayOutMode
{
    /// <summary>With the last decision of a slot, the utility of the slot.</summary>
    Slot,

    /// <summary>Every few slots, the utility of them.</summary>
    Delayed,

    /// <summary>With the last decision of a slot its utility, if few enough jobs were late; else a penalty.</summary>
    Gated,

    /// <summary>With every decision an estimate from the quotes, which others do not see: for comparison.</summary>
    Dense,
}
