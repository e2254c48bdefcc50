package care.iop.local.story;

import java.util.UUID;

/**
 * What the story came to.
 *
 * @param plannedMinutes minutes of treatment booked in the week
 * @param days days of the week with treatment
 * @param deliveredMinutes minutes given, by attendance, as progress counts them
 * @param attendedUnits sessions attended, of {@code countedUnits}
 * @param openAlerts alerts that wait for a human when the story ends
 */
public record StoryOutcome(
        UUID patientId,
        UUID referralId,
        UUID admissionId,
        UUID programId,
        String week,
        int plannedMinutes,
        int days,
        int deliveredMinutes,
        int attendedUnits,
        int countedUnits,
        int score,
        int openAlerts) {}
