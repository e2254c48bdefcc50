package care.iop.local;

import java.util.Locale;

/** Every port that the suite listens on. {@code IOP_PORT_<NAME>} in the environment replaces the default. */
enum Port {
    ORIGIN(8080, "the single origin"),
    KEYCLOAK(8180, "Keycloak"),
    POSTGRES(5544, "PostgreSQL"),
    KAFKA(9392, "Kafka"),
    KAFKA_CONTROLLER(9393, "Kafka's controller"),
    INTAKE(8081, "intake-service"),
    INTAKE_MANAGEMENT(9081, "intake-service's health and metrics"),
    SCHEDULING(8082, "scheduling-service"),
    SCHEDULING_MANAGEMENT(9082, "scheduling-service's health and metrics"),
    PROGRESS(8083, "progress-service"),
    PROGRESS_MANAGEMENT(9083, "progress-service's health and metrics");

    private final int usual;
    private final String purpose;

    Port(int usual, String purpose) {
        this.usual = usual;
        this.purpose = purpose;
    }

    int usual() {
        return usual;
    }

    /** Who listens there, in words. */
    String purpose() {
        return purpose;
    }

    String variable() {
        return "IOP_PORT_" + name().toUpperCase(Locale.ROOT);
    }
}
