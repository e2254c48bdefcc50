package care.iop.scheduling.enrollment;

import care.iop.scheduling.clinician.Modality;
import care.iop.scheduling.program.PrescribedSessions;
import care.iop.scheduling.program.TimeWindow;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An enrollment as staff see it. */
@Schema(name = "Enrollment")
record EnrollmentView(
        @Schema(required = true, description = "The same as the admission's")
        UUID id,

        @Schema(required = true) UUID patientId,
        @Schema(required = true) UUID programId,
        @Schema(required = true, examples = "2.1") String levelOfCare,

        @Schema(required = true, description = "Nothing is scheduled before")
        LocalDate admittedOn,

        @Schema(description = "The day of the discharge; nothing is scheduled after") @Nullable
        LocalDate endedOn,

        @Schema(required = true) EnrollmentState state,
        @Schema(required = true, examples = "900") int prescribedMinutesPerWeek,

        @Schema(
                required = true,
                description = "What the sessions below make; less than prescribed when whole sessions leave a rest",
                examples = "900")
        int plannedMinutesPerWeek,

        @Schema(required = true) List<PrescribedSessions> prescription,

        @Schema(required = true, description = "Whether it was set for this client, in place of the program's default")
        boolean prescriptionIndividual,

        @Schema(description = "The revision of the treatment plan that prescribes it; absent without one in force")
        @Nullable
        Integer planRevision,

        @Schema(required = true, description = "Empty as long as nobody has asked")
        List<TimeWindow> available,

        @Schema(required = true) List<BusyTime> busy,
        @Schema(required = true) Preferences preferences,

        @Schema(description = "The day on which the stay is planned to end") @Nullable
        LocalDate plannedEndOn,

        @Schema(required = true, description = "Empty means any")
        Set<Modality> prescribedModalities) {}
