package care.iop.scheduling.roster;

import care.iop.scheduling.program.SessionKind;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a draft changes in the published week, or what its publication has changed: for each client, as data and in words. */
@Schema(name = "RosterChanges")
record RosterChangesView(
        @Schema(required = true) UUID rosterRunId,
        @Schema(required = true) UUID programId,
        @Schema(required = true) LocalDate weekStartingOn,
        @Schema(required = true) Totals totals,

        @Schema(required = true, description = "Those for whom anything changes, the most disturbed first")
        List<Client> clients) {

    /** Sums over all clients. */
    @Schema(name = "RosterChangeTotals")
    record Totals(
            @Schema(required = true, description = "Clients for whom anything changes", examples = "3")
            int clients,

            @Schema(
                    required = true,
                    description =
                            "Of these, clients for whom something published is moved, removed or given to someone else",
                    examples = "1")
            int disturbed,

            @Schema(required = true, description = "Bookings that stay as they are", examples = "120")
            int unchanged,

            @Schema(required = true) int added,
            @Schema(required = true) int removed,
            @Schema(required = true) int moved,
            @Schema(required = true) int changedClinician,
            @Schema(required = true) int changedRoom,

            @Schema(
                    required = true,
                    description =
                            "Program policy: 60 for another group, 15 for a moved or removed session, 10 for another clinician and"
                                    + " 30 when that clinician leads the group",
                    examples = "25")
            int disturbance) {}

    /** One client's changes. */
    @Schema(name = "RosterClientChanges")
    record Client(
            @Schema(required = true) UUID enrollmentId,
            @Schema(required = true) UUID patientId,
            @Schema(required = true, examples = "25") int disturbance,
            @Schema(required = true) List<Change> changes) {}

    /** What happens to a session of a client. */
    @Schema(name = "RosterChangeKind")
    enum ChangeKind {
        ADDED,
        REMOVED,
        /** At another time, maybe with another clinician. */
        MOVED,
        /** At the same time with another clinician. */
        CLINICIAN_CHANGED,
        /** At the same time with the same clinician in another room. */
        ROOM_CHANGED
    }

    /** One change. */
    @Schema(name = "RosterChange")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Change(
            @Schema(required = true) ChangeKind change,
            @Schema(required = true) SessionKind kind,

            @Schema(description = "Absent when added") @Nullable
            Sitting from,

            @Schema(description = "Absent when removed") @Nullable
            Sitting to,

            @Schema(
                    required = true,
                    examples = "Individual session moves from Mon 09:00–10:00 with Rowan Sample to Tue 10:00–11:00.")
            String text) {}

    /** A session as a client sits in it. */
    @Schema(name = "RosterSitting")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Sitting(
            @Nullable UUID seriesId,
            @Schema(required = true) LocalDate sessionOn,
            @Schema(required = true, examples = "09:00") LocalTime localStart,
            @Schema(required = true, examples = "12:00") LocalTime localEnd,
            @Schema(required = true) Instant startsAt,
            @Schema(required = true) Instant endsAt,
            @Nullable UUID clinicianId,
            @Nullable UUID roomId) {}
}
