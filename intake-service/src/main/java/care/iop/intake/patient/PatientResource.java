package care.iop.intake.patient;

import static care.iop.intake.IntakeRoles.CLINICIAN;
import static care.iop.intake.IntakeRoles.COORDINATOR;
import static care.iop.intake.IntakeRoles.PROGRAM_DIRECTOR;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.http.ETags;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.http.Pages;
import care.iop.chassis.idempotency.Idempotent;
import care.iop.chassis.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/patients")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Patients", description = "Who the people are: names, birth dates, identifiers, contacts")
class PatientResource {

    private final Patients patients;
    private final RegisterPatient registerPatient;
    private final ChangePatient changePatient;
    private final AccessAudit audit;

    PatientResource(
            Patients patients, RegisterPatient registerPatient, ChangePatient changePatient, AccessAudit audit) {
        this.patients = patients;
        this.registerPatient = registerPatient;
        this.changePatient = changePatient;
        this.audit = audit;
    }

    @POST
    @RolesAllowed(COORDINATOR)
    @Idempotent
    @Transactional
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "Makes a retry safe: the same key and request get the first answer again",
            schema = @Schema(type = SchemaType.STRING, maxLength = 128))
    @Operation(operationId = "registerPatient", summary = "Register a patient")
    @APIResponse(
            responseCode = "201",
            description = "Registered",
            content = @Content(schema = @Schema(implementation = PatientView.class)))
    @APIResponse(responseCode = "409", description = "identifier-taken")
    public Response register(@Valid @NotNull PatientRequest request, @Context UriInfo uri) {
        var patient = registerPatient.register(request, null);
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(patient.id().toString())
                        .build())
                .header(HttpHeaders.ETAG, ETags.of(patient.version()))
                .entity(patient.view())
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(
            operationId = "getPatient",
            summary = "Read a patient",
            description =
                    "A patient who was merged stays readable: replacedBy, and a Link with rel=canonical, name the patient whose record stands for this one.")
    @APIResponse(
            responseCode = "200",
            description = "The patient, with the version as ETag",
            content = @Content(schema = @Schema(implementation = PatientView.class)))
    public Response get(@PathParam("id") UUID id, @Context UriInfo uri) {
        var patient = patients.require(id);
        audit.read("Patient", id, id);
        var answer = answer(patient);
        if (patient.mergedInto().isEmpty()) {
            return answer;
        }
        var survivor = uri.getBaseUriBuilder()
                .scheme(null)
                .host(null)
                .port(-1)
                .path(PatientResource.class)
                .path(patients.survivorOf(patient).id().toString())
                .build();
        return Response.fromResponse(answer)
                .links(Link.fromUri(survivor).rel("canonical").build())
                .build();
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(COORDINATOR)
    @Operation(operationId = "changePatient", summary = "Replace what is known of a patient")
    @APIResponse(
            responseCode = "200",
            description = "The patient as changed, with the new version as ETag",
            content = @Content(schema = @Schema(implementation = PatientView.class)))
    @APIResponse(responseCode = "409", description = "identifier-taken, or patient-merged with the patient to use")
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull PatientRequest request) {
        return answer(changePatient.change(id, ifMatch, request));
    }

    @GET
    @RolesAllowed({COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(operationId = "listPatients", summary = "List patients, or find the one with an identifier")
    @APIResponse(
            responseCode = "200",
            description = "One page, in order of registration",
            content = @Content(schema = @Schema(implementation = PatientList.class)))
    public Response list(
            @Parameter(description = "The form system|value", example = "https://hospital.example.org/mrn|MRN-0001")
                    @QueryParam("identifier")
                    @Nullable
                    String identifier,
            @Parameter(description = "Rows per page, 1 to 200, 50 when absent") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "The cursor from the Link header of the page before")
                    @QueryParam("after")
                    @Nullable
                    String after,
            @Context UriInfo uri) {
        var page = PageRequest.of(limit, after);
        var found = identifier == null ? patients.page(page) : identifiedBy(identifier);
        audit.readAll(
                "Patient", found.stream().limit(page.limit()).map(Patient::id).toList());
        return Pages.ok(uri, found, page, Patient::id, PatientList::of);
    }

    private List<Patient> identifiedBy(String token) {
        var identifier = Identifier.parse(token)
                .orElseThrow(() -> ProblemException.invalid("identifier", "must have the form system|value"));
        return List.copyOf(patients.identifiedBy(List.of(identifier)));
    }

    private static Response answer(Patient patient) {
        return Response.ok(patient.view())
                .header(HttpHeaders.ETAG, ETags.of(patient.version()))
                .build();
    }
}
