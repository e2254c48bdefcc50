package care.iop.intake.fhir;

import care.iop.intake.benefits.InsurancePolicy;
import care.iop.intake.patient.PatientRequest;
import care.iop.intake.person.PrivateText;
import care.iop.intake.referral.Urgency;
import care.iop.intake.screening.ScreeningResult;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one entry of a bundle is to us. */
sealed interface EntryReading {

    /** Where the entry stands in the bundle, from 0. */
    int index();

    /** What recognizes the entry when it is sent again; empty for what is not taken. */
    default Optional<SourceKey> takenAs() {
        if (this instanceof Person person) {
            return Optional.of(person.key());
        }
        if (this instanceof Request request) {
            return Optional.of(request.key());
        }
        if (this instanceof Policy policy) {
            return Optional.of(policy.key());
        }
        return this instanceof Screening screening ? Optional.of(screening.key()) : Optional.empty();
    }

    /** The person whom the bundle is about. */
    record Person(int index, PatientRequest details, SourceKey key, List<Remark> remarks) implements EntryReading {}

    /** What the sender asks for. */
    record Request(
            int index,
            Urgency urgency,
            @Nullable PrivateText reason,
            @Nullable LocalDate desiredStartOn,
            SourceKey key) implements EntryReading {}

    /** An insurance policy of the person. */
    record Policy(int index, InsurancePolicy.Terms terms, SourceKey key) implements EntryReading {}

    /** A total of a screening instrument. */
    record Screening(int index, ScreeningResult.Measurement measurement, SourceKey key) implements EntryReading {}

    /** A resource that this service does not keep. */
    record NotKept(int index, String resourceType) implements EntryReading {}

    /** A resource that this service would keep if it were sound. */
    record Refused(int index, String resourceType, Remark remark) implements EntryReading {}

    /**
     * Something the sender should know about an element.
     *
     * @param expression the element's FHIRPath
     */
    record Remark(String expression, String text) {}
}
