package care.iop.scheduling.roster;

import care.iop.scheduling.program.SessionKind;
import care.iop.scheduling.roster.engine.constraint.Level;
import care.iop.scheduling.roster.engine.constraint.Rule;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a roster run decided: each client's week, what could not be placed and why, and how good it is. */
@Schema(name = "RosterResult")
record RosterOutcome(
        @Schema(required = true, description = "The week of each client whom it decides")
        List<Week> weeks,

        @Schema(required = true, description = "Enrollments that keep what they are booked for already")
        List<UUID> alreadyBooked,

        @Schema(required = true) List<Unplaced> unassigned,
        @Schema(required = true) List<Hint> warnings,
        @Schema(required = true) ScoreByConstraint score,

        @Schema(required = true, description = "Improvement steps taken after everybody was placed once")
        long steps,

        @Schema(required = true, description = "Scheduled sessions that another clinician or another room takes over")
        List<Handover> handovers,

        @Schema(
                required = true,
                description = "Wishes of clients that the roster does not meet, and what would be nearest")
        List<Wish> wishes) {

    /** A result that was kept by an earlier version hands nothing over and tells of no wishes. */
    @SuppressWarnings("NullAway") // what is missing in JSON arrives as null
    RosterOutcome {
        handovers = handovers == null ? List.of() : List.copyOf(handovers);
        wishes = wishes == null ? List.of() : List.copyOf(wishes);
    }

    /** Everything that the draft was made against: the bookings that it keeps or gives up. */
    Set<UUID> replaced() {
        return weeks.stream().flatMap(week -> week.replaces().stream()).collect(Collectors.toSet());
    }

    /** Seats that the draft keeps as they are. */
    Set<UUID> kept() {
        return weeks.stream()
                .flatMap(week -> week.sessions().stream())
                .map(Appointment::bookingId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** One client's week. */
    @Schema(name = "RosteredWeek")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Week(
            @Schema(required = true) UUID enrollmentId,
            @Schema(required = true) UUID patientId,

            @Schema(description = "The group; absent when none is prescribed or none has a place") @Nullable
            UUID seriesId,

            @Schema(required = true, examples = "900") int plannedMinutes,
            @Schema(required = true, examples = "5") int days,
            @Schema(required = true) List<Appointment> sessions,

            @Schema(
                    required = true,
                    description =
                            "The client's bookings that the draft was made against; it can't be published when they are others")
            List<UUID> replaces) {

        /** A result that was kept before drafts replaced anything was made against an empty week. */
        @SuppressWarnings("NullAway") // what is missing in JSON arrives as null
        Week {
            sessions = List.copyOf(sessions);
            replaces = replaces == null ? List.of() : List.copyOf(replaces);
        }
    }

    /** One session of a client's week. */
    @Schema(name = "RosteredSession")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Appointment(
            @Schema(required = true) SessionKind kind,

            @Schema(description = "The group's series; absent for a session of one client") @Nullable
            UUID seriesId,

            @Schema(required = true) LocalDate sessionOn,
            @Schema(required = true, examples = "09:00") LocalTime localStart,
            @Schema(required = true) Instant startsAt,
            @Schema(required = true) Instant endsAt,

            @Schema(required = true, examples = "America/New_York")
            String zone,

            @Schema(description = "Absent when the session has none yet") @Nullable
            UUID clinicianId,

            @Schema(description = "Absent by video") @Nullable
            UUID roomId,

            @Schema(description = "The booking that stays; absent when one is to be made") @Nullable
            UUID bookingId) {

        Appointment keeping(UUID bookingId) {
            return new Appointment(
                    kind, seriesId, sessionOn, localStart, startsAt, endsAt, zone, clinicianId, roomId, bookingId);
        }

        int minutes() {
            return Math.toIntExact(Duration.between(startsAt, endsAt).toMinutes());
        }
    }

    /** A scheduled session that stays when it is, with another clinician or in another room. */
    @Schema(name = "RosterHandover")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Handover(
            @Schema(required = true) UUID sessionId,
            @Nullable UUID formerClinicianId,
            @Nullable UUID clinicianId,
            @Nullable UUID formerRoomId,
            @Nullable UUID roomId) {}

    /** Something that the week could not hold. */
    @Schema(name = "Unassigned")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Unplaced(
            @Schema(required = true) UUID enrollmentId,

            @Schema(required = true, description = "What is missing")
            SessionKind kind,

            @Schema(description = "Of a session for the client alone") @Nullable
            Integer minutes,

            @Schema(required = true, description = "The hard rules that stand in the way")
            SortedSet<Rule> blockedBy,

            @Schema(required = true, description = "Why, for a scheduler")
            String reason,

            @Schema(description = "What would make it possible, when that is easy to say") @Nullable
            String nearestAlternative) {}

    /** A wish that is not met. */
    @Schema(name = "UnmetWish")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Wish(
            @Schema(required = true) UUID enrollmentId,
            @Schema(required = true) Rule rule,
            @Schema(required = true, examples = "10") double points,

            @Schema(
                    required = true,
                    examples = "The client is in group MORNING GROUP, which is on another track than preferred.")
            String text,

            @Schema(
                    description = "What would meet it, or what keeps it from being met",
                    examples = "EVENING GROUP is full.")
            @Nullable
            String nearestAlternative) {}

    /** Something allowed that a scheduler should know. */
    @Schema(name = "RosterWarning")
    record Hint(
            @Schema(required = true) UUID enrollmentId,

            @Schema(required = true, examples = "AT_PHP_THRESHOLD")
            String code,

            @Schema(required = true) String text) {}

    /** Points against the roster, lower is better; hard ones are never there. */
    @Schema(name = "RosterScore")
    record ScoreByConstraint(
            @Schema(required = true, description = "Hard rules broken: none by a run", examples = "0")
            double hard,

            @Schema(required = true, description = "What is unplaced, by priority", examples = "0")
            double medium,

            @Schema(required = true, description = "Wishes not met", examples = "26")
            double soft,

            @Schema(required = true) List<Points> constraints) {}

    /** What one constraint adds. */
    @Schema(name = "ConstraintPoints")
    record Points(
            @Schema(required = true) Rule rule,
            @Schema(required = true) Level level,

            @Schema(required = true, description = "In how many places", examples = "2")
            int matches,

            @Schema(required = true, examples = "12") double points) {}
}
