package care.iop.intake.fhir;

import static care.iop.intake.IntakeRoles.COORDINATOR;

import care.iop.chassis.fhir.StrictFhir;
import care.iop.intake.benefits.VerifyBenefits;
import care.iop.intake.benefits.X12Settings;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.ZoneId;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hl7.fhir.r4.model.CoverageEligibilityResponse;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/** Takes what payers answer about a patient's benefits. */
@Path("/fhir/CoverageEligibilityResponse")
@Tag(name = "FHIR", description = "The FHIR R4 face")
class CoverageEligibilityResponseProvider {

    private static final int MAX_BYTES = 1 << 20;

    private final FhirJson fhir;
    private final StrictFhir strict;
    private final VerifyBenefits verifyBenefits;
    private final X12Settings settings;
    private final Clock clock;
    private final ZoneId zone;

    CoverageEligibilityResponseProvider(
            FhirJson fhir,
            StrictFhir strict,
            VerifyBenefits verifyBenefits,
            X12Settings settings,
            Clock clock,
            @ConfigProperty(name = "iop.benefits.time-zone") ZoneId zone) {
        this.fhir = fhir;
        this.strict = strict;
        this.verifyBenefits = verifyBenefits;
        this.settings = settings;
        this.clock = clock;
        this.zone = zone;
    }

    @POST
    @Consumes(ReferralBundleProvider.FHIR_JSON)
    @Produces(ReferralBundleProvider.FHIR_JSON)
    @RolesAllowed(COORDINATOR)
    @Operation(
            operationId = "receiveCoverageEligibilityResponse",
            summary = "Keep a payer's answer that came as a FHIR R4 CoverageEligibilityResponse",
            description = """
                    One active response with an outcome and at most one insurance, up to 1 MiB. The patient is Patient/ and our own \
                    identifier, the insurer has a display. Items count by category (the service types of X12, 30 for the whole plan) \
                    or by a procedure that is billed for a level of care; benefits are deductible, copay, copay-percent, visit, and \
                    out-of-pocket-maximum, for which FHIR has no code. What contradicts itself is not taken, and shown as a conflict.""")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = ReferralBundleProvider.FHIR_JSON,
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            description = "A FHIR R4 CoverageEligibilityResponse",
                                            examples = EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description =
                    "Kept as the benefit verification of the Location; the OperationOutcome lists conflicts and notes",
            content =
                    @Content(
                            mediaType = ReferralBundleProvider.FHIR_JSON,
                            schema = @Schema(type = SchemaType.OBJECT, description = "A FHIR R4 OperationOutcome")))
    @APIResponse(responseCode = "409", description = "verification-superseded")
    public Response receive(
            @Parameter(description = "The verification that this one repeats") @QueryParam("reverifies") @Nullable
                    UUID reverifies,
            byte[] body,
            @Context UriInfo uri) {
        var mapped = map(body);
        var kept = verifyBenefits.take(mapped.patientId(), mapped.answer(), reverifies, null);
        var outcome = new OperationOutcome();
        kept.conflicts().forEach(text -> add(outcome, IssueSeverity.WARNING, IssueType.CONFLICT, text));
        kept.notes().forEach(text -> add(outcome, IssueSeverity.INFORMATION, IssueType.INFORMATIONAL, text));
        if (outcome.getIssue().isEmpty()) {
            add(outcome, IssueSeverity.INFORMATION, IssueType.INFORMATIONAL, "Kept; nothing contradicts itself.");
        }
        return Response.created(uri.getBaseUriBuilder()
                        .path("api/patients")
                        .path(mapped.patientId().toString())
                        .path("benefit-verifications")
                        .path(kept.verificationId().toString())
                        .build())
                .entity(fhir.write(outcome))
                .type(ReferralBundleProvider.FHIR_JSON)
                .build();
    }

    private EligibilityMapping.Mapped map(byte[] body) {
        return strict.take(
                CoverageEligibilityResponse.class,
                body,
                MAX_BYTES,
                answer -> EligibilityMapping.map(answer, settings, zone, clock.instant()));
    }

    private static void add(OperationOutcome outcome, IssueSeverity severity, IssueType type, String text) {
        outcome.addIssue().setSeverity(severity).setCode(type).setDiagnostics(text);
    }

    static final String EXAMPLE = """
            {
              "resourceType": "CoverageEligibilityResponse",
              "status": "active",
              "purpose": ["benefits"],
              "patient": {"reference": "Patient/019a2b3c-0000-7000-8000-00000000000a"},
              "created": "2026-11-23",
              "request": {"display": "Asked on the payer's portal"},
              "outcome": "complete",
              "insurer": {"display": "Example Health Plan"},
              "insurance": [
                {
                  "coverage": {"display": "Example Choice 2000"},
                  "inforce": true,
                  "benefitPeriod": {"start": "2026-01-01", "end": "2026-12-31"},
                  "item": [
                    {
                      "category": {"coding": [{"code": "AI"}]},
                      "network": {"coding": [{"code": "in"}]},
                      "unit": {"coding": [{"code": "individual"}]},
                      "authorizationRequired": true,
                      "benefit": [
                        {"type": {"coding": [{"code": "copay"}]}, "allowedMoney": {"value": 40.00, "currency": "USD"}},
                        {"type": {"coding": [{"code": "deductible"}]}, "allowedMoney": {"value": 1500.00, "currency": "USD"},
                         "usedMoney": {"value": 1000.00, "currency": "USD"}}
                      ]
                    }
                  ]
                }
              ]
            }""";
}
