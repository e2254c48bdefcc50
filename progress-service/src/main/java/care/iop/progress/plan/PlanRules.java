package care.iop.progress.plan;

import care.iop.chassis.problem.CommonProblem;
import care.iop.chassis.problem.FieldProblem;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.episode.EpisodeFacts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a plan must be before anybody may sign it. */
@ApplicationScoped
class PlanRules {

    private static final String INTENSIVE_OUTPATIENT = "2.1";
    private static final String PARTIAL_HOSPITALIZATION = "2.5";
    private static final Set<String> OUTPATIENT = Set.of("1", "1.0", "1.5", "1.7");
    private static final int QUARTER_HOUR = 15;

    /** Scheduling's exact search counts on no more sessions for one client alone. */
    private static final int MOST_SESSIONS_ALONE = 12;

    private static final String SESSIONS = "/prescription/sessions";
    private static final String DAYS = "/prescription/daysPerWeek";

    private final PlanPolicy policy;

    PlanRules(PlanPolicy policy) {
        this.policy = policy;
    }

    /** Refuses with 422, naming every field at fault. */
    void require(PlanContent content, EpisodeFacts episode, LocalDate today) {
        var faults = Stream.of(
                        ofWords(content, today),
                        ofSessions(content.prescription()),
                        ofDose(content.prescription(), episode))
                .flatMap(List::stream)
                .toList();
        if (!faults.isEmpty()) {
            throw new ProblemException(
                    CommonProblem.INVALID_VALUE,
                    "The plan can't be kept like this; each error says what to change.",
                    faults);
        }
    }

    /** What is wrong with the prescription for the admission as it is now; empty when it fits. */
    List<FieldProblem> misfits(WeeklyPrescription prescription, EpisodeFacts episode) {
        return ofDose(prescription, episode);
    }

    /** What to think of though it is allowed. */
    Set<PlanWarning> warnings(WeeklyPrescription prescription, String levelOfCare) {
        return levelOfCare.equals(INTENSIVE_OUTPATIENT)
                        && prescription.minutesPerWeek() >= policy.partialHospitalFromMinutes()
                ? Set.of(PlanWarning.AT_PHP_THRESHOLD)
                : Set.of();
    }

    private static List<FieldProblem> ofWords(PlanContent content, LocalDate today) {
        var words = new Words(today);
        for (int p = 0; p < content.problems().size(); p++) {
            words.problem("/problems/" + p, content.problems().get(p));
        }
        return words.faults;
    }

    private static List<FieldProblem> ofSessions(WeeklyPrescription prescription) {
        var faults = new ArrayList<FieldProblem>();
        var sessions = prescription.sessions();
        for (int i = 0; i < sessions.size(); i++) {
            var entry = sessions.get(i);
            if (entry.minutes() % QUARTER_HOUR != 0) {
                faults.add(new FieldProblem(SESSIONS + "/" + i + "/minutes", "must be whole quarter hours"));
            }
            if (entry.kind().isForOneClient() && entry.timesPerWeek() > prescription.daysPerWeek()) {
                faults.add(new FieldProblem(
                        SESSIONS + "/" + i + "/timesPerWeek",
                        "must be at most once on each of the %d days".formatted(prescription.daysPerWeek())));
            }
        }
        var alone = sessions.stream()
                .filter(entry -> entry.kind().isForOneClient())
                .mapToInt(PlannedSessions::timesPerWeek)
                .sum();
        if (alone > MOST_SESSIONS_ALONE) {
            faults.add(new FieldProblem(
                    SESSIONS, "must hold at most " + MOST_SESSIONS_ALONE + " sessions a week outside groups"));
        }
        return faults;
    }

    private List<FieldProblem> ofDose(WeeklyPrescription prescription, EpisodeFacts episode) {
        var faults = new ArrayList<FieldProblem>();
        int minutes = prescription.minutesPerWeek();
        int prescribed = episode.prescribedMinutesPerWeek();
        if (minutes > prescribed) {
            faults.add(new FieldProblem(
                    SESSIONS,
                    "make %d minutes a week, and the admission allows %d; ask intake to change the dose first"
                            .formatted(minutes, prescribed)));
        }
        int least = Math.min(leastMinutes(episode.levelOfCare()), prescribed);
        int most = mostMinutes(episode.levelOfCare());
        if (minutes < least || minutes > most) {
            faults.add(new FieldProblem(
                    SESSIONS,
                    "make %d minutes a week, and level %s has %d to %d"
                            .formatted(minutes, episode.levelOfCare(), least, most)));
        }
        if (minutes > prescription.daysPerWeek() * policy.mostMinutesPerDay()) {
            faults.add(new FieldProblem(
                    DAYS, "must leave no day with more than %d minutes".formatted(policy.mostMinutesPerDay())));
        }
        if (isIntensive(episode.levelOfCare()) && prescription.daysPerWeek() < policy.intensiveFromDays()) {
            faults.add(new FieldProblem(
                    DAYS,
                    "must be at least %d at level %s".formatted(policy.intensiveFromDays(), episode.levelOfCare())));
        }
        return faults;
    }

    private static boolean isIntensive(String level) {
        return level.equals(INTENSIVE_OUTPATIENT) || level.equals(PARTIAL_HOSPITALIZATION);
    }

    private int leastMinutes(String level) {
        return switch (level) {
            case INTENSIVE_OUTPATIENT -> policy.intensiveFromMinutes();
            case PARTIAL_HOSPITALIZATION -> policy.partialHospitalFromMinutes();
            default -> 0;
        };
    }

    private int mostMinutes(String level) {
        if (level.equals(INTENSIVE_OUTPATIENT)) {
            return policy.partialHospitalFromMinutes();
        }
        return OUTPATIENT.contains(level) ? policy.intensiveFromMinutes() - 1 : Integer.MAX_VALUE;
    }

    /** Walks through problems, goals and objectives. */
    private static final class Words {

        private final LocalDate today;
        private final Set<String> keys = new HashSet<>();
        private final List<FieldProblem> faults = new ArrayList<>();

        private Words(LocalDate today) {
            this.today = today;
        }

        void problem(String pointer, PlanContent.Problem problem) {
            keyed(pointer, problem.key(), problem.statement());
            for (int g = 0; g < problem.goals().size(); g++) {
                goal(pointer + "/goals/" + g, problem.goals().get(g));
            }
        }

        private void goal(String pointer, PlanContent.Goal goal) {
            keyed(pointer, goal.key(), goal.statement());
            for (int o = 0; o < goal.objectives().size(); o++) {
                objective(pointer + "/objectives/" + o, goal.objectives().get(o));
            }
        }

        private void objective(String pointer, PlanContent.Objective objective) {
            keyed(pointer, objective.key(), objective.statement());
            if (objective.targetOn().isBefore(today)) {
                faults.add(new FieldProblem(pointer + "/targetOn", "must not be in the past"));
            }
            for (int i = 0; i < objective.interventions().size(); i++) {
                statement(
                        pointer + "/interventions/" + i,
                        objective.interventions().get(i).statement());
            }
        }

        private void keyed(String pointer, String key, PlanText statement) {
            if (!keys.add(key)) {
                faults.add(new FieldProblem(pointer + "/key", "must be used once in a plan"));
            }
            statement(pointer, statement);
        }

        private void statement(String pointer, PlanText statement) {
            if (!statement.isUsable()) {
                faults.add(new FieldProblem(
                        pointer + "/statement", "must have 1 to " + PlanText.MAX_LENGTH + " characters"));
            }
        }
    }
}
