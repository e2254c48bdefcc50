package care.iop.intake.disclosure;

import static care.iop.intake.IntakeRoles.PATIENT;

import care.iop.chassis.caller.Caller;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.problem.CommonProblem;
import care.iop.chassis.problem.ProblemException;
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
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/me/disclosures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "My record", description = "What patients can see and do about their own record")
class OwnDisclosureResource {

    private final DisclosureAccount account;
    private final Caller caller;

    OwnDisclosureResource(DisclosureAccount account, Caller caller) {
        this.account = account;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(PATIENT)
    @Transactional
    @Operation(
            operationId = "listOwnDisclosures",
            summary = "See to whom one's own information was disclosed, earliest first",
            description = "42 CFR 2.25: three years back when since is absent.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = DisclosureList.class)))
    public Response listOwn(
            @Parameter(description = "The first day, in UTC") @QueryParam("since") @Nullable LocalDate since,
            @Parameter(description = "Rows per page, 1 to 200, 50 when absent") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "The cursor from the Link header of the page before")
                    @QueryParam("after")
                    @Nullable
                    String after,
            @Context UriInfo uri) {
        var self = caller.patient()
                .orElseThrow(() -> new ProblemException(
                        CommonProblem.FORBIDDEN, "The access token names no patient. Ask for one with that claim."));
        return account.read(self, since, PageRequest.of(limit, after), uri);
    }
}
