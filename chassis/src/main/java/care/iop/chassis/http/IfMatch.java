package care.iop.chassis.http;

import care.iop.chassis.problem.CommonProblem;
import care.iop.chassis.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Guards an update by the version that the caller has read (RFC 9110 section 13.1.1, RFC 6585 section 3). */
public final class IfMatch {

    private IfMatch() {}

    /** Refuses with 428 when the header is absent and with 412 when it names another version. */
    public static void require(@Nullable String header, long version) {
        if (header == null || header.isBlank()) {
            throw new ProblemException(
                    CommonProblem.PRECONDITION_REQUIRED,
                    "Read the resource first and send its ETag in the If-Match header.");
        }
        if (header.trim().equals("*")) {
            return;
        }
        for (var tag : header.split(",", -1)) {
            if (tag.trim().equals(ETags.of(version))) {
                return;
            }
        }
        throw new ProblemException(
                CommonProblem.STALE_VERSION, "Read it again, look at what has changed, and repeat with the new ETag.");
    }
}
