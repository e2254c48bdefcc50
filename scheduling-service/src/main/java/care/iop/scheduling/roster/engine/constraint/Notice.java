package care.iop.scheduling.roster.engine.constraint;

import care.iop.scheduling.roster.engine.problem.PublishedWeek;
import care.iop.scheduling.roster.engine.problem.RosterClinician;
import care.iop.scheduling.roster.engine.problem.RosterCohort;
import java.util.stream.Stream;

/** Too late to be changed without asking: what begins within the notice stays, unless it can't. */
final class Notice extends Constraint {

    Notice() {
        super(Rule.NOTICE, "Nothing published moves within the notice of 24 hours, unless it can't stay.");
    }

    @Override
    public Stream<Match> matches(RosterView view) {
        PublishedWeek week = view.problem().published();
        return week == null || week.noticeUntilMinute() == 0
                ? Stream.of()
                : Stream.of(sessions(view, week), members(view, week), facilitators(view, week))
                        .flatMap(each -> each);
    }

    private Stream<Match> sessions(RosterView view, PublishedWeek week) {
        return view.publishedSessions()
                .filter(each -> week.isWithinNotice(each.published().when()))
                .filter(each -> each.now() == null
                        || !each.now().when().equals(each.published().when())
                        || !each.now().clinicianId().equals(each.published().clinicianId()))
                .filter(each -> PublishedWeek.isStillPossible(view.problem(), each.client(), each.published()))
                .map(each -> counted(
                        view,
                        each.client().id(),
                        1,
                        "Session %s of client %s, %s, is too soon to be changed."
                                .formatted(
                                        each.published().sessionId(),
                                        each.client().id(),
                                        each.published().when())));
    }

    private Stream<Match> members(RosterView view, PublishedWeek week) {
        return view.groups()
                .filter(group -> week.isWithinNotice(group.cohort()))
                .filter(group -> group.facilitator() != null)
                .flatMap(group -> view.clients()
                        .filter(client -> group.cohort()
                                .id()
                                .equals(view.published().cohortByClient().get(client.id())))
                        .filter(client -> !group.members().contains(client))
                        .filter(client -> PublishedWeek.isStillPossible(group.cohort(), client))
                        .map(client -> counted(
                                view,
                                client.id(),
                                1,
                                "Client %s leaves group %s, which meets too soon for that."
                                        .formatted(client.id(), group.cohort().id()))));
    }

    private Stream<Match> facilitators(RosterView view, PublishedWeek week) {
        return view.groups()
                .filter(group -> week.isWithinNotice(group.cohort()))
                .flatMap(group -> {
                    RosterCohort cohort = group.cohort();
                    String published = view.published().facilitatorByCohort().get(cohort.id());
                    RosterClinician now = group.facilitator();
                    return published == null
                                    || (now != null && now.id().equals(published))
                                    || !PublishedWeek.isStillPossible(view.problem(), cohort, published)
                            ? Stream.of()
                            : Stream.of(counted(
                                    view,
                                    cohort.id(),
                                    1,
                                    "Group %s, led by %s, meets too soon for a change."
                                            .formatted(cohort.id(), published)));
                });
    }
}
