package care.iop.scheduling.booking;

import care.iop.scheduling.program.SessionKind;
import care.iop.scheduling.session.Session;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One client's week as the client and staff see it. */
@Schema(name = "Week")
record WeekView(
        @Schema(required = true) UUID enrollmentId,
        @Schema(required = true) LocalDate startingOn,

        @Schema(required = true, description = "Planned minutes of treatment, check-ins apart", examples = "900")
        int plannedMinutes,

        @Schema(required = true, description = "Days with treatment, check-ins apart", examples = "5")
        int days,

        @Schema(required = true) List<Entry> sessions) {

    /** A session of the week. */
    @Schema(name = "WeekSession")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            @Schema(required = true) UUID bookingId,
            @Schema(required = true) UUID sessionId,
            @Schema(required = true) SessionKind kind,
            @Schema(required = true) LocalDate sessionOn,
            @Schema(required = true, examples = "09:00") LocalTime localStart,
            @Schema(required = true, examples = "12:00") LocalTime localEnd,
            @Schema(required = true) Instant startsAt,
            @Schema(required = true) Instant endsAt,

            @Schema(required = true, examples = "America/New_York")
            String zone,

            @Nullable UUID clinicianId,

            @Schema(description = "Absent by video") @Nullable
            UUID roomId,

            @Schema(description = "Absent as long as nothing is recorded") @Nullable
            AttendanceCode attendance) {

        static Entry of(Booking booking, Session session) {
            var time = booking.time();
            var zone = ZoneId.of(time.zone());
            return new Entry(
                    booking.id(),
                    booking.sessionId(),
                    booking.kind(),
                    time.sessionOn(),
                    time.startsAt().atZone(zone).toLocalTime(),
                    time.endsAt().atZone(zone).toLocalTime(),
                    time.startsAt(),
                    time.endsAt(),
                    time.zone(),
                    session.place().clinicianId(),
                    session.place().roomId(),
                    booking.attendance().orElse(null));
        }
    }

    static WeekView of(UUID enrollmentId, LocalDate startingOn, List<Booking> bookings, Map<UUID, Session> sessions) {
        var treatment = bookings.stream()
                .filter(booking -> booking.kind() != SessionKind.CHECK_IN)
                .toList();
        return new WeekView(
                enrollmentId,
                startingOn,
                treatment.stream().mapToInt(b -> b.time().plannedMinutes()).sum(),
                (int) treatment.stream()
                        .map(b -> b.time().sessionOn())
                        .distinct()
                        .count(),
                bookings.stream().map(b -> Entry.of(b, sessionOf(b, sessions))).toList());
    }

    private static Session sessionOf(Booking booking, Map<UUID, Session> sessions) {
        var session = sessions.get(booking.sessionId());
        if (session == null) {
            throw new IllegalStateException("booking " + booking.id() + " has no session");
        }
        return session;
    }
}
