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
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.problem.ProblemException;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.jspecify.annotations.Nullable;

/** The program directory as EHRs read it: what programs do. */
@Path("/fhir/HealthcareService")
@Produces(ReferralBundleProvider.FHIR_JSON)
@RolesAllowed({
    COORDINATOR,
    CLINICIAN,
    PROGRAM_DIRECTOR,
    SCHEDULER,
    ANALYST,
    COMPLIANCE_OFFICER,
    PATIENT,
    "system/HealthcareService.r",
    "system/HealthcareService.rs"
})
@Tag(name = "FHIR", description = "The FHIR R4 face")
class HealthcareServiceProvider implements FhirProvider {

    private final Directory directory;
    private final FhirJson fhir;

    HealthcareServiceProvider(Directory directory, FhirJson fhir) {
        this.directory = directory;
        this.fhir = fhir;
    }

    @Override
    @PermitAll
    public String type() {
        return "HealthcareService";
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "readHealthcareService", summary = "Read a program of the directory as HealthcareService")
    @APIResponse(
            responseCode = "200",
            description = "The program",
            content =
                    @Content(
                            mediaType = ReferralBundleProvider.FHIR_JSON,
                            schema = @Schema(type = SchemaType.OBJECT, description = "A FHIR R4 HealthcareService")))
    public Response read(@PathParam("id") String id) {
        var program = directory.require(DirectorySearch.id("HealthcareService", id));
        return Response.ok(fhir.write(DirectoryMapping.service(program))).build();
    }

    @GET
    @Transactional
    @Operation(
            operationId = "searchHealthcareServices",
            summary = "Find programs as HealthcareServices, the nearest first",
            description =
                    "With location.near in order of great-circle distance, else in order of entry. Programs that were taken out of the list are not found.")
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
                    @QueryParam("location.near")
                    @Nullable
                    String near,
            @Parameter(
                            description = "A level of care, as code or as system|code",
                            example = "urn:care:iop:directory:level-of-care|2.1")
                    @SearchParameter(SearchParamType.TOKEN)
                    @QueryParam("characteristic")
                    @Nullable
                    String characteristic,
            @Parameter(description = "HealthcareService:location adds where each program is")
                    @QueryParam("_include")
                    @Nullable
                    String include,
            @Parameter(description = "Programs per page, 1 to 200, 50 when absent") @QueryParam("_count") @Nullable
                    Integer count,
            @Parameter(description = "The cursor of the next link of the page before") @QueryParam("after") @Nullable
                    String after,
            @Context UriInfo uri) {
        if (include != null && !include.equals("HealthcareService:location")) {
            throw ProblemException.invalid("_include", "must be HealthcareService:location");
        }
        var page = directory.find(
                DirectorySearch.near("location.near", near),
                level(characteristic),
                after,
                PageRequest.of(count, null).limit());
        var searchset = DirectorySearch.searchset(uri, page);
        for (var program : page.programs()) {
            searchset.match("HealthcareService", program.id(), DirectoryMapping.service(program));
        }
        if (include != null) {
            for (var program : page.programs()) {
                searchset.include("Location", program.id(), DirectoryMapping.location(program));
            }
        }
        return Response.ok(fhir.write(searchset.bundle())).build();
    }

    private static @Nullable String level(@Nullable String characteristic) {
        if (characteristic == null) {
            return null;
        }
        int bar = characteristic.indexOf('|');
        if (bar >= 0 && !characteristic.substring(0, bar).equals(DirectoryMapping.LEVEL_SYSTEM)) {
            throw ProblemException.invalid(
                    "characteristic", "must be a level of care of the system " + DirectoryMapping.LEVEL_SYSTEM);
        }
        return characteristic.substring(bar + 1);
    }
}
