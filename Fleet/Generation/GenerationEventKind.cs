namespace ControlPlane.Fleet.Generation;

/// <summary>What can happen in a day of generation. The numbers are part of the event-log format and never change.</summary>
public enum GenerationEventKind
{
    /// <summary>A cohort is submitted; value = jobs.</summary>
    Submitted = 1,

    /// <summary>A decision could not take effect and was replaced; provider and steps are those that the rule wanted.</summary>
    Replaced = 2,

    /// <summary>A provider takes a cohort; value = time of one way in seconds.</summary>
    Accepted = 3,

    /// <summary>A provider declines a cohort; value = the number of its answer.</summary>
    Declined = 4,

    /// <summary>A slot ends and a cohort's outcome is known; value = jobs on time.</summary>
    Answered = 5,

    /// <summary>A slot ends and a provider has chosen its clock; value = the clock.</summary>
    ClockSet = 6,

    /// <summary>A slot ends and a site's battery did something; value = energy stored, kWh.</summary>
    Dispatched = 7,

    /// <summary>A slot ends and a site's account is closed; value = what its energy cost, USD.</summary>
    Settled = 8,
}
