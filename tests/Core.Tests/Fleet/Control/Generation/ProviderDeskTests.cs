using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Generation;
using ControlPlane.Fleet.Generation;
using ControlPlane.Fleet.Journal;

namespace ControlPlane.Core.Tests.Fleet.Control.Generation;

/// <summary>Providers that run: what they take, what becomes of it, what is not known.</summary>
public sealed class ProviderDeskTests
{
    [Fact]
    public void Jobs_are_open_until_their_slot_closes_and_then_it_is_known_what_became_of_them()
    {
        var test = new TestProviders();
        test.Decide(TestProviders.Known);
        var open = test.Submit(TestProviders.Jobs("a", 200));
        Assert.Equal((GenerationState.Open, (GenerationOutcome?)null, 18, 1), (open.State, open.Outcome, open.Steps, open.Version));
        Assert.True(open.QuotedCompletionS is > 0 and < 60, $"{open.QuotedCompletionS} s");
        test.Advance(TestProviders.SlotS - 1);
        Assert.Equal(GenerationState.Open, test.Find("a").State);
        test.Advance(1);
        var closed = test.Find("a");
        Assert.Equal((GenerationState.Closed, 200.0, 2), (closed.State, closed.Outcome!.OnTime, closed.Version));
        Assert.Equal(open.KnownAt, DateTimeOffset.FromUnixTimeSeconds((long)TestProviders.FoundedS).AddSeconds(TestProviders.SlotS));
        var shown = test.Desk.Providers.Single(p => p.Show().Name == closed.Provider).Show();
        Assert.Equal((200.0, closed.Outcome.RevenueUsd), (shown.Jobs.OnTime, shown.Today.RevenueUsd));
        // By day the sun gives more than such a small site needs: it earns.
        Assert.NotEqual(0, shown.Today.EnergyUsd);
        test.Restored();
    }

    [Fact]
    public void The_same_submission_counts_once_and_another_one_under_its_id_is_refused()
    {
        var test = new TestProviders();
        var first = test.Submit(TestProviders.Jobs("a", 50));
        var operations = test.Operations;
        Assert.Equal(first, test.Submit(TestProviders.Jobs("a", 50)));
        test.Advance(10 * TestProviders.SlotS);
        Assert.Equal(50, test.Submit(TestProviders.Jobs("a", 50)).Outcome!.OnTime);
        // Three providers close their slots: nothing else was written.
        Assert.Equal(operations + 3, test.Operations);
        Assert.Equal(50, test.Desk.Providers.Sum(p => p.Ledger.Jobs.Offered));
        Assert.Equal(ControlProblem.Conflict, Assert.Throws<ControlException>(() => test.Submit(TestProviders.Jobs("a", 51))).Problem);
    }

    [Fact]
    public void Who_declines_is_followed_by_the_origin_and_then_jobs_are_declined_for_good()
    {
        // The rule wants the least loaded provider; it does not know that it is full.
        var test = new TestProviders(TestFleets.Providers(maxWaitS: 1e-9), new Always(new GenerationDecision(2, 18)));
        test.Desk.Providers[2].Drain(isDraining: true);
        var transferred = test.Submit(TestProviders.Jobs("a", origin: "asp-1"));
        Assert.Equal(("asp-1", "asp-2 is draining"), (transferred.Provider, transferred.Reason));
        test.Desk.Providers[1].Drain(isDraining: true);
        var declined = test.Submit(TestProviders.Jobs("b", 7, "asp-1"));
        Assert.Equal((GenerationState.Declined, (string?)null, "asp-2 is draining; asp-1 is draining"), (declined.State, declined.Provider, declined.Reason));
        var shown = test.Desk.Providers[1].Show();
        Assert.Equal((7.0, 7e-4), (shown.Jobs.Declined, Math.Round(shown.Total.PenaltyUsd, 9)));
        Assert.Equal(2, test.Desk.Why("b", 0)!.Options.Single().Steps / 9);
        test.Restored();
    }

    [Fact]
    public void Without_prices_work_is_done_no_account_is_made_up_and_no_price_is_quoted()
    {
        var test = new TestProviders();
        var question = new QuoteQuestion(null, "relaxed", "Animals");
        Assert.All(test.Desk.Quotes(1, question, 0), q => Assert.Null(q.PriceUsd));
        test.Submit(TestProviders.Jobs("a", 100));
        test.Advance(3 * TestProviders.SlotS);
        Assert.Equal(100, test.Find("a").Outcome!.OnTime);
        var shown = test.Desk.Providers[0].Show();
        Assert.Equal((3, 3, 0.0), (shown.Slots, shown.UnknownSlots, shown.Total.EnergyUsd));
        test.Decide(TestProviders.Known);
        Assert.All(test.Desk.Quotes(1, question, test.NowS), q => Assert.True(q.PriceUsd > 0));
        test.Advance(TestProviders.SlotS);
        Assert.Equal((4, 3), (test.Desk.Providers[0].ClosedSlots, test.Desk.Providers[0].BlindSlots));
        Assert.True(test.Desk.Providers[0].Ledger.Energy.RenewableKwh > 0);
        test.Restored();
    }

    [Fact]
    public void A_decision_counts_once_for_its_slot_and_one_that_cannot_be_is_refused()
    {
        var test = new TestProviders();
        Assert.Throws<ArgumentException>(() => test.Decide(TestProviders.Known, batteryKw: 99));
        test.Decide(TestProviders.Known, batteryKw: -1);
        Assert.Empty(test.Desk.Undecided(0));
        Assert.False(test.Desk.Decide(0, 0, default));
        test.Advance(TestProviders.SlotS);
        Assert.False(test.Desk.Decide(0, 0, default));
        Assert.Equal(3, test.Desk.Undecided(0).Count);
        Assert.True(test.Desk.Providers[0].Soc < 0.5);
    }

    [Fact]
    public void Money_of_today_begins_anew_at_midnight_in_utc()
    {
        var test = new TestProviders();
        test.Decide(TestProviders.Known);
        test.Submit(TestProviders.Jobs("a", 10));
        test.Advance(86_400 - TestProviders.SlotS);
        var before = test.Desk.Providers.Sum(p => p.Show().Today.RevenueUsd);
        Assert.True(before > 0);
        test.Advance(TestProviders.SlotS);
        Assert.Equal(0, test.Desk.Providers.Sum(p => p.Show().Today.RevenueUsd));
        Assert.Equal(before, test.Desk.Providers.Sum(p => p.Show().Total.RevenueUsd));
    }

    [Fact]
    public void What_cannot_be_is_refused_with_the_field_and_a_full_slot_for_now()
    {
        var test = new TestProviders(capacity: 100);
        var jobs = TestProviders.Jobs("a");
        Refused(jobs with { Id = "a b" }, "id");
        Refused(jobs with { Origin = "moon" }, "origin");
        Refused(jobs with { Deadline = "never" }, "deadline");
        Refused(jobs with { Category = "Cats" }, "category");
        Refused(jobs with { Images = 0 }, "images");
        Refused(jobs with { Count = 10_001 }, "count");
        Refused(jobs with { Tenant = "a b" }, "tenant");
        test.Submit(jobs with { Count = 100 });
        var busy = Assert.Throws<ControlException>(() => test.Submit(jobs with { Id = "b" }));
        Assert.Equal((ControlProblem.Busy, true), (busy.Problem, busy.RetryAfterS > 0));
        test.Advance(TestProviders.SlotS);
        test.Submit(jobs with { Id = "b" });

        void Refused(GenerationSubmission wrong, string field) => Assert.Equal(field, Assert.Throws<ControlException>(() => test.Submit(wrong)).Field);
    }

    [Fact]
    public void Ended_jobs_are_forgotten_when_there_are_too_many()
    {
        var test = new TestProviders(remembered: 2);
        foreach (var id in new[] { "a", "b", "c" })
            test.Submit(TestProviders.Jobs(id));
        test.Advance(TestProviders.SlotS);
        Assert.Null(test.Desk.Find("a", 0));
        Assert.Equal(1, test.Find("c").Outcome!.OnTime);
        test.Restored();
    }

    [Fact]
    public void Damaged_state_is_refused()
    {
        var test = new TestProviders();
        test.Submit(TestProviders.Jobs("a"));
        var writer = new StateWriter();
        test.Desk.Save(writer);
        var saved = writer.Written.ToArray();
        foreach (var length in Enumerable.Range(0, saved.Length))
            Assert.Throws<InvalidDataException>(() => Load(saved[..length]));
        saved[0]++;
        Assert.Contains("version", Assert.Throws<InvalidDataException>(() => Load(saved)).Message, StringComparison.Ordinal);

        static void Load(byte[] state)
        {
            var reader = new StateReader(state);
            new GenerationDesk(TestFleets.Providers(), 1, 1, new OperationBuffer()).Load(ref reader);
        }
    }

    private sealed class Always(GenerationDecision decision) : IGenerationRule
    {
        public GenerationVerdict Decide(GenerationQuestion question) =>
            new(decision, IsReplaced: false, "always the same", "", [new GenerationVerdictOption(decision.Provider, decision.Steps, null, null)]);
    }
}
