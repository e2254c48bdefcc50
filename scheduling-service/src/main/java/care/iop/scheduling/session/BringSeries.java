package care.iop.scheduling.session;

import care.iop.chassis.problem.FieldProblem;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.Faults;
import care.iop.scheduling.SchedulingProblem;
import care.iop.scheduling.clinician.ClinicianPart;
import care.iop.scheduling.program.Program;
import care.iop.scheduling.room.RoomPart;
import care.iop.scheduling.session.FollowSeries.Manner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Brings the series of a program to what a document says: those that it has and no others. What is scheduled follows, or stands against it. */
@ApplicationScoped
public class BringSeries {

    private final AllSessionSeries allSeries;
    private final Sessions sessions;
    private final FollowSeries followSeries;
    private final Clock clock;

    BringSeries(AllSessionSeries allSeries, Sessions sessions, FollowSeries followSeries, Clock clock) {
        this.allSeries = allSeries;
        this.sessions = sessions;
        this.followSeries = followSeries;
        this.clock = clock;
    }

    /** What the document says of a program's series, in order of identifier. */
    public List<SeriesPart> partsOf(UUID programId) {
        return allSeries.ofProgram(programId).stream()
                .map(SessionSeries::view)
                .map(view -> new SeriesPart(
                        view.id(),
                        view.name(),
                        view.kind(),
                        view.rrule(),
                        view.startsOn(),
                        view.localStart(),
                        view.durationMinutes(),
                        view.track(),
                        view.capacity(),
                        view.minimumSize(),
                        view.gender(),
                        view.trauma(),
                        view.modality(),
                        view.tele(),
                        view.facilitatorId(),
                        view.roomId(),
                        view.siteId(),
                        view.language(),
                        view.exdates(),
                        view.overrides(),
                        view.substitutions(),
                        view.curriculum(),
                        view.continuesId()))
                .toList();
    }

    /** Whom and what series may name: what is in the same document. */
    private record Named(Set<UUID> clinicians, List<RoomPart> rooms, Set<UUID> series) {

        void requireClinician(String pointer, @Nullable UUID id, List<FieldProblem> faults) {
            if (id != null && !clinicians.contains(id)) {
                faults.add(new FieldProblem(pointer, "must be a clinician of this document"));
            }
        }

        void requireRoom(String pointer, @Nullable UUID id, @Nullable UUID siteId, List<FieldProblem> faults) {
            if (id != null
                    && rooms.stream()
                            .noneMatch(room -> room.id().equals(id) && Objects.equals(room.siteId(), siteId))) {
                faults.add(new FieldProblem(pointer, "must be a room of this document at the series' site"));
            }
        }
    }

    /** Adds and revises series; what is wrong with one is gathered below {@code /series}. */
    @Transactional(TxType.MANDATORY)
    public void bring(
            Program program,
            List<SeriesPart> parts,
            List<ClinicianPart> clinicians,
            List<RoomPart> rooms,
            List<FieldProblem> faults) {
        var named = new Named(
                clinicians.stream().map(ClinicianPart::id).collect(Collectors.toSet()),
                rooms,
                parts.stream().map(SeriesPart::id).collect(Collectors.toSet()));
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            var pointer = "/series/" + i;
            var known = Optional.ofNullable(allSeries.findById(part.id()));
            if (known.filter(series -> !series.programId().equals(program.id())).isPresent()) {
                faults.add(new FieldProblem(pointer + "/id", "must not be a series of another program"));
                continue;
            }
            requireNamed(part, named, pointer, faults);
            // Every part is looked at, also one of a series that is there; nothing is written beside a fault.
            Faults.collectBelow(pointer, faults, () -> {
                var wanted = complete(new SessionSeries(part.id(), part.request(program.id()), program), part, program);
                if (known.isEmpty() && faults.isEmpty()) {
                    allSeries.persist(wanted);
                }
            });
            if (known.isPresent() && faults.isEmpty()) {
                revise(known.get(), part, program, pointer, faults);
            }
        }
    }

    private void revise(
            SessionSeries series, SeriesPart part, Program program, String pointer, List<FieldProblem> faults) {
        var before = followSeries.before(series, program);
        var found = faults.size();
        if (series.wouldMeetOtherwise(part.request(program.id())) && sessions.haveBegun(series.id(), clock.instant())) {
            throw new ProblemException(
                    SchedulingProblem.SERIES_HAS_HISTORY,
                    "Nothing was imported: a series that has met keeps its times.",
                    List.of(new FieldProblem(pointer, "end it in the document and add another that goes on")));
        }
        Faults.collectBelow(pointer, faults, () -> {
            series.forgetExceptions();
            series.revise(part.request(program.id()), program);
            complete(series, part, program);
        });
        if (faults.size() == found) {
            followSeries.follow(before, List.of(series), program, new Manner(BookedMeetings.REFUSE, false, true));
        }
    }

    private static SessionSeries complete(SessionSeries series, SeriesPart part, Program program) {
        series.take(part.overrides(), part.substitutions(), part.curriculum(), part.continuesId(), program);
        return series;
    }

    private static void requireNamed(SeriesPart part, Named named, String pointer, List<FieldProblem> faults) {
        named.requireClinician(pointer + "/facilitatorId", part.facilitatorId(), faults);
        named.requireRoom(pointer + "/roomId", part.roomId(), part.siteId(), faults);
        for (int i = 0; i < part.overrides().size(); i++) {
            var override = part.overrides().get(i);
            named.requireClinician(pointer + "/overrides/" + i + "/facilitatorId", override.facilitatorId(), faults);
            named.requireRoom(pointer + "/overrides/" + i + "/roomId", override.roomId(), part.siteId(), faults);
        }
        for (int i = 0; i < part.substitutions().size(); i++) {
            named.requireClinician(
                    pointer + "/substitutions/" + i + "/facilitatorId",
                    part.substitutions().get(i).facilitatorId(),
                    faults);
        }
        if (part.continuesId() != null && !named.series().contains(part.continuesId())) {
            faults.add(new FieldProblem(pointer + "/continuesId", "must be a series of this document"));
        }
    }

    /** The series that the document leaves out and that have scheduled sessions, past ones too: they can't be removed. */
    @Transactional(TxType.MANDATORY)
    public List<UUID> removeOthers(UUID programId, List<SeriesPart> parts) {
        var kept = parts.stream().map(SeriesPart::id).collect(Collectors.toSet());
        var others = allSeries.ofProgram(programId).stream()
                .filter(series -> !kept.contains(series.id()))
                .toList();
        var inUse = others.stream()
                .map(SessionSeries::id)
                .filter(id -> sessions.count("seriesId", id) > 0)
                .toList();
        if (inUse.isEmpty()) {
            others.forEach(allSeries::delete);
            allSeries.flush();
        }
        return inUse;
    }
}
