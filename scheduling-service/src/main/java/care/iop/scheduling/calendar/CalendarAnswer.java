package care.iop.scheduling.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Answers with a calendar, or that nothing has changed since the caller last read it. */
@ApplicationScoped
class CalendarAnswer {

    static final String ICALENDAR = "text/calendar;charset=utf-8";

    private final CalendarSettings settings;

    CalendarAnswer(CalendarSettings settings) {
        this.settings = settings;
    }

    Response of(byte[] calendar, Request request) {
        var tag = new EntityTag(hash(calendar));
        var answer = request.evaluatePreconditions(tag);
        if (answer == null) {
            answer = Response.ok(calendar);
        }
        return answer.tag(tag)
                .header(
                        HttpHeaders.CACHE_CONTROL,
                        "private, max-age=" + settings.refresh().toSeconds())
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    private static String hash(byte[] calendar) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(calendar), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
