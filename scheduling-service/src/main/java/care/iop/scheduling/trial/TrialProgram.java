package care.iop.scheduling.trial;

import care.iop.chassis.problem.FieldProblem;
import care.iop.scheduling.Faults;
import care.iop.scheduling.clinician.ClinicianPart;
import care.iop.scheduling.clinician.Credential;
import care.iop.scheduling.clinician.DailyBreak;
import care.iop.scheduling.clinician.Modality;
import care.iop.scheduling.document.ProgramDocument;
import care.iop.scheduling.enrollment.Gender;
import care.iop.scheduling.enrollment.Preferences;
import care.iop.scheduling.enrollment.TrialEnrollment;
import care.iop.scheduling.program.HolidayCalendar;
import care.iop.scheduling.program.PrescribedSessions;
import care.iop.scheduling.program.ProgramPart;
import care.iop.scheduling.program.SessionKind;
import care.iop.scheduling.program.TimeWindow;
import care.iop.scheduling.program.Track;
import care.iop.scheduling.program.TrackHours;
import care.iop.scheduling.room.RoomPart;
import care.iop.scheduling.room.RoomType;
import care.iop.scheduling.roster.engine.problem.ClinicianBreak;
import care.iop.scheduling.roster.engine.problem.RosterClient;
import care.iop.scheduling.roster.engine.problem.RosterClinician;
import care.iop.scheduling.roster.engine.problem.RosterCohort;
import care.iop.scheduling.roster.engine.problem.RosterProblem;
import care.iop.scheduling.roster.engine.problem.SessionToPlace;
import care.iop.scheduling.roster.engine.problem.WeekHours;
import care.iop.scheduling.roster.engine.problem.WeekWindow;
import care.iop.scheduling.session.GroupGender;
import care.iop.scheduling.session.OccurrenceOverride;
import care.iop.scheduling.session.SeriesPart;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An exchange document as a program of one week with its clients. The same document gives the same identifiers again. */
final class TrialProgram {

    private static final Map<String, Track> TRACKS =
            Map.of("M", Track.MORNING, "A", Track.AFTERNOON, "E", Track.EVENING);
    private static final int MINUTES_PER_DAY = 24 * 60;
    private static final int OFFICE_SEATS = 4;
    private static final int GROUP_SEATS = 13;

    private final UUID id;
    private final RosterProblem week;
    private final LocalDate monday;
    private final ZoneId zone;

    TrialProgram(UUID id, RosterProblem week, LocalDate monday, ZoneId zone) {
        this.id = id;
        this.week = week;
        this.monday = monday;
        this.zone = zone;
    }

    /** Everything but the clients; refused when a group meets twice on a day, which a series can't. */
    ProgramDocument document() {
        var faults = new ArrayList<FieldProblem>();
        var series = new ArrayList<SeriesPart>();
        for (int i = 0; i < week.cohorts().size(); i++) {
            var cohort = week.cohorts().get(i);
            if (cohort.slots().stream().map(WeekWindow::day).distinct().count()
                    < cohort.slots().size()) {
                faults.add(new FieldProblem("/cohorts/" + i + "/slots", "must be on different days"));
            } else {
                series.add(series(cohort));
            }
        }
        Faults.refuse(faults);
        return new ProgramDocument(
                ProgramDocument.FORMAT,
                program(),
                week.rooms().stream()
                        .map(room -> new RoomPart(
                                named("room", room.id()),
                                "Room " + room.id(),
                                RoomType.valueOf(room.type().name()),
                                seats(room.type()),
                                null,
                                null))
                        .sorted(Comparator.comparing(room -> room.id().toString()))
                        .toList(),
                week.clinicians().stream()
                        .map(this::clinician)
                        .sorted(Comparator.comparing(clinician -> clinician.id().toString()))
                        .toList(),
                series.stream()
                        .sorted(Comparator.comparing(part -> part.id().toString()))
                        .toList());
    }

    /** The clients, whose patients are invented with them. */
    List<TrialEnrollment> clients() {
        return week.clients().stream().map(this::client).toList();
    }

    private UUID named(String kind, String name) {
        return UUID.nameUUIDFromBytes((id + "/" + kind + "/" + name).getBytes(StandardCharsets.UTF_8));
    }

    private int seats(care.iop.scheduling.roster.engine.problem.RoomType type) {
        return switch (type) {
            case OFFICE -> OFFICE_SEATS;
            case GROUP ->
                week.cohorts().stream()
                        .mapToInt(cohort -> cohort.capacity() + 1)
                        .max()
                        .orElse(GROUP_SEATS);
        };
    }

    private ProgramPart program() {
        return new ProgramPart(
                "Trial of the week of " + monday,
                zone.getId(),
                null,
                HolidayCalendar.NONE,
                week.tracks().stream()
                        .map(track ->
                                new TrackHours(track(track.id()), time(track.startMinute()), time(track.endMinute())))
                        .toList(),
                List.of(),
                List.of(),
                List.of(group()));
    }

    /** A group's week as its candidates have it. */
    private PrescribedSessions group() {
        return week.cohorts().stream()
                .findFirst()
                .map(cohort -> new PrescribedSessions(
                        SessionKind.GROUP,
                        cohort.slots().get(0).minutes(),
                        cohort.slots().size()))
                .orElseGet(() -> new PrescribedSessions(SessionKind.GROUP, 180, 3));
    }

    private ClinicianPart clinician(RosterClinician clinician) {
        return new ClinicianPart(
                named("clinician", clinician.id()),
                "Clinician " + clinician.id(),
                clinician.credentials().stream()
                        .map(TrialProgram::credential)
                        .sorted()
                        .toList(),
                clinician.modalities().stream()
                        .map(TrialProgram::modality)
                        .sorted()
                        .toList(),
                windows(clinician.availability()),
                List.of(),
                clinician.maxMinutes(),
                Math.min(clinician.maxMinutes(), clinician.targetMinutes()),
                List.of(),
                List.of(),
                null,
                null,
                dailyBreak(clinician.pause()),
                List.of());
    }

    private static @Nullable DailyBreak dailyBreak(@Nullable ClinicianBreak pause) {
        return pause == null
                ? null
                : new DailyBreak(
                        LocalTime.ofSecondOfDay(pause.fromMinute() * 60L),
                        LocalTime.ofSecondOfDay(pause.untilMinute() * 60L),
                        pause.minutes());
    }

    private SeriesPart series(RosterCohort cohort) {
        var first = cohort.slots().get(0);
        return new SeriesPart(
                named("cohort", cohort.id()),
                "Group " + cohort.id(),
                SessionKind.GROUP,
                "FREQ=WEEKLY;BYDAY="
                        + cohort.slots().stream()
                                .map(slot -> slot.day().name().substring(0, 2))
                                .collect(Collectors.joining(","))
                        + ";UNTIL=" + monday.plusDays(6).format(DateTimeFormatter.BASIC_ISO_DATE),
                monday,
                first.startTime(),
                first.minutes(),
                track(cohort.trackId()),
                cohort.capacity(),
                cohort.minSize(),
                switch (cohort.gender()) {
                    case ANY -> GroupGender.ANY;
                    case FEMALE -> GroupGender.F;
                    case MALE -> GroupGender.M;
                },
                cohort.traumaTrack(),
                modality(cohort.modality()),
                cohort.tele(),
                clinicianOrNull(cohort.facilitatorId()),
                null,
                null,
                null,
                List.of(),
                cohort.slots().stream()
                        .filter(slot -> slot.startMinute() != first.startMinute() || slot.minutes() != first.minutes())
                        .map(slot -> new OccurrenceOverride(
                                monday.plusDays(slot.day().getValue() - 1L),
                                null,
                                slot.startTime(),
                                slot.minutes(),
                                null,
                                null,
                                null))
                        .toList(),
                List.of(),
                null,
                null);
    }

    private TrialEnrollment client(RosterClient client) {
        var sessions = new ArrayList<PrescribedSessions>();
        if (client.needsGroup()) {
            sessions.add(group());
        }
        var alone = new LinkedHashMap<SessionToPlace, Integer>();
        for (var session : client.sessions()) {
            alone.merge(new SessionToPlace("", session.kind(), session.minutes()), 1, Integer::sum);
        }
        alone.forEach((session, times) -> sessions.add(
                new PrescribedSessions(SessionKind.valueOf(session.kind().name()), session.minutes(), times)));
        return new TrialEnrollment(
                named("client", client.id()),
                named("patient", client.id()),
                id,
                monday,
                sessions,
                windows(client.availability()),
                preferences(client));
    }

    private Preferences preferences(RosterClient client) {
        var wishes = client.preferences();
        return new Preferences(
                wishes.trackId() == null ? null : track(wishes.trackId()),
                wishes.modality() == null ? null : modality(wishes.modality()),
                switch (client.gender()) {
                    case FEMALE -> Gender.F;
                    case MALE -> Gender.M;
                    case OTHER -> Gender.X;
                },
                wishes.ownGenderGroup(),
                client.trauma(),
                client.teleOnly(),
                client.telehealth(),
                client.priority(),
                wishes.targetDays(),
                client.limits().maxDays(),
                client.limits().maxDayMinutes(),
                clinicianOrNull(client.primaryTherapistId()),
                client.careTeam().stream()
                        .map(member -> named("clinician", member))
                        .collect(Collectors.toSet()),
                client.noContact().stream().map(other -> named("client", other)).collect(Collectors.toSet()),
                Set.of(),
                null);
    }

    private @Nullable UUID clinicianOrNull(@Nullable String clinician) {
        return clinician == null ? null : named("clinician", clinician);
    }

    private static List<TimeWindow> windows(WeekHours hours) {
        return hours.windows().stream()
                .map(window -> new TimeWindow(window.day(), window.startTime(), time(window.endMinute())))
                .toList();
    }

    private static LocalTime time(int minute) {
        return minute == MINUTES_PER_DAY ? LocalTime.MIDNIGHT : LocalTime.ofSecondOfDay(minute * 60L);
    }

    private static Track track(String letter) {
        var track = TRACKS.get(letter);
        if (track == null) {
            throw new IllegalArgumentException("an exchange document has the tracks M, A and E, not " + letter);
        }
        return track;
    }

    private static Credential credential(care.iop.scheduling.roster.engine.problem.Credential credential) {
        return switch (credential) {
            case THERAPIST -> Credential.THERAPIST;
            case GROUP -> Credential.GROUP;
            case FAMILY -> Credential.FAMILY;
            case VOCATIONAL -> Credential.VOC;
            case MEDICATION -> Credential.MED;
        };
    }

    private static Modality modality(care.iop.scheduling.roster.engine.problem.Modality modality) {
        return switch (modality) {
            case CBT -> Modality.CBT;
            case MI -> Modality.MI;
            case DBT -> Modality.DBT;
            case TRAUMA_INFORMED -> Modality.TRAUMA;
        };
    }
}
