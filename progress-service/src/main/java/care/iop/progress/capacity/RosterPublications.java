package care.iop.progress.capacity;

import care.iop.chassis.caller.Caller;
import care.iop.chassis.inbox.IncomingEvent;
import care.iop.progress.rebuild.CopiedFacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;

/**
 * The publications of programs' weeks in the organization whose event is being heard, and how they are made anew from their
 * topic. What an event says of a publication never changes, so neither order nor repetition has an effect.
 */
@ApplicationScoped
class RosterPublications implements CopiedFacts {

    static final Set<String> TOPICS = Set.of("scheduling.roster.v1");

    private static final String PUBLISHED = "care.iop.scheduling.roster-published.v1";
    private static final String ROLLED_BACK = "care.iop.scheduling.roster-rolled-back.v1";

    private static final String KEPT = "roster_publication";
    private static final String ASIDE = "rebuilt_publication";

    private static final String PUBLISH = """
            insert into %s (organization_id, id, program_id, week_starts_on, published_at, group_sessions, group_seats, rolled_back)
            values (:organization, :id, :program, :week, :publishedAt, :sessions, :seats, false)
            on conflict (organization_id, id) do update
               set published_at = excluded.published_at, group_sessions = excluded.group_sessions,
                   group_seats = excluded.group_seats
            """;

    private static final String ROLL_BACK = """
            insert into %s (organization_id, id, program_id, week_starts_on, rolled_back)
            values (:organization, :id, :program, :week, true)
            on conflict (organization_id, id) do update set rolled_back = true
            """;

    /** What a publication's event was, or that it was taken back, is mended; a rollback heard meanwhile stays. */
    private static final String MEND = """
            insert into roster_publication as p (organization_id, id, program_id, week_starts_on, published_at, group_sessions,
                                                 group_seats, rolled_back)
            select organization_id, id, program_id, week_starts_on, published_at, group_sessions, group_seats, rolled_back
              from rebuilt_publication where organization_id = :organization
            on conflict (organization_id, id) do update
               set program_id = excluded.program_id, week_starts_on = excluded.week_starts_on,
                   published_at = coalesce(excluded.published_at, p.published_at),
                   group_sessions = case when excluded.published_at is null then p.group_sessions else excluded.group_sessions end,
                   group_seats = case when excluded.published_at is null then p.group_seats else excluded.group_seats end,
                   rolled_back = p.rolled_back or excluded.rolled_back
             where (p.program_id, p.week_starts_on) is distinct from (excluded.program_id, excluded.week_starts_on)
                or excluded.rolled_back and not p.rolled_back
                or excluded.published_at is not null
                   and (p.published_at, p.group_sessions, p.group_seats)
                       is distinct from (excluded.published_at, excluded.group_sessions, excluded.group_seats)
            """;

    private static final String FORGET = "delete from rebuilt_publication where organization_id = :organization";

    private final EntityManager entities;
    private final Caller caller;

    RosterPublications(EntityManager entities, Caller caller) {
        this.entities = entities;
        this.caller = caller;
    }

    /** Keeps what an event says. */
    void take(IncomingEvent event) {
        write(KEPT, event);
    }

    @Override
    public Kind kind() {
        return Kind.PUBLICATIONS;
    }

    @Override
    public Set<String> topics() {
        return TOPICS;
    }

    @Override
    public void putAside(IncomingEvent event) {
        write(ASIDE, event);
    }

    @Override
    public int mendSome() {
        return ofOrganization(MEND).executeUpdate();
    }

    @Override
    public void forget() {
        ofOrganization(FORGET).executeUpdate();
    }

    private void write(String table, IncomingEvent event) {
        switch (event.type()) {
            case PUBLISHED -> {
                var published = event.data(RosterPublished.class);
                ofWeek(PUBLISH.formatted(table), event.subject(), published.programId(), published.weekStartingOn())
                        .setParameter("publishedAt", published.publishedAt().atOffset(ZoneOffset.UTC))
                        .setParameter("sessions", published.groupSessions())
                        .setParameter("seats", published.groupSeats())
                        .executeUpdate();
            }
            case ROLLED_BACK -> {
                var rolledBack = event.data(RosterRolledBack.class);
                ofWeek(ROLL_BACK.formatted(table), event.subject(), rolledBack.programId(), rolledBack.weekStartingOn())
                        .executeUpdate();
            }
            default -> {
                // The topic may carry facts that progress has no use for.
            }
        }
    }

    private Query ofWeek(String statement, UUID id, UUID programId, LocalDate weekStartingOn) {
        return ofOrganization(statement)
                .setParameter("id", id)
                .setParameter("program", programId)
                .setParameter("week", weekStartingOn);
    }

    private Query ofOrganization(String statement) {
        return entities.createNativeQuery(statement).setParameter("organization", caller.organization());
    }
}
