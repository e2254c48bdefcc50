package care.iop.chassis.fhir;

/** The profiles of US Core 6.1.0 that resources here hold to. */
public final class UsCore {

    private static final String BASE = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-";

    private UsCore() {}

    /** The canonical of a profile by its name in US Core, such as {@code location}. */
    public static String profile(String name) {
        return BASE + name;
    }
}
