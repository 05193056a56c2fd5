using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Journal;
using ControlPlane.Fleet.Protocol;

namespace ControlPlane.Fleet.Control.Node;

/// <content>The energy of jobs: what agents measured, else what the model says. Sites' meters are the model's; the slots of sites with an energy side have the difference added.</content>
public sealed partial class ControlNode
{
    // What an agent says of a run that is over comes in the same operation and before the report that ends it.
    private void AddEnergyOf(JobCard card, int site, in SiteReport report)
    {
        var measuredJ = card.Said is { IsFinal: true } said && said.Token == report.Token ? said.EnergyJ : null;
        card.Said = null;
        AddEnergy(card, site, report.Token, measuredJ ?? report.EnergyJ);
        if (measuredJ is { } energyJ)
            _energy[site]?.Correct(energyJ - report.EnergyJ);
    }

    // A run that was stopped has ended here before its agent says what it took.
    private void Correct(JobCard card, int site, AgentReport report)
    {
        if (report.EnergyJ is not { } measuredJ || card.LastToken == 0 || (report.Token, site) != (card.LastToken, card.LastSite))
            return;
        var moreJ = measuredJ - card.LastJ;
        AddEnergy(card, site, report.Token, moreJ);
        _energy[site]?.Correct(moreJ);
    }

    private void AddEnergy(JobCard card, int site, long token, double energyJ)
    {
        if (energyJ == 0)
            return;
        var writer = Journal(NodeOperation.Energy);
        writer.Number(card.Number.Value);
        writer.Count(site);
        writer.Number(token);
        writer.Real(energyJ);
        _log.Close();
        ApplyEnergy(card, site, token, energyJ);
    }

    // A job may be forgotten by now if fewer are remembered than when this was written.
    private void ReplayEnergy(ref StateReader reader)
    {
        var (number, site, token, energyJ) = (reader.Number(), Part(_desks.Length, ref reader), reader.Number(), reader.Finite());
        if (_cards.TryFind(new JobId(number), out var card))
            ApplyEnergy(card, site, token, energyJ);
        else if (number < 1 || number >= _nextNumber)
            throw reader.Damaged($"energy of job {number}, which was never submitted,");
    }

    private static void ApplyEnergy(JobCard card, int site, long token, double energyJ)
    {
        card.LastJ = (site, token) == (card.LastSite, card.LastToken) ? card.LastJ + energyJ : energyJ;
        (card.LastSite, card.LastToken) = (site, token);
        card.EnergyJ += energyJ;
    }
}
