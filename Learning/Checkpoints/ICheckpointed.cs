namespace ControlPlane.Learning.Checkpoints;

/// <summary>
/// Something with state that training can go on from. One description serves writing, checking and reading, so that they cannot disagree.
/// </summary>
public interface ICheckpointed
{
    /// <summary>Names every piece of state, in an order that does not change.</summary>
    /// <param name="state">Writes, checks or reads the pieces.</param>
    void Exchange(StateExchange state);
}
