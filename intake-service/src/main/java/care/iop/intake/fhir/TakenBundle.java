package care.iop.intake.fhir;

import java.util.Map;
import java.util.UUID;

/**
 * What became of a bundle.
 *
 * @param isNew whether the referral was made now, and not at an earlier time
 * @param entries where the entries that were taken are now, by their place in the bundle
 */
record TakenBundle(UUID referralId, boolean isNew, Map<Integer, Place> entries) {

    TakenBundle {
        entries = Map.copyOf(entries);
    }

    /**
     * Where something is kept.
     *
     * @param path the path below the service's root
     * @param isNew whether it was stored now, and not at an earlier time
     */
    record Place(String path, boolean isNew) {}

    static String patientPath(UUID patientId) {
        return "api/patients/" + patientId;
    }

    static String referralPath(UUID referralId) {
        return "api/referrals/" + referralId;
    }
}
