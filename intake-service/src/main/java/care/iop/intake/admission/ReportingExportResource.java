package care.iop.intake.admission;

import static care.iop.intake.IntakeRoles.PROGRAM_DIRECTOR;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/reporting-exports")
@Produces(ReportingExportResource.CSV)
@RolesAllowed(PROGRAM_DIRECTOR)
@Tag(
        name = "Reporting exports",
        description = "Files of TEDS records and the National Outcome Measures, under role and audit")
class ReportingExportResource {

    static final String CSV = "text/csv";

    private static final String MONTHS =
            "Of the months asked for, at most 12; this month (UTC) when left out. At most 20,000 stays. Each stay in it is noted in the access log.";
    private static final int MOST_MONTHS = 12;
    private static final int MOST_STAYS = 20_000;

    private final Admissions admissions;
    private final EndReasonCodes codes;
    private final AccessAudit audit;
    private final Clock clock;

    ReportingExportResource(Admissions admissions, EndReasonCodes codes, AccessAudit audit, Clock clock) {
        this.admissions = admissions;
        this.codes = codes;
        this.audit = audit;
        this.clock = clock;
    }

    @GET
    @Path("/teds-admissions")
    @Transactional
    @Operation(
            operationId = "exportTedsAdmissions",
            summary = "Export TEDS admission records as CSV",
            description = MONTHS)
    @APIResponse(
            responseCode = "200",
            description = "A line of column names, then one line for each admission",
            content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
    public String tedsAdmissions(
            @Parameter(description = "The first month of admissions", example = "2026-09") @QueryParam("from") @Nullable
                    String from,
            @Parameter(description = "The last month of admissions", example = "2026-11") @QueryParam("to") @Nullable
                    String to) {
        return export(ReportingExport.TEDS_ADMISSIONS, from, to);
    }

    @GET
    @Path("/teds-discharges")
    @Transactional
    @Operation(
            operationId = "exportTedsDischarges",
            summary = "Export TEDS discharge records as CSV",
            description = MONTHS)
    @APIResponse(
            responseCode = "200",
            description = "A line of column names, then one line for each discharge",
            content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
    public String tedsDischarges(
            @Parameter(description = "The first month of discharges", example = "2026-09") @QueryParam("from") @Nullable
                    String from,
            @Parameter(description = "The last month of discharges", example = "2026-11") @QueryParam("to") @Nullable
                    String to) {
        return export(ReportingExport.TEDS_DISCHARGES, from, to);
    }

    @GET
    @Path("/national-outcome-measures")
    @Transactional
    @Operation(
            operationId = "exportOutcomeMeasures",
            summary = "Export the National Outcome Measures of discharges as CSV",
            description = "Only measures that are known at both the admission and the discharge. " + MONTHS)
    @APIResponse(
            responseCode = "200",
            description = "A line of column names, then one line for each measure of each discharge",
            content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
    public String outcomeMeasures(
            @Parameter(description = "The first month of discharges", example = "2026-09") @QueryParam("from") @Nullable
                    String from,
            @Parameter(description = "The last month of discharges", example = "2026-11") @QueryParam("to") @Nullable
                    String to) {
        return export(ReportingExport.NATIONAL_OUTCOME_MEASURES, from, to);
    }

    private String export(ReportingExport export, @Nullable String from, @Nullable String to) {
        var first = from == null ? YearMonth.now(clock) : month("from", from);
        var last = to == null ? first : month("to", to);
        if (last.isBefore(first) || last.isAfter(first.plusMonths(MOST_MONTHS - 1L))) {
            throw ProblemException.invalid(
                    "to", "must be the same month as from or up to " + (MOST_MONTHS - 1) + " months later");
        }
        var stays = admissions.ofMonths(
                export.isOfDischarges(), first.atDay(1), last.plusMonths(1).atDay(1), MOST_STAYS + 1);
        if (stays.size() > MOST_STAYS) {
            throw ProblemException.invalid("to", "must be earlier: there are more than " + MOST_STAYS + " stays");
        }
        audit.readAll(
                "ReportingRecord", stays.stream().map(Admission::patientId).toList());
        return export.csv(stays.stream().map(stay -> stay.reporting(codes)).toList());
    }

    private static YearMonth month(String parameter, String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeParseException notAMonth) {
            throw ProblemException.invalid(parameter, "must be a month like 2026-09");
        }
    }
}
