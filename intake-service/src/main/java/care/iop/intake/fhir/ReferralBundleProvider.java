package care.iop.intake.fhir;

import static care.iop.intake.IntakeRoles.COORDINATOR;
import static care.iop.intake.IntakeRoles.SENDS_REFERRALS;

import care.iop.chassis.fhir.FhirSystem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hl7.fhir.r4.model.CapabilityStatement.SystemRestfulInteraction;

/** Receives referrals as EHRs send them. */
@Path("/fhir")
@Tag(name = "FHIR", description = "The FHIR R4 face")
class ReferralBundleProvider implements FhirSystem {

    static final String FHIR_JSON = "application/fhir+json";

    private final BundleReader reader;
    private final ReceiveReferrals receiveReferrals;
    private final FhirJson fhir;

    ReferralBundleProvider(BundleReader reader, ReceiveReferrals receiveReferrals, FhirJson fhir) {
        this.reader = reader;
        this.receiveReferrals = receiveReferrals;
        this.fhir = fhir;
    }

    @Override
    public List<SystemRestfulInteraction> interactions() {
        return List.of(SystemRestfulInteraction.TRANSACTION, SystemRestfulInteraction.BATCH);
    }

    @POST
    @Consumes(FHIR_JSON)
    @Produces(FHIR_JSON)
    @RolesAllowed({COORDINATOR, SENDS_REFERRALS})
    @Operation(
            operationId = "receiveReferralBundle",
            summary = "Receive a referral as a FHIR R4 Bundle; the same bundle again changes nothing",
            description = """
                    Takes a Bundle of type transaction, batch or collection, up to 16 MiB, with exactly one Patient. Beside the \
                    Patient it takes the active ServiceRequest whose category is a patient referral (SNOMED CT 3457005) or absent, \
                    active Coverages, and Observations with the total of AUDIT-C (LOINC 75626-2), DAST-10 (82667-7), \
                    PHQ-2 (55758-7), PHQ-9 (44261-6) or GAD-7 (70274-6). Without a ServiceRequest it is a referral all the same. \
                    The response has an entry for each entry, in the same order: 201 stored, 200 already there, 204 not kept by this \
                    service, 422 refused with the reason. The Patient's entry carries an OperationOutcome that sums up what was \
                    not taken. The Patient and the ServiceRequest must be sound, or nothing is taken. What comes again is \
                    recognized by its identifiers, or by its content when it has none. A known patient's details are not changed. \
                    Clients need the scope system/ServiceRequest.c, people the role intake-coordinator.""")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = FHIR_JSON,
                        schema =
                                @Schema(
                                        type = SchemaType.OBJECT,
                                        description = "A FHIR R4 Bundle",
                                        examples = ReferralBundleProvider.EXAMPLE))
            })
    @APIResponse(
            responseCode = "200",
            description = "A Bundle of type transaction-response, or batch-response to a batch or collection",
            content =
                    @Content(
                            mediaType = FHIR_JSON,
                            schema = @Schema(type = SchemaType.OBJECT, description = "A FHIR R4 Bundle")))
    @APIResponse(
            responseCode = "409",
            description =
                    "identity-conflict: the identifiers name several of our patients, or one with another birth date")
    public Response receive(byte[] body, @Context UriInfo uri) {
        var received = reader.read(body);
        var taken = receiveReferrals.take(received);
        var answer = new BundleAnswer(received, taken, uri);
        return Response.ok(fhir.write(answer.bundle()), FHIR_JSON).build();
    }

    static final String EXAMPLE = """
            {
              "resourceType": "Bundle",
              "type": "transaction",
              "entry": [
                {
                  "fullUrl": "urn:uuid:019a2b3c-0000-7000-8000-00000000000a",
                  "resource": {
                    "resourceType": "Patient",
                    "identifier": [{"system": "https://hospital.example.org/mrn", "value": "MRN-0001"}],
                    "name": [{"use": "official", "family": "Example", "given": ["Avery"]}],
                    "gender": "female",
                    "birthDate": "1988-04-17"
                  },
                  "request": {"method": "POST", "url": "Patient"}
                },
                {
                  "resource": {
                    "resourceType": "ServiceRequest",
                    "identifier": [{"system": "https://hospital.example.org/orders", "value": "ORD-0001"}],
                    "status": "active",
                    "intent": "order",
                    "category": [{"coding": [{"system": "http://snomed.info/sct", "code": "3457005"}]}],
                    "priority": "urgent",
                    "subject": {"reference": "urn:uuid:019a2b3c-0000-7000-8000-00000000000a"}
                  },
                  "request": {"method": "POST", "url": "ServiceRequest"}
                }
              ]
            }""";
}
