package care.iop.scheduling.authorization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** Tells how much of a client's week payers still allow. */
@ApplicationScoped
public class AuthorizedWeeks {

    private final PayerAuthorizations authorizations;

    AuthorizedWeeks(PayerAuthorizations authorizations) {
        this.authorizations = authorizations;
    }

    /**
     * What payers still allow of one week of an enrollment; empty when nothing limits it.
     *
     * @param monday the week's first day
     * @param longestDayMinutes what the client can have on one day
     */
    @Transactional(TxType.MANDATORY)
    public Optional<AuthorizedWeek> of(UUID enrollmentId, LocalDate monday, int longestDayMinutes) {
        return AuthorizedWeek.of(inForce(enrollmentId), monday, longestDayMinutes);
    }

    /** The minutes that payers still allow of one week of each enrollment that is limited, by its longest day in minutes. */
    @Transactional(TxType.MANDATORY)
    public Map<UUID, AuthorizedWeek> of(Map<UUID, Integer> longestDayMinutes, LocalDate monday) {
        var found = new HashMap<UUID, AuthorizedWeek>();
        authorizations.inForceOf(longestDayMinutes.keySet()).forEach((enrollmentId, inForce) -> AuthorizedWeek.of(
                        inForce, monday, longestDayMinutes.getOrDefault(enrollmentId, 0))
                .ifPresent(week -> found.put(enrollmentId, week)));
        return found;
    }

    /** The same for some weeks in a row; empty when nothing limits them. */
    @Transactional(TxType.MANDATORY)
    public List<AuthorizedWeek> from(UUID enrollmentId, LocalDate monday, int weeks, int longestDayMinutes) {
        var inForce = inForce(enrollmentId);
        return IntStream.range(0, weeks)
                .mapToObj(week -> AuthorizedWeek.of(inForce, monday.plusWeeks(week), longestDayMinutes))
                .flatMap(Optional::stream)
                .toList();
    }

    private List<Authorization> inForce(UUID enrollmentId) {
        Collection<UUID> one = List.of(enrollmentId);
        return authorizations.inForceOf(one).getOrDefault(enrollmentId, List.of());
    }
}
