package care.iop.chassis.problem;

import care.iop.chassis.request.RequestFacts;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpClosedException;
import jakarta.annotation.Priority;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.StaleStateException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Gives every failure of a request its one published form. What is ours to mend is logged; what is the caller's is explained. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    /**
     * SQL states in which the database decided between two changes: foreign key, unique, exclusion, and class 40
     * (serialization, deadlock). A broken check or not-null constraint is none of them: there the fault is ours.
     */
    private static final List<String> RACES = List.of("23503", "23505", "23P01", "40");

    private final ProblemRenderer renderer;
    private final RequestFacts facts;

    ProblemMappers(ProblemRenderer renderer, RequestFacts facts) {
        this.renderer = renderer;
        this.facts = facts;
    }

    @ServerExceptionMapper
    Response onProblem(ProblemException e, UriInfo uri) {
        return renderer.render(uri, e.type(), e.getMessage(), e.errors());
    }

    @ServerExceptionMapper
    Response onViolations(ConstraintViolationException e, UriInfo uri) {
        var errors = e.getConstraintViolations().stream()
                .map(v -> new FieldProblem(pointer(v.getPropertyPath()), v.getMessage()))
                .sorted(Comparator.comparing(FieldProblem::pointer).thenComparing(FieldProblem::detail))
                .toList();
        return renderer.render(
                uri,
                CommonProblem.INVALID_VALUE,
                errors.size() == 1 ? "One value can't be accepted." : errors.size() + " values can't be accepted.",
                errors);
    }

    @ServerExceptionMapper
    @Priority(1)
    Response onMismatch(MismatchedInputException e, UriInfo uri) {
        return onJson(e, uri);
    }

    @ServerExceptionMapper
    Response onWeb(WebApplicationException e, UriInfo uri) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return onJson(json, uri);
        }
        var status = e.getResponse().getStatus();
        if (status < 400) {
            return e.getResponse();
        }
        return switch (status) {
            case 401 -> renderer.render(uri, CommonProblem.UNAUTHENTICATED, TOKEN_ADVICE, List.of());
            case 403 -> renderer.render(uri, CommonProblem.FORBIDDEN, ROLE_ADVICE, List.of());
            case 404 ->
                renderer.render(
                        uri,
                        CommonProblem.NOT_FOUND,
                        "Check the path, and that each identifier in it is a UUID.",
                        List.of());
            case 405 ->
                renderer.render(
                        uri, CommonProblem.METHOD_NOT_ALLOWED, "The OpenAPI document lists what is.", List.of());
            case 406 ->
                renderer.render(
                        uri, CommonProblem.NOT_ACCEPTABLE, "Accept application/json, or leave Accept out.", List.of());
            case 413 -> renderer.render(uri, CommonProblem.BODY_TOO_LARGE, "Split the request.", List.of());
            case 415 ->
                renderer.render(
                        uri,
                        CommonProblem.UNSUPPORTED_MEDIA_TYPE,
                        "Send the content type that is documented.",
                        List.of());
            case 429 -> renderer.render(uri, CommonProblem.TOO_MANY_REQUESTS, null, List.of());
            case 503 -> renderer.render(uri, CommonProblem.TEMPORARILY_UNAVAILABLE, null, List.of());
            default ->
                status >= 500
                        ? onAnything(e, uri)
                        : renderer.render(
                                uri,
                                CommonProblem.MALFORMED_REQUEST,
                                "Compare it with the OpenAPI document.",
                                List.of());
        };
    }

    private static final String TOKEN_ADVICE =
            "Send Authorization: Bearer with an access token that is valid now and meant for this suite.";
    private static final String ROLE_ADVICE = "The token's roles or scopes don't cover this operation.";

    @ServerExceptionMapper({UnauthorizedException.class})
    @Priority(1)
    Response onUnauthorized(UriInfo uri) {
        return renderer.render(uri, CommonProblem.UNAUTHENTICATED, TOKEN_ADVICE, List.of());
    }

    @ServerExceptionMapper
    @Priority(1)
    Response onAuthenticationFailed(AuthenticationFailedException e, UriInfo uri) {
        return causedByUnreachableProvider(e)
                ? onProviderUnavailable(uri)
                : renderer.render(uri, CommonProblem.UNAUTHENTICATED, TOKEN_ADVICE, List.of());
    }

    /** A step of the sign-in at a page. */
    @ServerExceptionMapper
    @Priority(1)
    Response onAuthenticationRedirect(AuthenticationRedirectException e) {
        return Response.status(e.getCode())
                .header(HttpHeaders.LOCATION, e.getRedirectUri())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @ServerExceptionMapper(AuthenticationCompletionException.class)
    @Priority(1)
    Response onAuthenticationCompletion(UriInfo uri) {
        return renderer.render(uri, CommonProblem.UNAUTHENTICATED, TOKEN_ADVICE, List.of());
    }

    @ServerExceptionMapper({OIDCException.class})
    @Priority(1)
    Response onProviderUnavailable(UriInfo uri) {
        LOG.warn("identity provider can't be reached, bearer tokens can't be verified");
        return renderer.render(
                uri,
                CommonProblem.TEMPORARILY_UNAVAILABLE,
                "The identity provider can't be reached, so the token can't be verified. Try again.",
                List.of());
    }

    @ServerExceptionMapper({ForbiddenException.class})
    @Priority(1)
    Response onForbidden(UriInfo uri) {
        return renderer.render(uri, CommonProblem.FORBIDDEN, ROLE_ADVICE, List.of());
    }

    @ServerExceptionMapper({OptimisticLockException.class, StaleStateException.class})
    Response onStale(UriInfo uri) {
        return renderer.render(
                uri,
                CommonProblem.STALE_VERSION,
                "Somebody else changed it at the same moment. Read it again and repeat.",
                List.of());
    }

    @ServerExceptionMapper({PersistenceException.class, RollbackException.class})
    Response onPersistence(Exception e, UriInfo uri) {
        return onAnything(e, uri);
    }

    @ServerExceptionMapper
    Response onAnything(Throwable e, UriInfo uri) {
        if (hasCause(e, OptimisticLockException.class) || hasCause(e, StaleStateException.class)) {
            return onStale(uri);
        }
        if (hasCause(e, OIDCException.class)) {
            return onProviderUnavailable(uri);
        }
        var state = sqlState(e);
        if (state != null && RACES.stream().anyMatch(state::startsWith)) {
            // Unique, check, exclusion or foreign key (23), serialization or deadlock (40): a race that the database
            // decided.
            LOG.debugf(e, "request %s lost a race, SQL state %s", facts.requestId(), state);
            return renderer.render(
                    uri,
                    CommonProblem.CONFLICT,
                    "Something stored meanwhile stands against this. Read again and repeat.",
                    List.of());
        }
        if (isUnavailable(e, state)) {
            LOG.warnf("request %s: the database is not available: %s", facts.requestId(), reason(e));
            return renderer.render(
                    uri, CommonProblem.TEMPORARILY_UNAVAILABLE, "The database can't be reached. Try again.", List.of());
        }
        if (isSenderGone(e)) {
            LOG.debugf("request %s: its sender went away or stopped in the middle of the body", facts.requestId());
            return renderer.render(
                    uri,
                    CommonProblem.MALFORMED_REQUEST,
                    "The body ended before its length, or paused too long. Send it again.",
                    List.of());
        }
        LOG.errorf(e, "request %s failed in %s", facts.requestId(), facts.operation());
        return renderer.render(
                uri,
                CommonProblem.INTERNAL_ERROR,
                "It is not your request. Quote the instance when you ask for help.",
                List.of());
    }

    private Response onJson(JsonProcessingException e, UriInfo uri) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            var known = unknown.getKnownPropertyIds() == null
                    ? ""
                    : unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", "));
            return renderer.render(
                    uri,
                    CommonProblem.UNKNOWN_FIELD,
                    "Remove or correct what is not known here.",
                    List.of(new FieldProblem(pointer(unknown), "known here: " + known)));
        }
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return renderer.render(
                    uri,
                    CommonProblem.MALFORMED_REQUEST,
                    "One value has the wrong form.",
                    List.of(new FieldProblem(pointer(mapping), expectation(mapping))));
        }
        var location = e.getLocation();
        return renderer.render(
                uri,
                CommonProblem.MALFORMED_REQUEST,
                location == null || location.getLineNr() < 1
                        ? "The body is not the JSON that is expected here."
                        : "The body is not the JSON that is expected here: see line " + location.getLineNr()
                                + ", column " + location.getColumnNr() + ".",
                List.of());
    }

    private static String expectation(JsonMappingException e) {
        if (e instanceof InvalidFormatException format && format.getTargetType() == String.class) {
            return format.getOriginalMessage();
        }
        if (hasCause(e, ProblemException.class)) {
            return String.valueOf(rootOf(e).getMessage());
        }
        if (e instanceof MismatchedInputException mismatch) {
            @Nullable Class<?> type = mismatch.getTargetType();
            if (type != null) {
                return "must be " + ValueForms.words(type);
            }
        }
        return "can't be read";
    }

    private static Throwable rootOf(Throwable e) {
        var root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static String pointer(JsonMappingException e) {
        var pointer = new StringBuilder();
        for (var step : e.getPath()) {
            pointer.append('/');
            if (step.getFieldName() == null) {
                pointer.append(step.getIndex());
            } else {
                pointer.append(escape(step.getFieldName()));
            }
        }
        return pointer.toString();
    }

    /** The first two nodes are the method and its parameter; what follows is the place in the body. */
    private static String pointer(Path path) {
        var pointer = new StringBuilder();
        var parameter = "";
        for (var node : path) {
            if (node.getKind() == ElementKind.METHOD || node.getKind() == ElementKind.CONSTRUCTOR) {
                continue;
            }
            if (node.getKind() == ElementKind.PARAMETER) {
                parameter = String.valueOf(node.getName());
                continue;
            }
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            } else if (node.getKey() != null) {
                pointer.append('/').append(escape(String.valueOf(node.getKey())));
            }
            if (node.getName() != null && node.getKind() == ElementKind.PROPERTY) {
                pointer.append('/').append(escape(node.getName()));
            }
        }
        return pointer.isEmpty() ? parameter : pointer.toString();
    }

    private static String escape(String name) {
        var clean = name.length() > 100 ? name.substring(0, 100) + "…" : name;
        return clean.replace("~", "~0").replace("/", "~1");
    }

    /** The server's stream of the body says the last by its message alone. */
    private static boolean isSenderGone(Throwable e) {
        var root = rootOf(e);
        return root instanceof HttpClosedException
                || root instanceof ClosedChannelException
                || (root.getClass() == IOException.class && "Read timed out".equals(root.getMessage()));
    }

    private static boolean causedByUnreachableProvider(Throwable e) {
        return hasCause(e, OIDCException.class) || hasCause(e, ConnectException.class);
    }

    private static boolean hasCause(Throwable e, Class<?> type) {
        return allOf(e).stream().anyMatch(type::isInstance);
    }

    private static @Nullable String sqlState(Throwable e) {
        for (var part : allOf(e)) {
            if (part instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return null;
    }

    /** The failure, its causes, and what each of them suppressed: a commit that fails tells its reason only there. */
    private static Set<Throwable> allOf(Throwable e) {
        var found = new LinkedHashSet<Throwable>();
        var open = new ArrayDeque<Throwable>(List.of(e));
        while (!open.isEmpty()) {
            var next = open.remove();
            if (found.add(next)) {
                open.addAll(List.of(next.getSuppressed()));
                if (next.getCause() != null) {
                    open.addFirst(next.getCause());
                }
            }
        }
        return found;
    }

    private static @Nullable String reason(Throwable e) {
        return allOf(e).stream()
                .filter(SQLException.class::isInstance)
                .findFirst()
                .orElse(e)
                .getMessage();
    }

    /** SQL states 08 (connection), 57P (shutdown), 53 (resources); or a pool that can give no connection in time. */
    private static boolean isUnavailable(Throwable e, @Nullable String state) {
        return (state != null && (state.startsWith("08") || state.startsWith("57P") || state.startsWith("53")))
                || (state == null && hasCause(e, SQLException.class));
    }
}
