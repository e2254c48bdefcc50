package care.iop.chassis.http;

import care.iop.chassis.problem.CommonProblem;
import care.iop.chassis.problem.FieldProblem;
import care.iop.chassis.problem.ProblemException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which page of a list is wanted: at most {@code limit} rows that follow a cursor, in order of identifier. */
public final class PageRequest {

    /** The largest page that is answered. */
    public static final int MAX_LIMIT = 200;

    private static final int DEFAULT_LIMIT = 50;

    private final int limit;
    private final @Nullable UUID after;

    private PageRequest(int limit, @Nullable UUID after) {
        this.limit = limit;
        this.after = after;
    }

    /** Reads the query parameters {@code limit} (1 to 200, 50 when absent) and {@code after} (a cursor we gave out). */
    public static PageRequest of(@Nullable Integer limit, @Nullable String after) {
        if (limit != null && (limit < 1 || limit > MAX_LIMIT)) {
            throw new ProblemException(
                    CommonProblem.INVALID_VALUE,
                    "The page size is out of range.",
                    List.of(new FieldProblem("limit", "must be between 1 and " + MAX_LIMIT)));
        }
        return new PageRequest(limit == null ? DEFAULT_LIMIT : limit, after == null ? null : decode(after));
    }

    /** How many rows the caller wants at the most. */
    public int limit() {
        return limit;
    }

    /** How many rows to query: one more than wanted, which tells whether another page follows. */
    public int rowsToQuery() {
        return limit + 1;
    }

    /** The identifier after which the page begins; empty for the first page. */
    public Optional<UUID> after() {
        return Optional.ofNullable(after);
    }

    /** The cursor of the page that follows this row. */
    public static String cursor(UUID id) {
        var bytes = ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static UUID decode(String cursor) {
        try {
            var bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length == 16) {
                var buffer = ByteBuffer.wrap(bytes);
                return new UUID(buffer.getLong(), buffer.getLong());
            }
        } catch (IllegalArgumentException notBase64) {
            throw unknownCursor();
        }
        throw unknownCursor();
    }

    private static ProblemException unknownCursor() {
        return new ProblemException(
                CommonProblem.INVALID_VALUE,
                "The cursor is not one of ours.",
                List.of(new FieldProblem("after", "take it unchanged from the Link header of the previous page")));
    }
}
