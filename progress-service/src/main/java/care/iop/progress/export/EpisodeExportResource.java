package care.iop.progress.export;

import care.iop.chassis.problem.ProblemException;
import care.iop.progress.Roles;
import care.iop.progress.metrics.MetricPolicy;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/exports")
@RolesAllowed(Roles.PROGRAM_DIRECTOR)
@Tag(name = "Exports", description = "Files of episodes, under role and audit")
class EpisodeExportResource {

    private static final String PARQUET = "application/vnd.apache.parquet";
    private static final String CSV = "text/csv";
    private static final int MOST_MONTHS = 60;

    private static final String WHAT =
            "The episodes that were admitted in the months asked for, at most 60 months and 20,000 episodes, a row each: plan, attendance and check-ins of whole weeks, homework, support meetings, first and last totals of PHQ-9 and GAD-7. No names and no words of anybody, but small groups can be told apart, unlike in the metrics: a row is a person's. Each person is noted in the access log.";

    private final ExportEpisodes exportEpisodes;
    private final MetricPolicy policy;
    private final Clock clock;

    EpisodeExportResource(ExportEpisodes exportEpisodes, MetricPolicy policy, Clock clock) {
        this.exportEpisodes = exportEpisodes;
        this.policy = policy;
        this.clock = clock;
    }

    @GET
    @Path("episodes.parquet")
    @Produces(PARQUET)
    @Transactional
    @Operation(
            operationId = "exportEpisodesAsParquet",
            summary = "Export episodes by columns, as Apache Parquet",
            description = WHAT)
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = PARQUET, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response asParquet(
            @Parameter(description = "The first month of admissions", example = "2026-01", required = true)
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(description = "The last month of admissions; the first when left out", example = "2026-06")
                    @QueryParam("to")
                    @Nullable
                    String to,
            @QueryParam("programId") @Nullable UUID programId,
            @Parameter(description = "The day of the figures, not after today; today when left out")
                    @QueryParam("asOf")
                    @Nullable
                    LocalDate asOf) {
        return answer(EpisodeFile.PARQUET, from, to, programId, asOf);
    }

    @GET
    @Path("episodes.csv")
    @Produces(CSV)
    @Transactional
    @Operation(operationId = "exportEpisodesAsCsv", summary = "Export episodes by rows, as CSV", description = WHAT)
    @APIResponse(
            responseCode = "200",
            description = "A line of column names, then one line for each episode",
            content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
    public Response asCsv(
            @Parameter(description = "The first month of admissions", example = "2026-01", required = true)
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(description = "The last month of admissions; the first when left out", example = "2026-06")
                    @QueryParam("to")
                    @Nullable
                    String to,
            @QueryParam("programId") @Nullable UUID programId,
            @Parameter(description = "The day of the figures, not after today; today when left out")
                    @QueryParam("asOf")
                    @Nullable
                    LocalDate asOf) {
        return answer(EpisodeFile.CSV, from, to, programId, asOf);
    }

    private Response answer(
            EpisodeFile file,
            @Nullable String from,
            @Nullable String to,
            @Nullable UUID programId,
            @Nullable LocalDate asOf) {
        if (from == null) {
            throw ProblemException.invalid("from", "must be a month like 2026-09");
        }
        var first = month("from", from);
        var last = to == null ? first : month("to", to);
        if (last.isBefore(first) || last.isAfter(first.plusMonths(MOST_MONTHS - 1L))) {
            throw ProblemException.invalid(
                    "to", "must be the same month as from or up to " + (MOST_MONTHS - 1) + " months later");
        }
        var today = LocalDate.now(clock.withZone(policy.zone()));
        var day = Objects.requireNonNullElse(asOf, today);
        if (day.isAfter(today)) {
            throw ProblemException.invalid("asOf", "must not be after today, " + today);
        }
        var rows = exportEpisodes.read(first, last, programId, day, policy.zone());
        var name = "episodes-" + first + "-" + last + "-as-of-" + day + "." + file.ending();
        return Response.ok(file.write(rows), file.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }

    private static YearMonth month(String parameter, String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException notAMonth) {
            throw ProblemException.invalid(parameter, "must be a month like 2026-09");
        }
    }
}
