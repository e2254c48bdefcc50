package care.iop.intake.fhir;

import care.iop.chassis.fhir.FhirAddress;
import care.iop.chassis.fhir.StrictFhir;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.IntakeProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.hibernate.exception.ConstraintViolationException;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.ServiceRequest;
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
        var contained = strict.takeTree(ServiceRequest.class, body, MOST_BYTES, ContainedEntries::of);
        var received = reader.read(contained.bundle(), BundleType.TRANSACTION, contained::expression);
        if (ifNoneExist != null) {
            IfNoneExist.require(ifNoneExist, received.request().orElseThrow().key());
        }
        var taken = take(received);
        var location = FhirAddress.of(
                        uri, Told.SERVICE_REQUEST.type(), taken.referralId().toString())
                .build();
        return (taken.isNew() ? Response.created(location) : Response.ok().location(location))
                .entity(fhir.write(new BundleAnswer(received, taken, uri).summary()))
                .build();
    }
}
