package care.iop.scheduling.session;

import care.iop.chassis.http.IfMatch;
import care.iop.chassis.id.Ids;
import care.iop.chassis.problem.FieldProblem;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.Faults;
import care.iop.scheduling.SchedulingProblem;
import care.iop.scheduling.clinician.Clinicians;
import care.iop.scheduling.program.Program;
import care.iop.scheduling.program.Programs;
import care.iop.scheduling.room.Rooms;
import care.iop.scheduling.session.FollowSeries.Manner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Changes a series as a whole, from a day on, for a while or for one meeting; what is scheduled follows, or the change is refused. */
@ApplicationScoped
class ChangeSeries {

    private final AllSessionSeries allSeries;
    private final Sessions sessions;
    private final Programs programs;
    private final Clinicians clinicians;
    private final Rooms rooms;
    private final FollowSeries followSeries;
    private final Ids ids;
    private final Clock clock;

    ChangeSeries(
            AllSessionSeries allSeries,
            Sessions sessions,
            Programs programs,
            Clinicians clinicians,
            Rooms rooms,
            FollowSeries followSeries,
            Ids ids,
            Clock clock) {
        this.allSeries = allSeries;
        this.sessions = sessions;
        this.programs = programs;
        this.clinicians = clinicians;
        this.rooms = rooms;
        this.followSeries = followSeries;
        this.ids = ids;
        this.clock = clock;
    }

    /** Which version the caller has read, and how bookings are dealt with. */
    record Terms(@Nullable String ifMatch, BookedMeetings booked, boolean forced) {}

    /** Adds a series to a program. */
    @Transactional
    SessionSeries add(SessionSeriesRequest request) {
        var program = programs.requireNamed("/programId", request.programId());
        var series = new SessionSeries(ids.next(), request, program);
        requireNamed(request, program);
        allSeries.persistAndFlush(series);
        return series;
    }

    /** Replaces what the series is for all meetings. One that has met keeps its times: those are changed from a day on. */
    @Transactional
    SessionSeries revise(UUID id, SessionSeriesRequest request, Terms terms) {
        return change(id, terms, true, (series, program) -> {
            if (series.wouldMeetOtherwise(request) && sessions.haveBegun(id, clock.instant())) {
                throw new ProblemException(
                        SchedulingProblem.SERIES_HAS_HISTORY,
                        "It has met already, and what was stays true. Change it from a day on with POST …/split.");
            }
            series.revise(request, program);
            requireNamed(request, program);
        });
    }

    /** Has one meeting otherwise, or leaves it out. */
    @Transactional
    SessionSeries changeOccurrence(UUID id, LocalDate originalOn, OccurrenceChangeRequest request, Terms terms) {
        return change(id, terms, false, (series, program) -> {
            if (request.cancelled()) {
                if (!request.saysNothingElse()) {
                    throw ProblemException.invalid("/cancelled", "must come alone");
                }
                series.leaveOut(originalOn);
                return;
            }
            var faults = new ArrayList<FieldProblem>();
            requireClinician("/facilitatorId", request.facilitatorId(), program, faults);
            requireRoom("/roomId", request.roomId(), series.siteId().orElse(null), program, faults);
            Faults.refuse(faults);
            series.override(request.of(originalOn), program);
        });
    }

    /** Has one meeting as the series has it again. */
    @Transactional
    SessionSeries restoreOccurrence(UUID id, LocalDate originalOn, Terms terms) {
        return change(id, terms, false, (series, program) -> series.restore(originalOn));
    }

    /** Has somebody else lead the meetings of a stretch of days. */
    @Transactional
    SessionSeries substitute(UUID id, Substitution request, Terms terms) {
        return change(id, terms, false, (series, program) -> {
            clinicians.requireNamed("/facilitatorId", request.facilitatorId(), program.id());
            series.substitute(request);
        });
    }

    /** Takes a substitution back. */
    @Transactional
    SessionSeries withdrawSubstitution(UUID id, LocalDate firstOn, Terms terms) {
        return change(id, terms, false, (series, program) -> series.withdrawSubstitution(firstOn));
    }

    /** Teaches something else from now on. */
    @Transactional
    SessionSeries teach(UUID id, @Nullable Curriculum curriculum, Terms terms) {
        return change(id, terms, false, (series, program) -> series.teach(curriculum));
    }

    /** Ends the series with a day. */
    @Transactional
    SessionSeries end(UUID id, LocalDate lastOn, Terms terms) {
        return change(id, terms, false, (series, program) -> series.end(lastOn));
    }

    /**
     * Ends the series and goes on as another from the request's {@code startsOn}: "this and following". Scheduled meetings
     * from there on become the new series', with their bookings.
     */
    @Transactional
    SessionSeries split(UUID id, SessionSeriesRequest request, Terms terms) {
        var series = allSeries.requireLocked(id);
        IfMatch.require(terms.ifMatch(), series.version());
        var program = programs.requireLocked(series.programId());
        var from = request.startsOn();
        if (!from.isAfter(
                LocalDate.now(clock.withZone(program.zone(series.siteId().orElse(null)))))) {
            throw ProblemException.invalid("/startsOn", "must be after today: what has been stays true");
        }
        var before = followSeries.before(series, program);
        var following = series.split(ids.next(), from, request, program);
        requireNamed(request, program);
        allSeries.persistAndFlush(following);
        followSeries.follow(before, List.of(series, following), program, manner(terms, true));
        allSeries.flush();
        return following;
    }

    private SessionSeries change(UUID id, Terms terms, boolean reassigns, BiConsumer<SessionSeries, Program> change) {
        var series = allSeries.requireLocked(id);
        IfMatch.require(terms.ifMatch(), series.version());
        // Meetings are scheduled under the same lock, so that none comes between.
        var program = programs.requireLocked(series.programId());
        var before = followSeries.before(series, program);
        change.accept(series, program);
        followSeries.follow(before, List.of(series), program, manner(terms, reassigns));
        allSeries.flush();
        return series;
    }

    private static Manner manner(Terms terms, boolean reassigns) {
        return new Manner(terms.booked(), terms.forced(), reassigns);
    }

    private void requireNamed(SessionSeriesRequest request, Program program) {
        var faults = new ArrayList<FieldProblem>();
        requireClinician("/facilitatorId", request.facilitatorId(), program, faults);
        requireRoom("/roomId", request.roomId(), request.siteId(), program, faults);
        Faults.refuse(faults);
    }

    private void requireClinician(
            String pointer, @Nullable UUID clinician, Program program, List<FieldProblem> faults) {
        if (clinician != null) {
            Faults.collect(faults, () -> clinicians.requireNamed(pointer, clinician, program.id()));
        }
    }

    private void requireRoom(
            String pointer, @Nullable UUID room, @Nullable UUID site, Program program, List<FieldProblem> faults) {
        if (room != null) {
            Faults.collect(faults, () -> {
                if (!rooms.requireNamed(pointer, room, program.id()).siteId().equals(Optional.ofNullable(site))) {
                    throw ProblemException.invalid(pointer, "must be a room of the series' site");
                }
            });
        }
    }
}
