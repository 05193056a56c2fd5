using ControlPlane.Fleet.Decisions;

namespace ControlPlane.Client.Explaining;

/// <summary>Why a site cannot take a job, in words.</summary>
internal static class MaskWords
{
    /// <summary>A reason in words; empty where there is none.</summary>
    /// <param name="reason">The reason.</param>
    public static string Of(MaskReason reason) => reason switch
    {
        MaskReason.None => "",
        MaskReason.NotAllowed => "the job may not run there",
        MaskReason.SiteLost => "the site is lost",
        MaskReason.Draining => "the site is draining",
        MaskReason.QueueFull => "its queue is full",
        MaskReason.NoFreeGpu => "too few GPUs are free",
        _ => reason.ToString(),
    };

    /// <summary>A reason of a node's answer in words; one that is not known as it is.</summary>
    /// <param name="reason">Its name; null for none.</param>
    public static string OfNode(string? reason) => Enum.TryParse<MaskReason>(reason, out var known)
        ? known == MaskReason.SiteLost ? "its agent is away" : Of(known)
        : reason ?? "";
}
