package care.iop.chassis.problem;

/** The failures that any endpoint of any service can answer. */
public enum CommonProblem implements ProblemType {
    MALFORMED_REQUEST("The request can't be read", 400),
    UNKNOWN_FIELD("The request has a field that is not known here", 400),
    UNKNOWN_PARAMETER("The request has a query parameter that is not known here", 400),
    UNAUTHENTICATED("A valid access token is needed", 401),
    FORBIDDEN("The caller may not do this", 403),
    NOT_FOUND("There is nothing here for this caller", 404),
    METHOD_NOT_ALLOWED("This method is not offered here", 405),
    NOT_ACCEPTABLE("None of the accepted media types can be produced", 406),
    CONFLICT("The request conflicts with what is stored", 409),
    STALE_VERSION("The resource has changed since it was read", 412),
    BODY_TOO_LARGE("The request body is too large", 413),
    UNSUPPORTED_MEDIA_TYPE("This media type can't be read here", 415),
    INVALID_VALUE("A value breaks a rule", 422),
    IDEMPOTENCY_KEY_REUSED("The idempotency key was used for another request", 422),
    PRECONDITION_REQUIRED("The If-Match header is needed", 428),
    TOO_MANY_REQUESTS("Too many requests", 429),
    INTERNAL_ERROR("Something failed on our side", 500),
    TEMPORARILY_UNAVAILABLE("A part that this request needs is not available now", 503);

    private final String title;
    private final int status;

    CommonProblem(String title, int status) {
        this.title = title;
        this.status = status;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public int status() {
        return status;
    }
}
