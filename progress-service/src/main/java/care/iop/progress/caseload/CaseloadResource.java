package care.iop.progress.caseload;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.http.Pages;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.Roles;
import care.iop.progress.attendance.IsoWeek;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/caseload")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Caseload", description = "How everyone in treatment is doing, one line each")
class CaseloadResource {

    private final CaseloadQuery caseload;
    private final AccessAudit audit;

    CaseloadResource(CaseloadQuery caseload, AccessAudit audit) {
        this.caseload = caseload;
        this.audit = audit;
    }

    @GET
    @RolesAllowed({Roles.CLINICIAN, Roles.PROGRAM_DIRECTOR})
    @Transactional
    @Operation(
            summary = "List the caseload",
            description =
                    "For each episode: hours and attendance of the week against the prescription, the last check-in, the"
                            + " last score, and the open alerts. Names are intake's to tell.")
    @APIResponse(
            responseCode = "200",
            description = "A page of the caseload",
            headers =
                    @Header(
                            name = "Link",
                            description = "rel=\"next\" with the next page, when there is one",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = CaseloadPage.class)))
    public Response listCaseload(
            @Parameter(description = "Only episodes of this program") @QueryParam("programId") @Nullable UUID programId,
            @Parameter(
                            description =
                                    "The ISO week to show. It has no default: which week it is depends on the program's"
                                            + " time zone, which the caller knows",
                            required = true,
                            example = "2026-W48")
                    @QueryParam("week")
                    @Nullable
                    String week,
            @Parameter(description = "Rows on a page, 1 to 200; 50 when left out") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "Where the page begins: taken from the Link header of the page before")
                    @QueryParam("after")
                    @Nullable
                    String after,
            @Context UriInfo uri) {
        if (week == null) {
            throw ProblemException.invalid("week", "is needed: an ISO week like 2026-W48");
        }
        var shownWeek = IsoWeek.parse("week", week);
        var page = PageRequest.of(limit, after);
        var rows = caseload.page(programId, shownWeek, page);
        return Pages.ok(uri, rows, page, CaseloadRow::admissionId, shown -> {
            audit.readAll("Caseload", shown.stream().map(CaseloadRow::patientId).toList());
            return new CaseloadPage(shown.stream()
                    .map(row -> CaseloadEntryView.of(row, shownWeek))
                    .toList());
        });
    }
}
