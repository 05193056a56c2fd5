using ControlPlane.Fleet.Control.Node;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Journal;

namespace ControlPlane.Fleet.Control.Regions;

/// <content>How a stand's state and operations are kept.</content>
public sealed partial class SiteStand : IJournalled
{
    private const byte StateVersion = 2;

    /// <inheritdoc/>
    public void Save(StateWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Byte(StateVersion);
        writer.Flag(HasAgents);
        Desk.Save(writer);
        writer.Flag(_agent.Name is not null);
        writer.Text(_agent.Name ?? "");
        writer.Number(_agent.Epoch);
        writer.Flag(_agent.IsConnected);
        writer.Number(_agent.Confirmed);
        writer.Number(_agent.Version);
        SaveNames(writer);
        _events.Save(writer);
    }

    /// <inheritdoc/>
    public void Load(ref StateReader reader)
    {
        reader.Version("A site's stand", StateVersion, StateVersion);
        if (reader.Flag() != HasAgents)
            throw new InvalidDataException("The saved site was opened the other way: with agents or without, as long as it lives.");
        Desk.Load(ref reader);
        var isNamed = reader.Flag();
        var name = reader.Text();
        ApplySession(isNamed ? name : null!, reader.Number(), reader.Flag(), reader.Number());
        _agent.Version = reader.Number();
        LoadNames(ref reader);
        _events.Load(ref reader);
    }

    /// <inheritdoc/>
    public void Replay(ref StateReader reader)
    {
        var operation = (StandOperation)reader.Byte();
        switch (operation)
        {
            case StandOperation.Desk:
                reader.Count();
                Desk.Replay(ref reader);
                break;
            case StandOperation.Name:
                SetName(new JobId(reader.Number()), reader.Text());
                break;
            case StandOperation.Failure:
                _failures[(new JobId(reader.Number()), reader.Number())] = reader.Text();
                break;
            case StandOperation.Session:
                ApplySession(reader.Text(), reader.Number(), reader.Flag(), reader.Number());
                break;
            case StandOperation.Change:
                _agent.Version++;
                break;
            case StandOperation.Event:
                _events.Add(reader.ReadEvent());
                break;
            default:
                throw reader.Damaged($"operation {(byte)operation}, of which a site's stand knows nothing,");
        }
    }

    private void SaveNames(StateWriter writer)
    {
        KeyValuePair<JobId, string>[] names = [.. _names.Where(n => Desk.TryFind(n.Key, out _)).OrderBy(n => n.Key)];
        writer.Count(names.Length);
        foreach (var (id, name) in names)
        {
            writer.Number(id.Value);
            writer.Text(name);
        }

        var reported = Unacknowledged();
        KeyValuePair<(JobId Job, long Token), string>[] failures = [.. _failures.Where(f => reported.Contains(f.Key)).OrderBy(f => f.Key)];
        writer.Count(failures.Length);
        foreach (var ((job, token), detail) in failures)
        {
            writer.Number(job.Value);
            writer.Number(token);
            writer.Text(detail);
        }
    }

    private void LoadNames(ref StateReader reader)
    {
        _names.Clear();
        _numbers.Clear();
        _failures.Clear();
        for (var left = reader.CountOf(2); left > 0; left--)
            SetName(new JobId(reader.Number()), reader.Text());
        for (var left = reader.CountOf(3); left > 0; left--)
            _failures[(new JobId(reader.Number()), reader.Number())] = reader.Text();
    }
}
