package care.iop.scheduling.roster.engine.problem;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Modules of the curriculum that a client has not had yet, and for how many weeks, this one included, the client still comes.
 */
public record CurriculumNeed(Set<String> modules, int weeksLeft) {

    /** Nothing is needed. */
    public static final CurriculumNeed NONE = new CurriculumNeed(Set.of(), 1);

    /** Copies the modules and refuses a negative number of weeks. */
    public CurriculumNeed {
        modules = Set.copyOf(modules);
        if (weeksLeft < 0) {
            throw new IllegalArgumentException("A client can't have %d weeks left.".formatted(weeksLeft));
        }
    }

    /** The modules that the client would miss in a group whose next weeks have these modules. */
    public Set<String> missedIn(List<Set<String>> modulesByWeek) {
        Set<String> missed = new HashSet<>(modules);
        modulesByWeek.stream().limit(weeksLeft).flatMap(Collection::stream).forEach(missed::remove);
        return missed;
    }
}
