package care.iop.progress.attendance;

import care.iop.chassis.caller.OfOrganization;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Hours and attendance of one admission in one week. Written only by {@link WeeklyAttendances#apply}, by differences. */
@Entity
@Immutable
@IdClass(WeeklyAttendance.Key.class)
class WeeklyAttendance {

    @Id
    private UUID admissionId;

    @Id
    private LocalDate weekStartsOn;

    @OfOrganization
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    private int scheduledUnits;

    private int programCancelledUnits;

    private int attendedUnits;

    private int unmarkedUnits;

    private int plannedMinutes;

    private int deliveredMinutes;

    @SuppressWarnings("NullAway.Init")
    protected WeeklyAttendance() {}

    IsoWeek week() {
        return new IsoWeek(weekStartsOn);
    }

    WeekShare share() {
        return new WeekShare(
                scheduledUnits, programCancelledUnits, attendedUnits, unmarkedUnits, plannedMinutes, deliveredMinutes);
    }

    /** The admission and the week's Monday. */
    static final class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private UUID admissionId;
        private LocalDate weekStartsOn;

        @SuppressWarnings("NullAway.Init")
        Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && Objects.equals(admissionId, key.admissionId)
                    && Objects.equals(weekStartsOn, key.weekStartsOn);
        }

        @Override
        public int hashCode() {
            return Objects.hash(admissionId, weekStartsOn);
        }
    }
}
