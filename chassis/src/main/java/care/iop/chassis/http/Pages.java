package care.iop.chassis.http;

import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Answers one page of a list, with a {@code Link: rel="next"} (RFC 8288) when more follows. */
public final class Pages {

    private Pages() {}

    /**
     * Answers 200 with {@code body} made from the page's rows.
     *
     * @param rows what was found, up to one row more than the page holds
     */
    public static <T> Response ok(
            UriInfo uri, List<T> rows, PageRequest page, Function<T, UUID> id, Function<List<T>, ?> body) {
        var shown = rows.size() > page.limit() ? rows.subList(0, page.limit()) : rows;
        var response = Response.ok(body.apply(List.copyOf(shown)));
        if (rows.size() > page.limit()) {
            var next = uri.getRequestUriBuilder()
                    .scheme(null)
                    .host(null)
                    .port(-1)
                    .replaceQueryParam("after", PageRequest.cursor(id.apply(shown.get(shown.size() - 1))))
                    .build();
            response.links(Link.fromUri(next).rel("next").build());
        }
        return response.build();
    }
}
