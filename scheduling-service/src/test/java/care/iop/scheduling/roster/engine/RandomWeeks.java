package care.iop.scheduling.roster.engine;

import care.iop.scheduling.roster.engine.problem.ClientDraft;
import care.iop.scheduling.roster.engine.problem.ClinicianDraft;
import care.iop.scheduling.roster.engine.problem.CohortDraft;
import care.iop.scheduling.roster.engine.problem.Credential;
import care.iop.scheduling.roster.engine.problem.Gender;
import care.iop.scheduling.roster.engine.problem.GroupGender;
import care.iop.scheduling.roster.engine.problem.Modality;
import care.iop.scheduling.roster.engine.problem.RoomType;
import care.iop.scheduling.roster.engine.problem.RosterClinician;
import care.iop.scheduling.roster.engine.problem.RosterProblem;
import care.iop.scheduling.roster.engine.problem.SampleWeek;
import care.iop.scheduling.roster.engine.problem.SessionKind;
import care.iop.scheduling.roster.engine.problem.WeekHours;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Programs drawn at random in which every rule of the catalogue has something to say; many can't place everyone. */
public final class RandomWeeks {

    private static final List<String> TRACKS = List.of("MORNING", "AFTERNOON", "EVENING");

    private final SplittableRandom random;
    private boolean everyRule;
    private int fixedPercent = 30;

    private RandomWeeks(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** A program with quarter-hour steps and this many clients. */
    public static RosterProblem program(long seed, int clients) {
        return new RandomWeeks(seed).draw(clients, 15, 13, 5, 3);
    }

    /** A program with breaks, authorizations, weekend check-ins and a curriculum, too. */
    static RosterProblem programWithEveryRule(long seed, int clients) {
        RandomWeeks weeks = new RandomWeeks(seed);
        weeks.everyRule = true;
        return weeks.draw(clients, 15, 13, 6, 3);
    }

    /** The same for a program whose weeks can all be tried. */
    static RosterProblem tinyProgramWithEveryRule(long seed) {
        RandomWeeks weeks = new RandomWeeks(seed);
        weeks.everyRule = true;
        return weeks.draw(4, 60, 4, 3, 2);
    }

    /** The program after one clinician works less, one room is lost and one client has other hours. */
    static RosterProblem disturbed(long seed, RosterProblem problem) {
        SplittableRandom random = new SplittableRandom(seed);
        List<RosterClinician> clinicians = new ArrayList<>(problem.clinicians());
        int n = random.nextInt(clinicians.size());
        RosterClinician away = clinicians.get(n);
        clinicians.set(
                n,
                new RosterClinician(
                        away.id(),
                        away.credentials(),
                        away.modalities(),
                        new WeekHours(away.availability().windows().stream()
                                .filter(window -> random.nextBoolean())
                                .toList()),
                        away.maxMinutes(),
                        away.targetMinutes(),
                        away.pause(),
                        away.engaged()));
        return new RosterProblem(
                problem.startStepMinutes(),
                problem.tracks(),
                clinicians,
                problem.rooms().subList(0, problem.rooms().size() - 1),
                problem.cohorts(),
                problem.clients(),
                problem.weights(),
                problem.published());
    }

    /** A program for which the best roster can be proven within seconds: whole hours, six clients, no fixed facilitators. */
    static RosterProblem smallProgram(long seed) {
        RandomWeeks weeks = new RandomWeeks(seed);
        weeks.fixedPercent = 0;
        return weeks.draw(6, 60, 6, 4, 2);
    }

    /** A program so small that one client's weeks can all be tried: whole hours, short days, few sessions. */
    static RosterProblem tinyProgram(long seed) {
        return new RandomWeeks(seed).draw(4, 60, 4, 3, 2);
    }

    private RosterProblem draw(int clients, int step, int dayHours, int days, int mostSessions) {
        SampleWeek week = new SampleWeek().startEvery(step).noRooms(RoomType.OFFICE);
        for (int i = 0; i < 1 + clients / 10; i++) {
            week.room("O" + i, RoomType.OFFICE);
        }
        int clinicians = 2 + clients / 6;
        for (int n = 1; n <= clinicians; n++) {
            week.clinician("T" + n, t -> clinician(t, dayHours, days));
        }
        for (int g = 1; g <= 1 + clients / 4; g++) {
            week.cohort("G" + g, c -> cohort(c, dayHours, days, clinicians));
        }
        for (int c = 1; c <= clients; c++) {
            String id = "C" + c;
            week.client(id, draft -> client(draft, id, step, dayHours, days, mostSessions, clinicians, clients));
        }
        return week.problem();
    }

    private void clinician(ClinicianDraft clinician, int dayHours, int days) {
        if (chance(50)) {
            clinician.credentials(Credential.THERAPIST, Credential.GROUP);
        }
        if (chance(50)) {
            clinician.modalities(Modality.CBT, chance(50) ? Modality.DBT : Modality.TRAUMA_INFORMED);
        }
        clinician.works(windows(dayHours, days));
        if (everyRule && chance(60)) {
            int from = 8 + between(0, dayHours / 2);
            clinician.pause(from, from + between(1, 2), dayHours > 4 ? 45 : 60);
        }
        int maxHours = dayHours * days / 2;
        clinician.maxMinutes(maxHours * 60 + between(0, 3) * 15).targetMinutes(maxHours * 30 + between(-100, 100));
    }

    private void cohort(CohortDraft cohort, int dayHours, int days, int clinicians) {
        int length = dayHours > 4 ? 3 : 2;
        int start = between(8, 8 + dayHours - length);
        List<String> blocks = new ArrayList<>();
        for (int day = between(0, 1); day < days && blocks.size() < 3; day += between(1, 2)) {
            blocks.add(window(day, start * 60, (start + length) * 60));
        }
        cohort.meets(blocks.toArray(String[]::new))
                .track(TRACKS.get(between(0, 2)))
                .capacity(between(1, 6))
                .gender(chance(70) ? GroupGender.ANY : GroupGender.FEMALE)
                .modality(chance(70) ? Modality.CBT : Modality.DBT);
        if (chance(50)) {
            cohort.minSize(1);
        }
        if (chance(15)) {
            cohort.traumaTrack();
        }
        if (chance(15)) {
            cohort.tele();
        }
        if (everyRule) {
            cohort.teaches("M" + between(1, 3), "M" + between(1, 3));
        }
        if (chance(fixedPercent)) {
            cohort.facilitator("T" + between(1, clinicians));
        }
    }

    private void client(
            ClientDraft client,
            String id,
            int step,
            int dayHours,
            int days,
            int mostSessions,
            int clinicians,
            int clients) {
        client.available(windows(dayHours, days))
                .priority(between(1, 3))
                .gender(chance(50) ? Gender.FEMALE : Gender.MALE)
                .primary("T" + between(1, clinicians))
                .careTeam(IntStream.rangeClosed(1, clinicians)
                        .filter(n -> chance(60))
                        .mapToObj(n -> "T" + n)
                        .toArray(String[]::new))
                .targetDays(between(1, 5))
                .maxDays(between(2, 5))
                .maxDayMinutes(between(2, 5) * 60)
                .band(between(0, 4) * 60, between(6, 14) * 60);
        if (chance(50)) {
            client.prefers(TRACKS.get(between(0, 2))).prefers(Modality.DBT);
        }
        if (chance(20)) {
            client.prefersOwnGender();
        }
        if (chance(20)) {
            client.trauma();
        }
        if (chance(15)) {
            client.teleOnly();
        }
        if (chance(20)) {
            client.telehealth();
        }
        if (chance(15)) {
            client.withoutGroup();
        }
        if (chance(20)) {
            client.mustNotMeet("C" + between(1, clients));
        }
        if (everyRule) {
            client.authorized(between(3, 14) * 60)
                    .weekendCheckIn(60 * between(0, 1))
                    .needs(between(0, 3), "M1", "M3");
        }
        SessionKind[] kinds = SessionKind.values();
        int sessions = between(1, mostSessions);
        for (int s = 0; s < sessions; s++) {
            SessionKind kind = chance(50) ? SessionKind.INDIVIDUAL : kinds[between(0, kinds.length - 1)];
            int minutes = step == 60 ? 60 * between(1, 2) : 15 * between(2, 7);
            client.session(id + "." + s, kind, minutes);
        }
    }

    private String[] windows(int dayHours, int days) {
        return IntStream.range(0, days)
                .filter(day -> chance(85))
                .mapToObj(day -> {
                    int start = 8 + between(0, dayHours / 4);
                    int end = 8 + dayHours - between(0, dayHours / 4);
                    return window(day, start * 60, end * 60);
                })
                .toArray(String[]::new);
    }

    private static String window(int day, int start, int end) {
        return "%s %02d:%02d-%02d:%02d"
                .formatted(DayOfWeek.of(day + 1).name().substring(0, 3), start / 60, start % 60, end / 60, end % 60);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }
}
