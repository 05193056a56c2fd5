using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Journal;
using ControlPlane.Fleet.Randomness;

namespace ControlPlane.Core.Tests.Fleet.Protocol;

/// <summary>A bench with a random past: jobs in every phase, withdrawals, reports and answers at both ends.</summary>
internal sealed class ProtocolLife
{
    private readonly IRandomStream _random;
    private long _lastJob;
    private double _nowS;

    public ProtocolLife(IRandomStream random, int steps)
    {
        _random = random;
        for (var left = steps; left > 0; left--)
            Step();
    }

    public ProtocolBench Bench { get; } = new();

    public static byte[] Save(IJournalled entity)
    {
        var writer = new StateWriter();
        entity.Save(writer);
        return writer.Written.ToArray();
    }

    private void Step()
    {
        _nowS += _random.NextExponential(0.5);
        var (home, site) = (_random.NextBelow(2), _random.NextBelow(2));
        switch (_random.NextBelow(8))
        {
            case 0 or 1:
                Submit(home);
                break;
            case 2:
                Bench.Homes[home].Cancel(new JobId(1 + _random.NextBelow((int)_lastJob + 1)), _nowS);
                break;
            case 3 when Bench.Homes[home].HasMessage(site):
                Bench.Deliver(Bench.Compose(_nowS, home, site), _nowS, site);
                break;
            case 4 or 5 when Bench.Homes[home].HasMessage(site):
                Bench.Exchange(_nowS, home, site);
                break;
            case 6 when _random.NextBelow(3) == 0:
                Bench.Report(_nowS, home, site);
                break;
            default:
                Disturb(home, site);
                break;
        }
    }

    private void Submit(int home)
    {
        SiteSet? sites = _random.NextBelow(3) == 0 ? new SiteSet(2, [0, 1]) : _random.NextBelow(9) == 0 ? new SiteSet(2, []) : null;
        var placement = _random.NextBelow(4) == 0 ? Placement.Hold : ProtocolBench.At(_random.NextBelow(2));
        var job = ProtocolBench.MakeJob(++_lastJob, 5 + 40 * _random.NextUniform(), home, _nowS) with { Constraint = sites, Priority = _random.NextBelow(6) == 0 ? 2 : 0 };
        Bench.Homes[home].Submit(job, sites is not null && !sites.Contains(0) ? Placement.Hold : placement, _nowS);
    }

    private void Disturb(int home, int site)
    {
        var (desk, rule) = (Bench.Desks[site], new FixedRule(1));
        switch (_random.NextBelow(13))
        {
            case 0:
                desk.FailGpu(_random.NextUniform(), rule, _nowS);
                break;
            case 1:
                desk.Drain(rule, _nowS);
                break;
            case 2 or 3:
                desk.Resume(rule, _nowS);
                break;
            case 4 or 5:
                desk.RepairGpu(rule, _nowS);
                break;
            case 12:
                desk.Limit(_random.NextBelow(2), rule, _nowS);
                break;
            case 6:
                Bench.Homes[home].ExpireLeases(_nowS);
                break;
            default:
                Bench.Renew(_nowS, home, site);
                break;
        }
    }
}
