package care.iop.progress.checkin;

import care.iop.progress.alert.rule.Substance;
import care.iop.progress.relapseprevention.CopingPromptView;
import care.iop.progress.relapseprevention.Trigger;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One day's self-report as the reader may see it. */
@Schema(name = "CheckIn")
record CheckInView(
        @Schema(examples = "0190f3a1-7c1e-7d2a-9b3c-5f1e2d3c4b5a")
        UUID id,

        @Schema(examples = "0190f3a1-6b0d-7c19-8a2b-4e0d1c2b3a49")
        UUID patientId,

        @Schema(description = "The day it is for, in the person's own time zone", examples = "2026-11-23")
        LocalDate forOn,

        @Schema(description = "0 worst, 10 best", minimum = "0", maximum = "10", examples = "6")
        int mood,

        @Schema(description = "0 none, 10 strongest", minimum = "0", maximum = "10", examples = "4")
        int craving,

        @Schema(examples = "false") boolean substanceUse,

        @Schema(description = "Hours slept, in steps of 0.5", examples = "7.5")
        BigDecimal sleepHours,

        @Schema(
                description = "Null when there is none, or when the person does not share it with this reader",
                nullable = true)
        @Nullable
        PrivateNote note,

        @Schema(description = "Whether staff may read the note", examples = "false")
        boolean noteShared,

        Instant recordedAt,
        Instant changedAt,

        @Schema(
                implementation = String[].class,
                description = "What was used, as far as the person says; codes are added as time goes by",
                examples = "[\"ALCOHOL\"]")
        List<Substance> substances,

        @Schema(
                description = "Whether the person was at a support meeting that day; null when not said",
                nullable = true)
        @Nullable
        Boolean meetingAttended,

        @Schema(
                implementation = String[].class,
                description = "What pulled at the person that day; codes are added as time goes by",
                examples = "[\"LONELY\"]")
        List<Trigger> triggers,

        @Schema(description = "Made by the device that reported; null when it made none", nullable = true) @Nullable
        UUID reportId,

        @Schema(description = "When the person said it, which for those who were offline is before recordedAt")
        Instant reportedAt,

        @Schema(
                description =
                        "What the person's own plan says to it: only in the answer to recording or correcting, and null"
                                + " when no warning sign shows",
                nullable = true)
        @Nullable
        CopingPromptView prompt) {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** The check-in as its author sees it. */
    static CheckInView forAuthor(CheckIn checkIn) {
        return of(checkIn, checkIn.report().note(), null);
    }

    /** A check-in that its author has just recorded or corrected, with what their own plan says to it. */
    static CheckInView answering(CheckIn checkIn, @Nullable CopingPromptView prompt) {
        return of(checkIn, checkIn.report().note(), prompt);
    }

    /** The check-in as staff see it: with the note only when it is shared. */
    static CheckInView forStaff(CheckIn checkIn) {
        var report = checkIn.report();
        return of(checkIn, report.noteShared() ? report.note() : null, null);
    }

    private static CheckInView of(CheckIn checkIn, @Nullable PrivateNote note, @Nullable CopingPromptView prompt) {
        var report = checkIn.report();
        return new CheckInView(
                checkIn.id(),
                checkIn.patientId(),
                checkIn.forOn(),
                report.mood(),
                report.craving(),
                report.substanceUse(),
                BigDecimal.valueOf(report.sleepHalfHours()).multiply(HALF),
                note,
                report.noteShared(),
                checkIn.recordedAt(),
                checkIn.changedAt(),
                report.substances().stream().sorted().toList(),
                report.meetingAttended(),
                report.triggers().stream().sorted().toList(),
                checkIn.reportId(),
                checkIn.reportedAt(),
                prompt);
    }
}
