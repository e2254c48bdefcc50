package care.iop.scheduling.roster.engine.problem;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A client for tests: comes in person, any day from 08:00 to 21:00, and has no wishes unless told otherwise. */
public final class ClientDraft {

    private final String id;
    private int priority = 1;
    private Gender gender = Gender.FEMALE;
    private boolean trauma;
    private boolean teleOnly;
    private boolean telehealth;
    private boolean needsGroup = true;
    private @Nullable String track;
    private @Nullable Modality modality;
    private boolean ownGenderGroup;
    private int targetDays = 3;
    private int maxDays = 5;
    private int maxDayMinutes = 300;
    private WeeklyBand band = new WeeklyBand(0, WeeklyBand.PHP_THRESHOLD_MINUTES);
    private @Nullable String primary = "T1";
    private Set<String> careTeam = Set.of("T1", "T2");
    private WeekHours availability = SampleWeek.allWeek();
    private final List<SessionToPlace> sessions = new ArrayList<>();
    private final Set<String> noContact = new HashSet<>();
    private int authorizedMinutes = WeekLimits.NOT_LIMITED;
    private int authorizedDays = 7;
    private int weekendCheckInMinutes;
    private CurriculumNeed curriculum = CurriculumNeed.NONE;
    private Set<String> languages = Set.of();

    ClientDraft(String id) {
        this.id = id;
    }

    public ClientDraft priority(int value) {
        priority = value;
        return this;
    }

    public ClientDraft gender(Gender value) {
        gender = value;
        return this;
    }

    public ClientDraft trauma() {
        trauma = true;
        return this;
    }

    public ClientDraft teleOnly() {
        teleOnly = true;
        return this;
    }

    public ClientDraft telehealth() {
        telehealth = true;
        return this;
    }

    public ClientDraft withoutGroup() {
        needsGroup = false;
        return this;
    }

    public ClientDraft prefers(String trackId) {
        track = trackId;
        return this;
    }

    public ClientDraft prefers(Modality value) {
        modality = value;
        return this;
    }

    public ClientDraft prefersOwnGender() {
        ownGenderGroup = true;
        return this;
    }

    public ClientDraft targetDays(int value) {
        targetDays = value;
        return this;
    }

    public ClientDraft maxDays(int value) {
        maxDays = value;
        return this;
    }

    public ClientDraft maxDayMinutes(int value) {
        maxDayMinutes = value;
        return this;
    }

    public ClientDraft band(int minMinutes, int maxMinutes) {
        band = new WeeklyBand(minMinutes, maxMinutes);
        return this;
    }

    public ClientDraft primary(@Nullable String clinician) {
        primary = clinician;
        return this;
    }

    public ClientDraft careTeam(String... clinicians) {
        careTeam = Set.of(clinicians);
        return this;
    }

    public ClientDraft available(String... windows) {
        availability = new WeekHours(Stream.of(windows).map(SampleWeek::window).toList());
        return this;
    }

    public ClientDraft session(String sessionId, SessionKind kind, int minutes) {
        sessions.add(new SessionToPlace(sessionId, kind, minutes));
        return this;
    }

    public ClientDraft individual(String sessionId) {
        return session(sessionId, SessionKind.INDIVIDUAL, 60);
    }

    public ClientDraft mustNotMeet(String other) {
        noContact.add(other);
        return this;
    }

    public ClientDraft authorizedDays(int days) {
        authorizedDays = days;
        return this;
    }

    public ClientDraft authorized(int minutes) {
        authorizedMinutes = minutes;
        return this;
    }

    public ClientDraft weekendCheckIn(int minutes) {
        weekendCheckInMinutes = minutes;
        return this;
    }

    public ClientDraft needs(int weeksLeft, String... modules) {
        curriculum = new CurriculumNeed(Set.of(modules), weeksLeft);
        return this;
    }

    public ClientDraft speaks(String... values) {
        languages = Set.of(values);
        return this;
    }

    RosterClient client() {
        return new RosterClient(
                id,
                priority,
                gender,
                trauma,
                teleOnly,
                telehealth,
                needsGroup,
                new Preferences(track, modality, ownGenderGroup, targetDays),
                new WeekLimits(maxDays, maxDayMinutes, band, authorizedMinutes, authorizedDays, weekendCheckInMinutes),
                primary,
                careTeam,
                availability,
                sessions,
                noContact,
                curriculum,
                languages);
    }
}
