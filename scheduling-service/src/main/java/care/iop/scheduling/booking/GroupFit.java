package care.iop.scheduling.booking;

import care.iop.scheduling.enrollment.Enrollment;
import care.iop.scheduling.enrollment.Gender;
import care.iop.scheduling.session.SessionSeries;
import java.util.Collection;
import java.util.Optional;

/** Who may sit in a group, apart from seats and time: the rules that the roster keeps, for a seat that is taken by itself. */
public final class GroupFit {

    private GroupFit() {}

    /** Why the client can't be in the group at all; empty when nothing stands against it. */
    public static Optional<String> obstacle(Enrollment client, SessionSeries series) {
        var preferences = client.preferences();
        var gender = preferences.gender();
        var fits =
                switch (series.gender()) {
                    case ANY -> true;
                    case F -> gender == Gender.F;
                    case M -> gender == Gender.M;
                };
        if (!fits) {
            return Optional.of("the group is for one gender.");
        }
        if (series.trauma() && !preferences.trauma()) {
            return Optional.of("the group is for clients of the trauma track.");
        }
        if (series.kind().isCohort() && series.tele() != preferences.teleOnly()) {
            return Optional.of(
                    series.tele()
                            ? "the group meets by video, and the client comes in person."
                            : "the group meets in person, and the client joins by video only.");
        }
        return Optional.empty();
    }

    /** Whether the client must not be in one group with one of these; one side saying so is enough. */
    public static boolean mustNotMeet(Enrollment client, Collection<Enrollment> members) {
        return members.stream()
                .anyMatch(member -> client.preferences().noContact().contains(member.id())
                        || member.preferences().noContact().contains(client.id()));
    }
}
