package care.iop.intake.disclosure;

import care.iop.chassis.consent.DataClass;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The program agreed not to disclose something, or the agreement ended.
 *
 * @param recipientId whom it keeps out; null for everybody
 * @param dataClasses what it keeps in; empty for everything
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RestrictionChanged(
        UUID restrictionId,
        UUID patientId,
        @Nullable UUID recipientId,
        Set<DataClass> dataClasses,
        boolean ended,
        Instant occurredAt) {

    static final String TYPE = "care.iop.intake.restriction-changed.v1";
}
