using ControlPlane.Fleet.Control.Policies;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Journal;
using ControlPlane.Fleet.Protocol;
using ControlPlane.Fleet.Sites;

namespace ControlPlane.Fleet.Control.Node;

/// <content>How a node's state and operations are kept.</content>
public sealed partial class ControlNode : IJournalled
{
    private const byte StateVersion = 6;

    /// <inheritdoc/>
    public void Save(StateWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Byte(StateVersion);
        WriteFounding(writer, _foundedAt);
        writer.Number(_nextNumber);
        writer.Count(_homes.Length);
        foreach (var home in _homes)
            home.Save(writer);
        writer.Count(_desks.Length);
        for (var site = 0; site < _desks.Length; site++)
        {
            _desks[site].Save(writer);
            Save(writer, _agents[site]);
            _energy[site]?.Save(writer);
        }

        _generation?.Save(writer);
        SaveCards(writer);
        SaveQuotas(writer);
        SaveRecords(writer);
    }

    /// <inheritdoc/>
    public void Load(ref StateReader reader)
    {
        reader.Version("A node", StateVersion, StateVersion);
        Clear();
        _foundedAt = ReadFounding(ref reader);
        _nextNumber = reader.Number();
        Require(reader.Count(), _homes.Length, "ingresses", reader);
        foreach (var home in _homes)
            home.Load(ref reader);
        Require(reader.Count(), _desks.Length, "sites", reader);
        for (var site = 0; site < _desks.Length; site++)
        {
            _desks[site].Load(ref reader);
            LoadAgent(site, ref reader);
            _energy[site]?.Load(ref reader);
        }

        _generation?.Load(ref reader);
        LoadCards(ref reader);
        LoadQuotas(ref reader);
        LoadRecords(ref reader);
        NowS = _desks.Max(d => d.NowS);
    }

    /// <inheritdoc/>
    public void Replay(ref StateReader reader)
    {
        var operation = (NodeOperation)reader.Byte();
        switch (operation)
        {
            case NodeOperation.Found:
                reader.Version("A node's journal", StateVersion, StateVersion);
                _foundedAt = ReadFounding(ref reader);
                break;
            case NodeOperation.Home:
                _homes[Part(_homes.Length, ref reader)].Replay(ref reader);
                break;
            case NodeOperation.Desk:
                _desks[Part(_desks.Length, ref reader)].Replay(ref reader);
                break;
            case NodeOperation.Card:
                AddCard(reader.ReadSubmission(), Part(_homes.Length, ref reader), reader.Real());
                break;
            case NodeOperation.End:
                EndCard(Known(ref reader), reader.ReadEnd());
                break;
            case NodeOperation.SiteEnergy:
                EnergyOf(Part(_desks.Length, ref reader), reader).Replay(ref reader);
                break;
            case NodeOperation.Generation:
                ReplayGeneration(ref reader);
                break;
            case NodeOperation.Energy:
                ReplayEnergy(ref reader);
                break;
            case NodeOperation.Event:
                Apply(reader.ReadEvent());
                break;
            case NodeOperation.Session:
                ApplySession(Part(_desks.Length, ref reader), reader.Text(), reader.Number(), reader.Flag(), reader.Number());
                break;
            case NodeOperation.Site:
                _agents[Part(_desks.Length, ref reader)].Version++;
                break;
            case NodeOperation.Publish:
                AddVersion(ref reader);
                break;
            case NodeOperation.Model:
                _models.Add(reader.Bytes());
                break;
            case NodeOperation.Life:
                Apply(reader.ReadLife(_policies.Count), reader.Real());
                break;
            case NodeOperation.Shadow:
                ReplayShadow(ref reader);
                break;
            case NodeOperation.Decision:
                ReplayDecision(ref reader);
                break;
            case NodeOperation.Quota:
                ReadQuota(ref reader);
                break;
            case NodeOperation.Audit:
                _audits.Add(reader.ReadAudit());
                break;
            default:
                throw reader.Damaged($"operation {(byte)operation}, of which a node knows nothing,");
        }
    }

    private static void Save(StateWriter writer, AgentStand agent)
    {
        writer.Flag(agent.Name is not null);
        writer.Text(agent.Name ?? "");
        writer.Number(agent.Epoch);
        writer.Flag(agent.IsConnected);
        writer.Number(agent.Confirmed);
        writer.Number(agent.Version);
    }

    private static int Part(int count, ref StateReader reader)
    {
        var index = reader.Count();
        return index < count ? index : throw reader.Damaged($"part {index} of {count}");
    }

    private void WriteFounding(StateWriter writer, DateTimeOffset at)
    {
        writer.Texts(FleetMark.Of(_model));
        writer.Number(at.UtcTicks);
    }

    private DateTimeOffset ReadFounding(ref StateReader reader)
    {
        FleetMark.Require(reader.Texts(), _model);
        var ticks = reader.Number();
        return ticks >= 0 && ticks <= DateTimeOffset.MaxValue.UtcTicks ? new DateTimeOffset(ticks, TimeSpan.Zero) : throw reader.Damaged($"a founding at {ticks} ticks");
    }

    private static void Require(int saved, int present, string what, in StateReader reader)
    {
        if (saved != present)
            throw reader.Damaged($"{saved} {what} in place of {present}");
    }

    private void LoadAgent(int site, ref StateReader reader)
    {
        var agent = _agents[site];
        var isNamed = reader.Flag();
        var name = reader.Text();
        agent.Name = isNamed ? name : null;
        agent.Epoch = reader.Number();
        agent.IsConnected = reader.Flag();
        agent.Confirmed = reader.Number();
        agent.Version = reader.Number();
    }

    private JobCard Known(ref StateReader reader)
    {
        var number = new JobId(reader.Number());
        return _cards.TryFind(number, out var card) ? card : throw reader.Damaged($"job {number}, which has no card,");
    }

    private void Clear()
    {
        _homes = [.. _model.Ingresses.Select((_, i) =>
            new JobHome(i, _model, Internal, new PartLog(_log, (byte)NodeOperation.Home, i), _settings.Capacity, _settings.Remembered))];
        _desks = [.. _model.Sites.Select((_, i) => new SiteDesk(Absent(i), _homes.Length, new PartLog(_log, (byte)NodeOperation.Desk, i), RunEnd.ByReport))];
        _agents = [.. _model.Sites.Select(_ => new AgentStand())];
        _energy = [.. _model.Sites.Select((_, i) => MakeEnergy(i))];
        _generation = MakeGeneration();
        _lastLookedAt = new Job?[_homes.Length];
        _cards.Clear();
        _tenants.Clear();
        _events.Clear(0);
        _audits.Clear();
        _policies.Clear();
        _models.Clear();
        (Life, _shadow, _canaryFailures) = (new PolicyLife(), new ShadowTally(), 0);
        _foundedAt = default;
        (_nextNumber, _completed, _cancelled, _failed) = (1, 0, 0, 0);
        NowS = 0;
        foreach (var desk in _desks)
            View.Report(desk.Status);
    }

    // A site begins lost: it is back when its agent registers.
    private DataCenter Absent(int index)
    {
        var site = new DataCenter(index, _model.Sites[index], _model.Tables[index]);
        site.Fail(0, [], []);
        return site;
    }

    private StateWriter Journal(NodeOperation operation)
    {
        var writer = _log.Open();
        writer.Byte((byte)operation);
        return writer;
    }
}
