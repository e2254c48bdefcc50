package care.iop.scheduling.fhir;

import care.iop.chassis.fhir.OpenRecord;
import care.iop.scheduling.program.Program;
import care.iop.scheduling.program.Programs;
import care.iop.scheduling.session.AllSessionSeries;
import care.iop.scheduling.session.Occurrence;
import care.iop.scheduling.session.Session;
import care.iop.scheduling.session.SessionSeries;
import care.iop.scheduling.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Schedule;
import org.hl7.fhir.r4.model.Slot;
import org.hl7.fhir.r4.model.Slot.SlotStatus;
import org.jspecify.annotations.Nullable;

/**
 * Finds the meetings of groups as Slots of FHIR R4: whether there is a seat, and never who sits there. The Schedule that a Slot
 * has to belong to is its series, contained in it.
 */
@ApplicationScoped
class FindSlots {

    private static final String SCHEDULE = "schedule";

    private final Programs programs;
    private final AllSessionSeries allSeries;
    private final Sessions sessions;
    private final Clock clock;

    FindSlots(Programs programs, AllSessionSeries allSeries, Sessions sessions, Clock clock) {
        this.programs = programs;
        this.allSeries = allSeries;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** A meeting with the session that it has become, if anybody scheduled it. */
    private record Meeting(
            Program program,
            SessionSeries series,
            Occurrence occurrence,
            @Nullable Session session,
            Instant now) {

        SlotStatus status() {
            if (!occurrence.startsAt().isAfter(now)) {
                return SlotStatus.BUSYUNAVAILABLE;
            }
            return session == null || session.freeSeats() > 0 ? SlotStatus.FREE : SlotStatus.BUSY;
        }

        Instant changedAt() {
            var changed = series.changedAt();
            return session == null || session.changedAt().isBefore(changed) ? changed : session.changedAt();
        }
    }

    /** What was found, in order of time. */
    @Transactional(TxType.MANDATORY)
    List<OpenRecord> find(SlotSearch search) {
        var asked = search.programId();
        var all = asked == null
                ? programs.listAll()
                : programs.findByIdOptional(asked).stream().toList();
        return search.pageOf(all.stream()
                .flatMap(program -> meetings(program, search))
                .sorted(Comparator.comparing(
                                (Meeting meeting) -> meeting.occurrence().startsAt())
                        .thenComparing(meeting -> meeting.series().id()))
                .map(FindSlots::record));
    }

    /** The meeting of this identifier; empty when there is none. */
    @Transactional(TxType.MANDATORY)
    Optional<OpenRecord> find(SlotId id) {
        return allSeries.findByIdOptional(id.seriesId()).flatMap(series -> {
            var program = programs.require(series.programId());
            return series.occurrences(program, id.on(), id.on()).stream()
                    .findFirst()
                    .map(occurrence -> record(new Meeting(
                            program,
                            series,
                            occurrence,
                            sessions.ofSeriesOn(series.id(), id.on()).orElse(null),
                            clock.instant())));
        });
    }

    private Stream<Meeting> meetings(Program program, SlotSearch search) {
        var now = clock.instant();
        var stretch = search.stretch(program.zone(), now);
        if (stretch.isEmpty()) {
            return Stream.empty();
        }
        // A further site may be a day ahead of the program or behind it.
        var first = stretch.first().minusDays(1);
        var last = stretch.last().plusDays(1);
        var wanted = allSeries.ofProgram(program.id()).stream()
                .filter(series -> search.kinds() == null
                        || search.kinds().contains(series.kind().name()))
                .toList();
        var scheduled = scheduled(wanted, first, last);
        var meetings = new ArrayList<Meeting>();
        for (var series : wanted) {
            for (var occurrence : series.occurrences(program, first, last)) {
                if (stretch.has(occurrence.startsAt())) {
                    var session = scheduled.get(new SlotId(series.id(), occurrence.sessionOn()));
                    meetings.add(new Meeting(program, series, occurrence, session, now));
                }
            }
        }
        return meetings.stream();
    }

    private Map<SlotId, Session> scheduled(List<SessionSeries> wanted, LocalDate first, LocalDate last) {
        var scheduled = new HashMap<SlotId, Session>();
        var ids = wanted.stream().map(SessionSeries::id).toList();
        for (var session : sessions.ofSeriesBetween(ids, first, last)) {
            session.seriesId()
                    .ifPresent(series ->
                            scheduled.put(new SlotId(series, session.time().sessionOn()), session));
        }
        return scheduled;
    }

    private static OpenRecord record(Meeting meeting) {
        var id = new SlotId(meeting.series().id(), meeting.occurrence().sessionOn());
        return new OpenRecord(
                id.toString(),
                meeting.changedAt().toEpochMilli() + "-" + meeting.status().toCode(),
                meeting.status().toCode(),
                meeting.changedAt(),
                () -> slot(meeting));
    }

    private static Slot slot(Meeting meeting) {
        var series = meeting.series();
        var schedule = new Schedule();
        schedule.setId(SCHEDULE);
        schedule.addActor(service(series.programId(), meeting.program().name()));
        schedule.setComment(series.name());
        var slot = new Slot();
        slot.addContained(schedule);
        slot.setSchedule(new Reference("#" + SCHEDULE));
        slot.addServiceType(PlaceMapping.concept("session-kind", series.kind().name()));
        slot.setStatus(meeting.status());
        slot.setStart(Date.from(meeting.occurrence().startsAt()));
        slot.setEnd(Date.from(meeting.occurrence().endsAt()));
        slot.setComment(series.name());
        return slot;
    }

    private static Reference service(UUID programId, String name) {
        return new Reference("HealthcareService/" + programId).setDisplay(name);
    }
}
