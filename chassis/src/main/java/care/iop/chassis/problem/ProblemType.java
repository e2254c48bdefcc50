package care.iop.chassis.problem;

import java.util.Locale;

/**
 * One way in which a request can fail. Each service lists its own in one enum; the constant's name gives the stable
 * code, so {@code STALE_VERSION} is published as {@code /problems/stale-version}.
 */
public interface ProblemType {

    /** The constant's name, as {@link Enum#name()} gives it. */
    String name();

    /** A short sentence that is the same for every occurrence. */
    String title();

    /** The HTTP status that this problem is answered with. */
    int status();

    /** The stable kebab-case code that clients may rely on. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The code of FHIR R4's issue-type value set that says the same on FHIR paths. */
    default String fhirIssue() {
        return switch (status()) {
            case 400 -> "invalid";
            case 401 -> "login";
            case 403 -> "forbidden";
            case 404 -> "not-found";
            case 405, 406, 415 -> "not-supported";
            case 409, 412 -> "conflict";
            case 413 -> "too-long";
            case 422 -> "processing";
            case 428 -> "required";
            case 429, 503 -> "throttled";
            default -> "exception";
        };
    }
}
