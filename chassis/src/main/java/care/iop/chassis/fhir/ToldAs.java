package care.iop.chassis.fhir;

import care.iop.chassis.consent.DataClass;
import java.util.Optional;

/**
 * A FHIR type as which something of a person is told, and the part of the record that a consent has to name for it.
 *
 * @param profile the canonical of the profile that each resource holds to; empty for the type alone
 */
public record ToldAs(String type, Optional<String> profile, DataClass dataClass) {

    /** Told by the type alone. */
    public static ToldAs of(String type, DataClass dataClass) {
        return new ToldAs(type, Optional.empty(), dataClass);
    }

    /** Told by a profile, too. */
    public static ToldAs of(String type, String profile, DataClass dataClass) {
        return new ToldAs(type, Optional.of(profile), dataClass);
    }
}
