package care.iop.scheduling.roster.engine.problem;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A small program and its roster for tests. There are clinicians T1 and T2, cohort G1, client C1, group rooms R1 and R2,
 * offices O1 and O2, and a morning, an afternoon and an evening track; whoever else is named first is added.
 */
public final class SampleWeek {

    private final Map<String, ClientDraft> clients = new LinkedHashMap<>();
    private final Map<String, ClinicianDraft> clinicians = new LinkedHashMap<>();
    private final Map<String, CohortDraft> cohorts = new LinkedHashMap<>();
    private final List<RosterRoom> rooms = new ArrayList<>();
    private final Map<String, String> cohortByClient = new HashMap<>();
    private final Map<String, String> facilitatorByCohort = new HashMap<>();
    private final Map<String, List<String>> roomsByCohort = new HashMap<>();
    private final Map<String, PlacedSession> sessions = new HashMap<>();
    private int startStepMinutes = 15;
    private @Nullable PublishedWeek published;

    public SampleWeek() {
        clinician("T1", t -> {});
        clinician("T2", t -> {});
        cohort("G1", g -> {});
        client("C1", c -> {});
        room("R1", RoomType.GROUP).room("R2", RoomType.GROUP);
        room("O1", RoomType.OFFICE).room("O2", RoomType.OFFICE);
    }

    /** A window such as {@code Mon 09:00-12:00}. */
    public static WeekWindow window(String text) {
        DayOfWeek day = Stream.of(DayOfWeek.values())
                .filter(d -> d.name().startsWith(text.substring(0, 3).toUpperCase(Locale.ROOT)))
                .findAny()
                .orElseThrow();
        return WeekWindow.of(day, LocalTime.parse(text.substring(4, 9)), LocalTime.parse(text.substring(10)));
    }

    static WeekHours allWeek() {
        return new WeekHours(Stream.of(DayOfWeek.values())
                .map(day -> WeekWindow.of(day, LocalTime.of(8, 0), LocalTime.of(21, 0)))
                .toList());
    }

    public SampleWeek client(String id, Consumer<ClientDraft> change) {
        change.accept(clients.computeIfAbsent(id, ClientDraft::new));
        return this;
    }

    public SampleWeek clinician(String id, Consumer<ClinicianDraft> change) {
        change.accept(clinicians.computeIfAbsent(id, ClinicianDraft::new));
        return this;
    }

    public SampleWeek cohort(String id, Consumer<CohortDraft> change) {
        change.accept(cohorts.computeIfAbsent(id, CohortDraft::new));
        return this;
    }

    public SampleWeek noClients() {
        clients.clear();
        return this;
    }

    public SampleWeek noCohorts() {
        cohorts.clear();
        return this;
    }

    public SampleWeek room(String id, RoomType type) {
        rooms.add(new RosterRoom(id, type));
        return this;
    }

    public SampleWeek noRooms(RoomType type) {
        rooms.removeIf(room -> room.type() == type);
        return this;
    }

    public SampleWeek startEvery(int minutes) {
        startStepMinutes = minutes;
        return this;
    }

    public SampleWeek seat(String client, String cohort) {
        cohortByClient.put(client, cohort);
        return this;
    }

    /** Lets a clinician lead a cohort, always in room R1. */
    public SampleWeek lead(String cohort, String clinician) {
        return lead(cohort, clinician, "R1");
    }

    /** Lets a clinician lead a cohort in one room for all its blocks, or in none. */
    public SampleWeek lead(String cohort, String clinician, @Nullable String room) {
        facilitatorByCohort.put(cohort, clinician);
        if (room != null) {
            int blocks = draft(cohort).slots().size();
            roomsByCohort.put(cohort, Collections.nCopies(blocks, room));
        }
        return this;
    }

    private RosterCohort draft(String cohort) {
        return cohorts.computeIfAbsent(cohort, CohortDraft::new).cohort();
    }

    /** Places a session in office O1. */
    public SampleWeek place(String session, String clinician, String window) {
        return place(session, clinician, window, "O1");
    }

    public SampleWeek place(String session, String clinician, String window, @Nullable String room) {
        sessions.put(session, new PlacedSession(session, clinician, window(window), room));
        return this;
    }

    /** Publishes the roster as it is now; nothing is within the notice. */
    public SampleWeek publish() {
        return publish(0);
    }

    /** Publishes the roster as it is now; what begins in the first so many hours of the week is within the notice. */
    public SampleWeek publish(int noticeHours) {
        published = new PublishedWeek(roster(), noticeHours * 60);
        return this;
    }

    /** Takes a session or a seat away. */
    public SampleWeek without(String sessionOrClient) {
        sessions.remove(sessionOrClient);
        cohortByClient.remove(sessionOrClient);
        return this;
    }

    public RosterProblem problem() {
        return new RosterProblem(
                startStepMinutes,
                List.of(
                        new RosterTrack("MORNING", 8 * 60, 13 * 60),
                        new RosterTrack("AFTERNOON", 12 * 60, 17 * 60),
                        new RosterTrack("EVENING", 16 * 60, 21 * 60)),
                clinicians.values().stream().map(ClinicianDraft::clinician).toList(),
                rooms,
                cohorts.values().stream().map(CohortDraft::cohort).toList(),
                clients.values().stream().map(ClientDraft::client).toList(),
                Weights.DEFAULT,
                published);
    }

    public Roster roster() {
        return Roster.of(cohortByClient, facilitatorByCohort, roomsByCohort, sessions);
    }
}
