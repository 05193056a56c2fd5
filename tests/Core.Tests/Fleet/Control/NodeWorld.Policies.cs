using System.Security.Cryptography;
using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Policies;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;

namespace ControlPlane.Core.Tests.Fleet.Control;

/// <content>The life of its policy.</content>
internal sealed partial class NodeWorld
{
    // Operators try versions of the policy, and shadows say what they would have done.
    private void Live()
    {
        var version = 1 + _random.NextBelow(4);
        var model = new byte[] { (byte)version };
        var mark = new ModelMark("m", Convert.ToHexStringLower(SHA256.HashData(model)), 1);
        try
        {
            switch (_random.NextBelow(6))
            {
                case 0:
                    Do(n => n.Publish(new PolicyChoice("least-loaded", new Dictionary<string, string>(), mark), $"{_nowS}", "test", model));
                    break;
                case 1:
                    Do(n => n.Activate(version, "test"));
                    break;
                case 2:
                    Do(n => n.Canary(_random.NextBelow(3) == 0 ? null : version, _random.NextUniform(), "test"));
                    break;
                case 3:
                    Do(n => n.Shadow(_random.NextBelow(3) == 0 ? null : version, "test"));
                    break;
                case 4:
                    Do(n => n.RollBack("test"));
                    break;
                default:
                    var failure = _random.NextBelow(2) == 0 ? "it threw" : null;
                    Do(n => n.NoteShadow(n.Life.Shadow ?? 0, [new ShadowVerdict(new JobId(version), _nowS, Placement.Hold, Placement.Hold, failure, 1, 2, 3)], version));
                    break;
            }
        }
        catch (ControlException refused) when (refused.Problem is ControlProblem.NotFound or ControlProblem.Conflict)
        {
            // No such version, or it decides already: nothing was changed.
        }
    }
}
