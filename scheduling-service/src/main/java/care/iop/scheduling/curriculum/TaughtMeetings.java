package care.iop.scheduling.curriculum;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** The meetings with a module in which a client has or had a seat. */
@ApplicationScoped
class TaughtMeetings {

    private final EntityManager entities;

    TaughtMeetings(EntityManager entities) {
        this.entities = entities;
    }

    /** In order of time; meetings that were called off, and seats that were only held, are left out. */
    List<TaughtMeeting> of(UUID enrollmentId) {
        return entities.createQuery("""
                        select s.seriesId, s.moduleCode, s.sessionOn, s.startsAt,
                               case when b.status = BOOKED then true else false end, b.attendance, b.deliveredMinutes
                        from Booking b join Session s on s.id = b.sessionId
                        where b.enrollmentId = :enrollment and s.moduleCode is not null and s.status = SCHEDULED
                          and b.status in (BOOKED, CANCELLED)
                        order by s.startsAt
                        """, TaughtMeeting.class)
                .setParameter("enrollment", enrollmentId)
                .getResultList();
    }
}
