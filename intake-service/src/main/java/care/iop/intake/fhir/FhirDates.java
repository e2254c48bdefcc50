package care.iop.intake.fhir;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.hl7.fhir.r4.model.BaseDateTimeType;

/** FHIR dates and times, which may be known to the year, the month, the day or the moment. */
final class FhirDates {

    private static final int LENGTH_OF_DAY = "2026-01-31".length();

    private FhirDates() {}

    /** The day as the sender wrote it, in the sender's own offset; empty when only the month or the year is known. */
    static Optional<LocalDate> day(BaseDateTimeType date) {
        var written = date.getValueAsString();
        return written == null || written.length() < LENGTH_OF_DAY
                ? Optional.empty()
                : Optional.of(LocalDate.parse(written.substring(0, LENGTH_OF_DAY)));
    }

    /** The moment; empty when only the day is known, or a time of which nobody knows the offset. */
    static Optional<Instant> moment(BaseDateTimeType date) {
        var written = date.getValueAsString();
        return written != null && written.length() > LENGTH_OF_DAY && date.getTimeZone() != null
                ? Optional.of(date.getValue().toInstant())
                : Optional.empty();
    }
}
