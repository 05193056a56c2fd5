using ControlPlane.Fleet.Protocol;

namespace ControlPlane.Fleet.Control.Node;

/// <content>The energy of jobs: what agents measured, else what the model says. Sites' meters are the model's.</content>
public sealed partial class ControlNode
{
    // What an agent says of a run that is over comes in the same operation and before the report that ends it.
    private void AddEnergyOf(JobCard card, in SiteReport report)
    {
        var measuredJ = card.Said is { IsFinal: true } said && said.Token == report.Token ? said.EnergyJ : null;
        card.Said = null;
        AddEnergy(card, report.Token, measuredJ ?? report.EnergyJ);
    }

    // A run that was stopped has ended here before its agent says what it took.
    private void Correct(JobCard card, AgentReport report)
    {
        if (report.EnergyJ is { } measuredJ && report.Token == card.LastToken)
            AddEnergy(card, report.Token, measuredJ - card.LastJ);
    }

    private void AddEnergy(JobCard card, long token, double energyJ)
    {
        if (energyJ == 0)
            return;
        var writer = Journal(NodeOperation.Energy);
        writer.Number(card.Number.Value);
        writer.Number(token);
        writer.Real(energyJ);
        _log.Close();
        ApplyEnergy(card, token, energyJ);
    }

    private static void ApplyEnergy(JobCard card, long token, double energyJ)
    {
        card.LastJ = token == card.LastToken ? card.LastJ + energyJ : energyJ;
        card.LastToken = token;
        card.EnergyJ += energyJ;
    }
}
