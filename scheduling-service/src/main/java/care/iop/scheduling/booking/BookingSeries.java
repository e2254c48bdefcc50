package care.iop.scheduling.booking;

import care.iop.chassis.caller.OfOrganization;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Bookings of one client that were asked for together, over weeks and days. What became of each is the booking's own. */
@Entity
@Table(name = "booking_series")
class BookingSeries {

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    private String organizationId;

    @Version
    private long version;

    private UUID enrollmentId;
    private LocalDate fromOn;
    private LocalDate untilOn;
    private Instant createdAt;
    private String createdBy;

    @SuppressWarnings("NullAway.Init")
    protected BookingSeries() {}

    @SuppressWarnings("NullAway.Init")
    BookingSeries(
            UUID id, UUID enrollmentId, LocalDate fromOn, LocalDate untilOn, Instant createdAt, String createdBy) {
        this.id = id;
        this.enrollmentId = enrollmentId;
        this.fromOn = fromOn;
        this.untilOn = untilOn;
        this.createdAt = createdAt;
        this.createdBy = createdBy;
    }

    UUID id() {
        return id;
    }

    UUID enrollmentId() {
        return enrollmentId;
    }

    BookingSeriesView view(List<Booking> bookings, List<LocalDate> closedDays) {
        return new BookingSeriesView(
                id,
                enrollmentId,
                fromOn,
                untilOn,
                createdAt,
                createdBy,
                bookings.stream().map(Booking::view).toList(),
                closedDays);
    }
}
