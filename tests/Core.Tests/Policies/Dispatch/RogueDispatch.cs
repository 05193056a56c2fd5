using ControlPlane.Fleet.Energy;
using ControlPlane.Policies.Dispatch;

namespace ControlPlane.Core.Tests.Policies.Dispatch;

/// <summary>A dispatcher that does what a test says.</summary>
/// <param name="answer">What it answers.</param>
internal sealed class RogueDispatch(Func<DispatchView, SiteSetPoint> answer) : IDispatchPolicy
{
    public string Name => "rogue";

    public SiteSetPoint Dispatch(DispatchView view) => answer(view);
}
