package care.iop.intake.fhir;

import static care.iop.intake.IntakeRoles.ANALYST;
import static care.iop.intake.IntakeRoles.CLINICIAN;
import static care.iop.intake.IntakeRoles.COMPLIANCE_OFFICER;
import static care.iop.intake.IntakeRoles.COORDINATOR;
import static care.iop.intake.IntakeRoles.PATIENT;
import static care.iop.intake.IntakeRoles.PROGRAM_DIRECTOR;
import static care.iop.intake.IntakeRoles.SCHEDULER;

import care.iop.chassis.fhir.FhirProvider;
import care.iop.chassis.fhir.SearchParameter;
import care.iop.chassis.fhir.UsCore;
import care.iop.chassis.http.PageRequest;
import care.iop.intake.directory.Directory;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.jspecify.annotations.Nullable;

/** The program directory as EHRs read it: where programs are. */
@Path("/fhir/Location")
@Produces(ReferralBundleProvider.FHIR_JSON)
@RolesAllowed({
    COORDINATOR,
    CLINICIAN,
    PROGRAM_DIRECTOR,
    SCHEDULER,
    ANALYST,
    COMPLIANCE_OFFICER,
    PATIENT,
    "system/Location.r",
    "system/Location.rs"
})
@Tag(name = "FHIR", description = "The FHIR R4 face")
class LocationProvider implements FhirProvider {

    private final Directory directory;
    private final FhirJson fhir;

    LocationProvider(Directory directory, FhirJson fhir) {
        this.directory = directory;
        this.fhir = fhir;
    }

    @Override
    @PermitAll
    public String type() {
        return "Location";
    }

    @Override
    @PermitAll
    public Optional<String> profile() {
        return Optional.of(UsCore.profile("location"));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "readLocation", summary = "Read where a program of the directory is")
    @APIResponse(
            responseCode = "200",
            description = "The place; its identifier is the program's",
            content =
                    @Content(
                            mediaType = ReferralBundleProvider.FHIR_JSON,
                            schema = @Schema(type = SchemaType.OBJECT, description = "A FHIR R4 Location")))
    public Response read(@PathParam("id") String id) {
        var program = directory.require(DirectorySearch.id("Location", id));
        return Response.ok(fhir.write(DirectoryMapping.location(program))).build();
    }

    @GET
    @Transactional
    @Operation(
            operationId = "searchLocations",
            summary = "Find the places of programs, the nearest first",
            description = "With near in order of great-circle distance, else in order of entry.")
    @APIResponse(
            responseCode = "200",
            description = "A Bundle of type searchset, with a link to the next page",
            content =
                    @Content(
                            mediaType = ReferralBundleProvider.FHIR_JSON,
                            schema = @Schema(type = SchemaType.OBJECT, description = "A FHIR R4 Bundle")))
    public Response search(
            @Parameter(
                            description =
                                    "latitude|longitude|distance|units; units km (when absent), [mi_us] or [mi_i]",
                            example = "38.627|-90.1994|25|[mi_us]")
                    @SearchParameter(SearchParamType.SPECIAL)
                    @QueryParam("near")
                    @Nullable
                    String near,
            @Parameter(description = "Places per page, 1 to 200, 50 when absent") @QueryParam("_count") @Nullable
                    Integer count,
            @Parameter(description = "The cursor of the next link of the page before") @QueryParam("after") @Nullable
                    String after,
            @Context UriInfo uri) {
        var page = directory.find(
                DirectorySearch.near("near", near),
                null,
                after,
                PageRequest.of(count, null).limit());
        var searchset = DirectorySearch.searchset(uri, page);
        for (var program : page.programs()) {
            searchset.match("Location", program.id(), DirectoryMapping.location(program));
        }
        return Response.ok(fhir.write(searchset.bundle())).build();
    }
}
