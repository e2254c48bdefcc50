package care.iop.intake.placement;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Answers to the six questions of the C-SSRS screener, without their wording. Questions 3 to 5 are asked only when the
 * second was answered with yes, the time of question 6 only when its answer was yes.
 *
 * @param takenOn the day of the interview, in the time zone of the assessment
 */
@Schema(
        description =
                "Answers to the C-SSRS screener by question number. q3 to q5 may be absent when q2 is false; q6Past3Months may be absent when q6 is false.")
record SuicideScreen(
        @NotNull LocalDate takenOn,

        @Schema(description = "Past month") @Nullable Boolean q1,

        @Schema(description = "Past month") @Nullable Boolean q2,

        @Schema(description = "Past month") @Nullable Boolean q3,

        @Schema(description = "Past month") @Nullable Boolean q4,

        @Schema(description = "Past month") @Nullable Boolean q5,

        @Schema(description = "Lifetime") @Nullable Boolean q6,

        @Schema(description = "Question 6 within the past three months") @Nullable
        Boolean q6Past3Months) {

    /** The risk as far as the given answers tell, least first. */
    enum Risk {
        NONE,
        LOW,
        MODERATE,
        HIGH
    }

    /** The highest level that any answer asks for; an answer that is missing asks for none, and is listed as missing. */
    Risk risk() {
        if (yes(q4) || yes(q5) || yes(q6Past3Months)) {
            return Risk.HIGH;
        }
        if (yes(q3) || yes(q6)) {
            return Risk.MODERATE;
        }
        return yes(q1) || yes(q2) ? Risk.LOW : Risk.NONE;
    }

    /** The fields whose answers are needed and absent. */
    List<String> missing() {
        var missing = new ArrayList<String>();
        addIfNull(missing, q1, "q1");
        addIfNull(missing, q2, "q2");
        if (yes(q2)) {
            addIfNull(missing, q3, "q3");
            addIfNull(missing, q4, "q4");
            addIfNull(missing, q5, "q5");
        }
        addIfNull(missing, q6, "q6");
        if (yes(q6)) {
            addIfNull(missing, q6Past3Months, "q6Past3Months");
        }
        return missing;
    }

    /** Whether a later question was answered with yes though the one before it rules that out. */
    boolean contradictsItself() {
        var later = Stream.of(q3, q4, q5).anyMatch(SuicideScreen::yes);
        return (later && Objects.equals(q2, false)) || (yes(q6Past3Months) && Objects.equals(q6, false));
    }

    private static boolean yes(@Nullable Boolean answer) {
        return Boolean.TRUE.equals(answer);
    }

    private static void addIfNull(List<String> missing, @Nullable Boolean answer, String field) {
        if (answer == null) {
            missing.add("/cssrs/" + field);
        }
    }
}
