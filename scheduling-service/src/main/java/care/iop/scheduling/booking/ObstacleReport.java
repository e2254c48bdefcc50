package care.iop.scheduling.booking;

import care.iop.chassis.request.RequestFacts;
import care.iop.scheduling.SchedulingProblem;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** An RFC 9457 problem that lists everything that stands in the way of many bookings. */
@Schema(name = "BookingObstacles")
record ObstacleReport(
        @Schema(required = true, examples = "/problems/bookings-in-the-way")
        String type,

        @Schema(required = true) String title,
        @Schema(required = true, examples = "409") int status,
        @Schema(required = true) String detail,
        @Schema(required = true) String instance,

        @Schema(required = true, description = "In order of time")
        List<Obstacle> obstacles) {

    /** Says it over HTTP. */
    static class Mapper {

        private final RequestFacts facts;

        Mapper(RequestFacts facts) {
            this.facts = facts;
        }

        @ServerExceptionMapper
        Response report(ObstaclesException found) {
            var problem = SchedulingProblem.BOOKINGS_IN_THE_WAY;
            return Response.status(problem.status())
                    .type("application/problem+json")
                    .entity(new ObstacleReport(
                            "/problems/" + problem.code(),
                            problem.title(),
                            problem.status(),
                            "Nothing was changed: " + found.obstacles().size()
                                    + " of the sessions can't be had. Take the alternatives, or leave them out.",
                            "urn:request:" + facts.requestId(),
                            found.obstacles()))
                    .build();
        }
    }

    /** Ends the transaction in which obstacles were found. */
    static final class ObstaclesException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient List<Obstacle> obstacles;

        ObstaclesException(List<Obstacle> obstacles) {
            super("obstacles stand in the way", null, false, false);
            this.obstacles = List.copyOf(obstacles);
        }

        List<Obstacle> obstacles() {
            return obstacles;
        }
    }
}
