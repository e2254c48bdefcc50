package care.iop.progress.checkin;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How steadily a person checks in, in words that shame nobody: it has no number of missed days, and use never breaks it. */
@Schema(name = "CheckInStreak")
record StreakView(
        @Schema(
                description =
                        "Days of check-ins up to now; single days without one leave it whole, and use never ends it",
                examples = "5")
        int days,

        @Schema(description = "Whether there is a check-in for today", examples = "true")
        boolean includesToday,

        @Schema(description = "Days with a check-in of the last 7", minimum = "0", examples = "4")
        int ofLast7,

        @Schema(description = "Days with a check-in of the last 30", minimum = "0", examples = "11")
        int ofLast30,

        @Schema(examples = "You have checked in on 5 days. Thank you for keeping in touch.")
        String message) {

    static StreakView of(Streak streak) {
        return new StreakView(
                streak.days(), streak.includesToday(), streak.ofLast7(), streak.ofLast30(), messageOf(streak.days()));
    }

    private static String messageOf(int days) {
        return switch (days) {
            case 0 -> "Good to see you. Today is a good day to check in.";
            case 1 -> "You have checked in. Thank you for keeping in touch.";
            default -> "You have checked in on %d days. Thank you for keeping in touch.".formatted(days);
        };
    }
}
