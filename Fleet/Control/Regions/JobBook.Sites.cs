using ControlPlane.Fleet.Control.Node;
using ControlPlane.Fleet.Protocol;

namespace ControlPlane.Fleet.Control.Regions;

/// <content>What sites say, and what it means for jobs with cards.</content>
public sealed partial class JobBook
{
    /// <summary>Takes in a site's answer.</summary>
    /// <inheritdoc cref="JobHome.Settle(int, HomeMessage, SiteAnswer, double)"/>
    public int Settle(int site, HomeMessage message, SiteAnswer answer, double nowS)
    {
        ArgumentNullException.ThrowIfNull(message);
        JobCard[] concerned =
        [
            .. message.Assignments.Where(a => IsAssigned(a, site)).Select(a => a.Item.Job.Id)
                .Concat(message.Withdrawals.Select(w => w.Job))
                .Distinct()
                .Select(Live)
                .OfType<JobCard>(),
        ];
        var refused = Home.Settle(site, message, answer, nowS);
        foreach (var card in concerned)
            Follow(card, NodeEvents.Held, -1, $"{_model.Sites[site].Name} did not take it", nowS);
        return refused;
    }

    /// <summary>Takes in a site's report.</summary>
    /// <param name="site">Site index.</param>
    /// <param name="report">The report.</param>
    /// <param name="failure">Why the run failed; null when it did not, but ended or was interrupted.</param>
    /// <param name="nowS">Present time in seconds.</param>
    /// <returns>Whether it had an effect.</returns>
    public bool Take(int site, in SiteReport report, string? failure, double nowS)
    {
        var card = Live(report.Item.Job.Id);
        if (!Home.Take(site, report, nowS))
            return false;
        if (card is null)
            return true;
        if (report.Allocation.Gpus > 0)
            NoteRun(card, report);
        if (report.Kind == ReportKind.Completed)
            End(card, JobState.Completed, site, report, nowS);
        else if (!Home.TryFind(card.Number, out _, out _, out _))
            End(card, JobState.Cancelled, site, report, nowS);
        else
            Return(card, site, report, failure, nowS);
        return true;
    }

    /// <summary>Takes back the jobs of sites whose lease has been over for the margin.</summary>
    /// <inheritdoc cref="JobHome.ExpireLeases"/>
    public int ExpireLeases(double nowS)
    {
        if (Home.NextExpiryS > nowS)
            return 0;
        JobCard[] placed = [.. _cards.All.Where(c => c.End is null && Home.TryFind(c.Number, out var phase, out _, out _) && phase != HomePhase.Held)];
        var taken = Home.ExpireLeases(nowS);
        foreach (var card in placed)
            Follow(card, NodeEvents.Returned, -1, "its site was out of reach for the whole lease", nowS);
        return taken;
    }

    private bool IsAssigned(in Assignment assignment, int site) =>
        Home.TryFind(assignment.Item.Job.Id, out _, out var at, out var token) && at == site && token == assignment.Token;

    private JobCard? Live(Jobs.JobId id) => _cards.TryFind(id, out var card) && card.End is null ? card : null;

    /// <summary>Notes where a job is that was at a site before: over, or held again.</summary>
    private void Follow(JobCard card, byte kind, int site, string detail, double nowS)
    {
        if (!Home.TryFind(card.Number, out var phase, out _, out _))
            End(card, JobState.Cancelled, -1, null, nowS);
        else if (phase == HomePhase.Held)
            Note(kind, card, site, detail, nowS);
    }

    private void Return(JobCard card, int site, in SiteReport report, string? failure, double nowS)
    {
        if (failure is not null)
            Note(NodeEvents.Attempted, card, site, failure, nowS);
        Note(NodeEvents.Returned, card, site, $"{report.Item.RemainingUnits:0.###} units left", nowS);
        if (failure is null || card.Failures < _settings.MostAttempts)
            return;
        Home.Cancel(card.Number, nowS);
        End(card, JobState.Failed, -1, null, nowS);
    }

    private void NoteRun(JobCard card, in SiteReport report)
    {
        var writer = Journal(BookOperation.Run);
        writer.Number(card.Number.Value);
        writer.Real(report.StartS);
        writer.Real(report.EnergyJ);
        _log.Close();
        AddRun(card, report.StartS, report.EnergyJ);
    }

    private static void AddRun(JobCard card, double startS, double energyJ)
    {
        card.StartedS = startS;
        card.EnergyJ += energyJ;
    }

    private void End(JobCard card, JobState state, int site, SiteReport? report, double nowS)
    {
        var hasRun = report is { Allocation.Gpus: > 0 };
        var end = new CardEnd(
            state, nowS, hasRun ? site : -1, report?.Allocation.Gpus ?? 0, report?.Allocation.ClockLevel ?? 0, report?.Item.Attempts ?? 0);
        var kind = state switch
        {
            JobState.Completed => NodeEvents.Completed,
            JobState.Failed => NodeEvents.Failed,
            _ => NodeEvents.Cancelled,
        };
        Note(kind, card, end.Site, "", nowS);
        var writer = Journal(BookOperation.End);
        writer.Number(card.Number.Value);
        writer.Write(end);
        _log.Close();
        EndCard(card, end);
    }

    private void EndCard(JobCard card, in CardEnd end)
    {
        _tenants.Leave(Tenant(card.Submission));
        _failed += end.State == JobState.Failed ? 1 : 0;
        _cards.End(card, end);
    }
}
