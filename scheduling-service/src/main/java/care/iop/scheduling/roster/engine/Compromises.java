package care.iop.scheduling.roster.engine;

import care.iop.scheduling.roster.engine.constraint.Rule;
import care.iop.scheduling.roster.engine.problem.GroupGender;
import care.iop.scheduling.roster.engine.problem.Modality;
import care.iop.scheduling.roster.engine.problem.Preferences;
import care.iop.scheduling.roster.engine.problem.RosterCohort;
import care.iop.scheduling.roster.engine.problem.SessionKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Says for each wish that a week does not meet why, and what would be nearest, given everybody else's week. */
final class Compromises {

    private static final String POSSIBLE = "It is possible, but would cost other wishes more: ";

    private final IndexedProblem problem;
    private final CohortObstacles cohorts;
    private final SessionObstacles sessions;
    private final Week week;
    private final IndexedClient client;
    private final List<Compromise> found = new ArrayList<>();

    /** The state must hold everybody's week but this one. */
    Compromises(RosterState others, Week week) {
        this.problem = others.problem;
        this.cohorts = new CohortObstacles(others);
        this.sessions = new SessionObstacles(others);
        this.week = week;
        this.client = problem.clients.get(week.client);
    }

    List<Compromise> explain() {
        if (week.cohort != Week.NONE) {
            group(problem.cohorts.get(week.cohort).source);
        }
        for (SessionClass alike : client.classes) {
            for (int session : alike.sessions) {
                if (week.isPlaced(session)) {
                    session(alike, session);
                }
            }
        }
        days();
        return List.copyOf(found);
    }

    private void group(RosterCohort own) {
        Preferences wishes = client.source.preferences();
        String track = wishes.trackId();
        if (track != null && !track.equals(own.trackId())) {
            anotherGroup(Rule.COHORT_TRACK, g -> source(g).trackId().equals(track), " on the preferred track");
        }
        if (wishes.ownGenderGroup() && own.gender() == GroupGender.ANY) {
            anotherGroup(Rule.GENDER_PREF, g -> source(g).gender() != GroupGender.ANY, " for one gender");
        }
        if (client.source.trauma() && !own.traumaTrack()) {
            anotherGroup(Rule.TRAUMA_PREF, g -> source(g).traumaTrack(), " on the trauma track");
        }
        Modality modality = wishes.modality();
        if (modality != null && modality != own.modality()) {
            anotherGroup(Rule.COHORT_MODALITY, g -> source(g).modality() == modality, " of the preferred modality");
        }
        int missed = client.source.curriculum().missedIn(own.modulesByWeek()).size();
        if (missed > 0) {
            anotherGroup(
                    Rule.CURRICULUM,
                    g -> client.source
                                    .curriculum()
                                    .missedIn(source(g).modulesByWeek())
                                    .size()
                            < missed,
                    " that teach more of the missing modules in time");
        }
    }

    private RosterCohort source(int cohort) {
        return problem.cohorts.get(cohort).source;
    }

    private void anotherGroup(Rule wish, IntPredicate among, String kind) {
        note(wish, null, cohorts.explain(week, g -> g != week.cohort && among.test(g), kind));
    }

    private void session(SessionClass alike, int session) {
        int clinician = week.clinicians[session];
        int start = week.starts[session];
        Week rest = week.without(session);
        if (alike.kind == SessionKind.INDIVIDUAL) {
            String primary = client.source.primaryTherapistId();
            if (primary != null
                    && !primary.equals(problem.clinicians.get(clinician).source.id())) {
                int therapist = IndexedProblem.position(problem.clinicianIndex, primary);
                note(
                        Rule.CONTINUITY,
                        session,
                        sessions.explain(rest, alike, session, n -> n == therapist, (day, at) -> true));
            }
            Modality modality = client.source.preferences().modality();
            if (modality != null && !masters(clinician, modality)) {
                anotherClinician(rest, alike, session, modality);
            }
        }
        if (!client.isOnTrack(start, start + alike.cells)) {
            note(
                    Rule.SESSION_TRACK,
                    session,
                    sessions.explain(
                            rest,
                            alike,
                            session,
                            this::isOfTheTeam,
                            (day, at) -> client.isOnTrack(at, at + alike.cells)));
        }
    }

    private void anotherClinician(Week rest, SessionClass alike, int session, Modality modality) {
        IntPredicate among = n -> isOfTheTeam(n) && masters(n, modality);
        if (IntStream.of(alike.clinicians).noneMatch(among)) {
            String reason = "Nobody of the care team who may hold it masters the preferred modality.";
            String id = client.source.sessions().get(session).id();
            found.add(new Compromise(client.source.id(), id, Rule.IND_MODALITY, reason, null));
            return;
        }
        note(Rule.IND_MODALITY, session, sessions.explain(rest, alike, session, among, (day, at) -> true));
    }

    private boolean isOfTheTeam(int clinician) {
        return client.source
                .careTeam()
                .contains(problem.clinicians.get(clinician).source.id());
    }

    private boolean masters(int clinician, Modality modality) {
        return problem.clinicians.get(clinician).source.modalities().contains(modality);
    }

    private void days() {
        OwnWeek own = new OwnWeek(problem, week);
        int days = 0;
        for (int day = 0; day < Grid.DAYS; day++) {
            days += client.countsAsDay(day, own.minutesOn(day)) ? 1 : 0;
        }
        int target = client.source.preferences().targetDays();
        if (days == target) {
            return;
        }
        int ofGroup = week.cohort == Week.NONE ? 0 : client.daysIn(problem.cohorts.get(week.cohort));
        int appointments = ofGroup + client.source.sessions().size();
        String reason;
        if (days > target) {
            reason = ofGroup > target
                    ? "The group alone meets on %d days, wished for are %d.".formatted(ofGroup, target)
                    : "On fewer than %d days the sessions have no better places; wished for are %d."
                            .formatted(days, target);
        } else {
            reason = appointments < target
                    ? "There are only %d appointments to spread over the %d days wished for."
                            .formatted(appointments, target)
                    : "On more than %d days the sessions have no better places; wished for are %d."
                            .formatted(days, target);
        }
        found.add(new Compromise(client.source.id(), null, Rule.DAYS, reason, null));
    }

    private void note(Rule wish, @Nullable Integer session, Unassigned why) {
        String reason =
                why.blockedBy().isEmpty() && isPossible(why) ? POSSIBLE + firstWords(why.reason()) : why.reason();
        found.add(new Compromise(
                client.source.id(),
                session == null ? null : client.source.sessions().get(session).id(),
                wish,
                reason,
                why.nearestAlternative()));
    }

    private static boolean isPossible(Unassigned why) {
        return why.reason().contains(" possible, but ") || why.reason().contains(" is possible, but");
    }

    /** The place or group that the obstacles name as possible. */
    private static String firstWords(String reason) {
        int end = reason.indexOf(" would be possible") >= 0
                ? reason.indexOf(" would be possible")
                : reason.indexOf(" is possible");
        return reason.substring(0, end) + ".";
    }
}
