package care.iop.chassis.idempotency;

import care.iop.chassis.idempotency.StoredAnswers.StoredAnswer;
import care.iop.chassis.problem.CommonProblem;
import care.iop.chassis.problem.FieldProblem;
import care.iop.chassis.problem.ProblemException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers a repeated key from the store, and stores a first answer in the transaction that it tells of. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class IdempotentInterceptor {

    private static final String HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");

    private final StoredAnswers answers;
    private final ObjectMapper json;
    private final HttpHeaders headers;
    private final UriInfo uri;

    IdempotentInterceptor(StoredAnswers answers, ObjectMapper json, HttpHeaders headers, UriInfo uri) {
        this.answers = answers;
        this.json = json;
        this.headers = headers;
        this.uri = uri;
    }

    @AroundInvoke
    @Nullable
    Object once(InvocationContext invocation) throws Exception {
        var key = headers.getHeaderString(HEADER);
        if (key == null) {
            return invocation.proceed();
        }
        if (!KEY.matcher(key).matches()) {
            throw new ProblemException(
                    CommonProblem.MALFORMED_REQUEST,
                    "The idempotency key has the wrong form.",
                    List.of(new FieldProblem(HEADER, "1 to 128 visible ASCII characters, such as a UUID")));
        }
        var hash = hash(invocation);
        var stored = answers.lockAndFind(key);
        if (stored.isPresent()) {
            return replay(stored.get(), hash);
        }
        var response = (Response) invocation.proceed();
        answers.store(key, answer(hash, response));
        return response;
    }

    private static Response replay(StoredAnswer stored, String hash) {
        if (!stored.requestHash().equals(hash)) {
            throw new ProblemException(
                    CommonProblem.IDEMPOTENCY_KEY_REUSED,
                    "Use a new key for a new request, and the old one only to retry.");
        }
        return stored.toResponse();
    }

    private StoredAnswer answer(String hash, Response response) throws JsonProcessingException {
        var entity = response.getEntity();
        return new StoredAnswer(
                hash,
                response.getStatus(),
                response.getLocation() == null ? null : response.getLocation().toString(),
                response.getHeaderString(HttpHeaders.ETAG),
                response.getHeaderString(HttpHeaders.LINK),
                mediaType(response),
                entity == null ? null : entity instanceof String text ? text : json.writeValueAsString(entity));
    }

    private static @Nullable String mediaType(Response response) {
        if (response.getMediaType() != null) {
            return response.getMediaType().toString();
        }
        return response.getEntity() == null ? null : MediaType.APPLICATION_JSON;
    }

    /** Of the path and of every argument that came in the request: the body as it was understood, not as it was spaced. */
    private String hash(InvocationContext invocation) throws JsonProcessingException, NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256");
        digest.update(uri.getRequestUri().getRawPath().getBytes(StandardCharsets.UTF_8));
        var parameters = invocation.getMethod().getParameters();
        for (int i = 0; i < parameters.length; i++) {
            if (comesFromRequest(parameters[i].getAnnotations())) {
                digest.update((byte) 0);
                digest.update(json.writeValueAsBytes(invocation.getParameters()[i]));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static boolean comesFromRequest(Annotation[] annotations) {
        for (var annotation : annotations) {
            if (annotation.annotationType() == jakarta.ws.rs.core.Context.class
                    || annotation.annotationType() == jakarta.ws.rs.HeaderParam.class) {
                return false;
            }
        }
        return true;
    }
}
