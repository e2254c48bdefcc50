package care.iop.chassis.web;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The frame of every page: navigation, heading and one script, which fills it. It holds nothing of any person. */
@ApplicationScoped
public class PageFrame {

    /** Nothing from elsewhere, nothing inline, in nobody's frame. */
    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
                    + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final Template frame;
    private final SecurityIdentity caller;
    private final String root;

    PageFrame(
            @Location("frame.html") Template frame,
            SecurityIdentity caller,
            @ConfigProperty(name = "quarkus.http.root-path") String root) {
        this.frame = frame;
        this.caller = caller;
        this.root = root;
    }

    /**
     * A page. Its script learns the caller's roles, so that nobody is offered what they would be refused.
     *
     * @param title its heading; never a person's name
     * @param script the service's module in {@code META-INF/resources/web} that fills it
     */
    public Response page(String title, String script) {
        return answer(
                Response.Status.OK.getStatusCode(),
                title,
                script,
                null,
                String.join(" ", new TreeSet<>(caller.getRoles())));
    }

    /** An answer with a status and a page that only says something. */
    public Response saying(int status, String title, String message) {
        return answer(status, title, null, message, "");
    }

    private Response answer(int status, String title, @Nullable String script, @Nullable String message, String roles) {
        var page = frame.data("title", title, "script", script, "root", root, "message", message, "roles", roles)
                .render();
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .header("Content-Security-Policy", CONTENT_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(page)
                .build();
    }
}
