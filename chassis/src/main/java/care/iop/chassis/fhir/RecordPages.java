package care.iop.chassis.fhir;

import care.iop.chassis.http.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Cuts a page out of what was read at once, because there is little of it. */
public final class RecordPages {

    private RecordPages() {}

    /** Those that fit after the cursor, in the order in which they come, and one more when there is another page. */
    public static <T extends Listed> List<T> of(
            Stream<T> all,
            @Nullable Set<String> statuses,
            @Nullable Set<String> ids,
            SearchPeriod lastUpdated,
            PageRequest page) {
        // What the page before ended with may no longer fit, but it is still there.
        return after(all, page.after())
                .filter(one -> statuses == null || statuses.contains(one.status()))
                .filter(one -> ids == null || ids.contains(one.id()))
                .filter(one -> lastUpdated.has(one.changedAt()))
                .limit(page.rowsToQuery())
                .toList();
    }

    private static <T extends Listed> Stream<T> after(Stream<T> all, Optional<UUID> cursor) {
        return cursor.isEmpty()
                ? all
                : all.dropWhile(one -> !one.cursor().equals(cursor.get())).skip(1);
    }
}
