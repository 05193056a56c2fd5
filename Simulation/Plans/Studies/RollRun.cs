using ControlPlane.Planning.Joint;
using ControlPlane.Planning.Joint.Rolling;
using ControlPlane.Planning.Joint.Solving;

namespace ControlPlane.Simulation.Plans.Studies;

/// <summary>An instance planned again and again, beside perfect foresight and no planning at all.</summary>
/// <param name="Instance">Everything as it really was.</param>
/// <param name="ForecastSeed">Seed of the errors of its forecasts.</param>
/// <param name="Foresight">The plan of one who knows everything.</param>
/// <param name="Rolled">What was planned and carried out.</param>
/// <param name="Without">What happens without any plan, replayed.</param>
public sealed record RollRun(JointInstance Instance, long ForecastSeed, JointResult Foresight, RollingResult Rolled, PlanAccount Without)
{
    /// <summary>Names of the accounts.</summary>
    public static IReadOnlyList<string> Names { get; } = ["perfect foresight", "rolling", "no planning"];

    /// <summary>Replays of the three with everything as it really was; null where there is no plan of one who knows everything.</summary>
    public IReadOnlyList<PlanAccount?> Accounts => [Foresight.Account, Rolled.Account, Without];

    /// <summary>What was carried out as the result of planning, with the bound that holds for every plan.</summary>
    public JointResult Result => new()
    {
        Variant = PlanVariant.Joint,
        Plan = Rolled.Plan,
        Account = Rolled.Account,
        BoundUsd = Foresight.BoundUsd,
        Solver = Rolled.Solves.Count > 0 ? Rolled.Solves[^1].Result.Solver : Foresight.Solver,
        Time = Rolled.PlanningTime,
    };

    /// <summary>Benefit over that of one who knows everything; NaN where that is not above 0 or not known.</summary>
    /// <param name="account">One of the accounts.</param>
    public double ShareOfForesight(PlanAccount? account) =>
        account is not null && Foresight.Account is { Money.BenefitUsd: > 0 } best ? account.Money.BenefitUsd / best.Money.BenefitUsd : double.NaN;
}
