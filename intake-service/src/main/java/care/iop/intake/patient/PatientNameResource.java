package care.iop.intake.patient;

import static care.iop.intake.IntakeRoles.CLINICIAN;
import static care.iop.intake.IntakeRoles.COORDINATOR;
import static care.iop.intake.IntakeRoles.PROGRAM_DIRECTOR;
import static care.iop.intake.IntakeRoles.SCHEDULER;

import care.iop.chassis.audit.AccessAudit;
import care.iop.intake.person.PersonName;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The names behind the identifiers that the other services keep: a page of theirs asks for all of its people at once. */
@Path("/api/patient-names")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Patients")
class PatientNameResource {

    private static final int MOST = 100;

    private final Patients patients;
    private final AccessAudit audit;

    PatientNameResource(Patients patients, AccessAudit audit) {
        this.patients = patients;
        this.audit = audit;
    }

    @GET
    @RolesAllowed({COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR, SCHEDULER})
    @Transactional
    @Operation(
            operationId = "listPatientNames",
            summary = "Read the names of up to 100 patients",
            description =
                    "Nothing but names, for pages of services that know people by identifier alone. Whoever is unknown here is left out; for a merged patient the name is that of the record that stands for both.")
    @APIResponse(responseCode = "200", description = "Those who are known, in no order")
    public PatientNameList list(
            @Parameter(description = "Identifiers of patients, the parameter repeated, 1 to 100")
                    @QueryParam("id")
                    @NotEmpty(message = "must name at least one patient: ?id=…&id=…")
                    @Size(max = MOST, message = "must name at most {max} patients: ask again for the others")
                    List<UUID> ids) {
        var found = patients.find("id in ?1", Set.copyOf(ids)).list();
        audit.readAll("PatientName", found.stream().map(Patient::id).toList());
        return new PatientNameList(found.stream()
                .map(patient -> PatientName.of(patient.id(), patients.survivorOf(patient)))
                .toList());
    }

    /** Names of patients. */
    record PatientNameList(@Schema(required = true) List<PatientName> items) {}

    /** What one patient is called. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PatientName(
            @Schema(required = true, description = "As asked")
            UUID patientId,

            @Nullable PersonName givenName,
            @Schema(required = true) PersonName familyName) {

        static PatientName of(UUID asked, Patient named) {
            var view = named.view();
            return new PatientName(asked, view.givenName(), view.familyName());
        }
    }
}
