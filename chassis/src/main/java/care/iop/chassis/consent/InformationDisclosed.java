package care.iop.chassis.consent;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A machine was told something of a person, under consent; a row of the account of disclosures, 42 CFR 2.25.
 *
 * @param resource the type of what was told
 * @param count how many of them; 0 when it was told that there are none
 * @param disclosedTo the subject of the machine's access token
 */
public record InformationDisclosed(
        UUID disclosureId,
        UUID patientId,
        UUID recipientId,
        Set<DataClass> dataClasses,
        String resource,
        int count,
        PurposeOfUse purpose,
        Set<UUID> consentIds,
        String noticeVersion,
        String disclosedTo,
        String requestId,
        Instant occurredAt) {

    /** Keeps sets in order, so that the same is told in the same words. */
    public InformationDisclosed {
        dataClasses = Collections.unmodifiableSortedSet(new TreeSet<>(dataClasses));
        consentIds = Collections.unmodifiableSortedSet(new TreeSet<>(consentIds));
    }

    /** The type of the event of a service. */
    public static String type(String service) {
        return "care.iop." + service + ".information-disclosed.v1";
    }
}
