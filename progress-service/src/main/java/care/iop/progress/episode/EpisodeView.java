package care.iop.progress.episode;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One episode of care as intake admitted it. */
@Schema(name = "Episode")
record EpisodeView(
        @Schema(description = "The admission's id in intake", examples = "0190f3a1-5a0c-7b18-891a-3d0c1b2a3948")
        UUID admissionId,

        @Schema(examples = "0190f3a1-6b0d-7c19-8a2b-4e0d1c2b3a49")
        UUID patientId,

        @Schema(examples = "0190f3a1-4b0e-7a17-9809-2c0b1a293847")
        UUID programId,

        @Schema(examples = "2.1") String levelOfCare,
        LocalDate admittedOn,

        @Schema(description = "Minutes of treatment prescribed for each week", examples = "900")
        int prescribedMinutesPerWeek,

        @Schema(description = "The day of the discharge; absent while the person is in treatment") @Nullable
        LocalDate endedOn) {

    static EpisodeView of(Episode episode) {
        return new EpisodeView(
                episode.id(),
                episode.patientId(),
                episode.programId(),
                episode.levelOfCare(),
                episode.admittedOn(),
                episode.prescribedMinutesPerWeek(),
                episode.endedOn());
    }
}
