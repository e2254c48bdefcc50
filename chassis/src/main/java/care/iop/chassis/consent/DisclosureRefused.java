package care.iop.chassis.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A machine asked for something and was answered as if it did not exist.
 *
 * @param patientId whose information it was; null when what was asked for does not exist
 * @param recipientId whose machine it is; null when it is nobody's that is registered
 * @param purpose the purpose that it stated, a code of HL7 v3; null when it stated none
 * @param reasons why, as codes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DisclosureRefused(
        UUID refusalId,
        @Nullable UUID patientId,
        @Nullable UUID recipientId,
        DataClass dataClass,
        @Nullable String purpose,
        String operation,
        List<String> reasons,
        String refusedTo,
        String requestId,
        Instant occurredAt) {

    /** Keeps a copy. */
    public DisclosureRefused {
        reasons = List.copyOf(reasons);
    }

    /** The type of the event of a service. */
    public static String type(String service) {
        return "care.iop." + service + ".disclosure-refused.v1";
    }
}
