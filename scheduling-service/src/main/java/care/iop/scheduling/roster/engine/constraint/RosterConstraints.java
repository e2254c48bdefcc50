package care.iop.scheduling.roster.engine.constraint;

import care.iop.scheduling.roster.engine.problem.Roster;
import care.iop.scheduling.roster.engine.problem.RosterProblem;
import java.util.List;

/** The catalogue: every rule of the weekly roster. The sum of their matches is the score. */
public final class RosterConstraints {

    private static final List<Constraint> ALL = List.of(
            new WithinClientAvailability(),
            new NoClientOverlap(),
            new MaxDays(),
            new MaxDayHours(),
            new OneOfAKindPerDay(),
            new WithinWeeklyBand(),
            new WithinAuthorization(),
            new WithinCareTeam(),
            new SessionCredential(),
            new WithinClinicianHours(),
            new NoClinicianOverlap(),
            new ClinicianMaxHours(),
            new ClinicianBreaks(),
            new FacilitatorCredential(),
            new FixedFacilitator(),
            new MembersNeedAnOpenCohort(),
            new CohortCapacity(),
            new CohortGender(),
            new CohortTraumaTrack(),
            new CohortMode(),
            new CohortLanguage(),
            new NoContact(),
            new GroupRoomCapacity(),
            new OfficeCapacity(),
            new RightRoom(),
            new NoRoomOverlap(),
            new Notice(),
            new CohortUnassigned(),
            new SessionUnassigned(),
            new Continuity(),
            new TraumaPreference(),
            new CohortTrack(),
            new GenderPreference(),
            new CohortMinimum(),
            new CohortOpen(),
            new CohortModality(),
            new IndividualModality(),
            new TargetDays(),
            new SessionTrack(),
            new DayGaps(),
            new Overtime(),
            new CurriculumMissed(),
            new CohortChanged(),
            new FacilitatorChanged(),
            new SessionMoved(),
            new ClinicianChanged());

    private RosterConstraints() {}

    /** All rules: hard, then medium, then soft. */
    public static List<Constraint> all() {
        return ALL;
    }

    /** Every match of every rule, in the order of the catalogue. */
    public static List<Match> matches(RosterProblem problem, Roster roster) {
        RosterView view = new RosterView(problem, roster);
        return ALL.stream().flatMap(constraint -> constraint.matches(view)).toList();
    }

    /** The full count. */
    public static Score score(RosterProblem problem, Roster roster) {
        Score score = Score.PERFECT;
        for (Match match : matches(problem, roster)) {
            score = score.plus(match.level(), match.quarterPoints());
        }
        return score;
    }
}
