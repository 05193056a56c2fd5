using ControlPlane.Fleet.Control;

namespace ControlPlane.Policies.Learned.Live;

/// <summary>What a trainer asks of its host. Called on the trainer's thread, which waits.</summary>
public interface ITrainedHost
{
    /// <summary>The version that decides.</summary>
    /// <exception cref="ControlException">The host is away.</exception>
    DecidingVersion Deciding();

    /// <summary>Publishes a version, and makes it the shadow where that is wanted and there is none.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="model">The bytes of its model.</param>
    /// <param name="note">What to remember about it.</param>
    /// <param name="asShadow">Whether it is to become the shadow.</param>
    /// <exception cref="ControlException">It is refused, or the host is away.</exception>
    void Publish(PolicyChoice policy, ReadOnlyMemory<byte> model, string note, bool asShadow);
}
