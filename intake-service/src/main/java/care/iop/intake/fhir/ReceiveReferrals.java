package care.iop.intake.fhir;

import care.iop.chassis.fhir.FhirAddress;
import care.iop.chassis.fhir.StrictFhir;
import care.iop.chassis.problem.CommonProblem;
import care.iop.chassis.problem.FieldProblem;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.IntakeProblem;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.hibernate.exception.ConstraintViolationException;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.jspecify.annotations.Nullable;

/** Takes referrals that EHRs send, and each only once, however often and by whatever way it comes. */
@ApplicationScoped
class ReceiveReferrals {

    private static final int MOST_BYTES = 1024 * 1024;

    private final StrictFhir strict;
    private final BundleReader reader;
    private final TakeBundle takeBundle;
    private final FhirJson fhir;

    ReceiveReferrals(StrictFhir strict, BundleReader reader, TakeBundle takeBundle, FhirJson fhir) {
        this.strict = strict;
        this.reader = reader;
        this.takeBundle = takeBundle;
        this.fhir = fhir;
    }

    /** The same bundle twice at once: the database lets one of them store, and the other one then finds all of it. */
    TakenBundle take(ReceivedBundle received) {
        try {
            return takeBundle.take(received);
        } catch (ProblemException e) {
            if (e.type() == IntakeProblem.IDENTIFIER_TAKEN) {
                return takeBundle.take(received);
            }
            throw e;
        } catch (ConstraintViolationException e) {
            return takeBundle.take(received);
        }
    }

    /**
     * Takes one ServiceRequest that contains its Patient, or finds that it was taken before.
     *
     * @param ifNoneExist the search of a conditional create, which can only be for the request's own identifier
     * @throws ProblemException 413, 400 when the body is no JSON, 422 with the element or header at fault
     */
    Response create(byte[] body, @Nullable String ifNoneExist, UriInfo uri) {
        var request = requestOf(body);
        var recognizedBy = recognizedBy(request);
        if (ifNoneExist != null) {
            IfNoneExist.require(ifNoneExist, recognizedBy);
        }
        var contained = ContainedEntries.of(request);
        var received = reader.read(contained.bundle(), BundleType.TRANSACTION, contained::expression);
        var taken = take(received);
        var location = FhirAddress.of(
                        uri, Told.SERVICE_REQUEST.type(), taken.referralId().toString())
                .build();
        var summary = new BundleAnswer(
                        received,
                        taken,
                        path -> uri.getBaseUriBuilder().path(path).build().toString())
                .summary();
        return (taken.isNew() ? Response.created(location) : Response.ok().location(location))
                .entity(fhir.write(summary))
                .build();
    }

    private JsonNode requestOf(byte[] body) {
        if (body.length > MOST_BYTES) {
            throw new ProblemException(
                    CommonProblem.BODY_TOO_LARGE, "Send at most " + MOST_BYTES + " bytes, or a Bundle.");
        }
        JsonNode request;
        try {
            request = strict.tree(body);
        } catch (IOException e) {
            throw new ProblemException(
                    CommonProblem.MALFORMED_REQUEST,
                    "The body is no JSON, has a key twice, or is nested too deeply. Send one FHIR R4 ServiceRequest.");
        }
        if (!"ServiceRequest".equals(request.path("resourceType").asText())) {
            throw refusal("resourceType", "must be ServiceRequest");
        }
        if (!ServiceRequestMapping.isReferral(request)) {
            throw refusal("category", "must be a patient referral (SNOMED CT 3457005), or absent");
        }
        return request;
    }

    /** The identifier that {@link FhirJson#keyOf} makes the key of. */
    private static String recognizedBy(JsonNode request) {
        return StreamSupport.stream(request.path("identifier").spliterator(), false)
                .filter(identifier -> isText(identifier.path("system")) && isText(identifier.path("value")))
                .map(identifier -> identifier.path("system").asText() + "|"
                        + identifier.path("value").asText())
                .sorted()
                .findFirst()
                .orElseThrow(() -> refusal(
                        "identifier",
                        "must have one with system and value: it recognizes the request when it is sent again"));
    }

    private static boolean isText(JsonNode node) {
        return node.isTextual() && !node.asText().isEmpty();
    }

    static ProblemException refusal(String element, String fault) {
        return new ProblemException(
                CommonProblem.INVALID_VALUE,
                "What was sent can't be taken.",
                List.of(new FieldProblem("ServiceRequest." + element, fault)));
    }
}
