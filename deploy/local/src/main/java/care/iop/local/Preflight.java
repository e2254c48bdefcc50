package care.iop.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/** What has to hold before anything is started. */
final class Preflight {
    /** Fresh data of all parts took 0.5 GiB; the rest is for a day's work and logs. */
    static final long NEEDED_BYTES = 1L << 30;

    private static final long BYTES_PER_MIB = 1L << 20;

    private Preflight() {}

    static void requireFree(Settings settings, Collection<Port> ports) {
        for (Port port : ports) {
            int number = settings.port(port);
            if (!PortOwner.isFree(number)) {
                throw new CannotContinue("Port " + number + ", where " + port.purpose() + " would listen, is taken by "
                        + PortOwner.describe(number) + "; end it, or set " + port.variable() + " to a free port.");
            }
        }
    }

    static void requireSpace(Path directory, long bytes) {
        try {
            Files.createDirectories(directory);
            long usable = Files.getFileStore(directory).getUsableSpace();
            if (usable < bytes) {
                throw new CannotContinue(diskFull(directory, usable / BYTES_PER_MIB + " MiB are", bytes));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not use " + directory, e);
        }
    }

    static String diskFull(Path directory, String left, long needed) {
        return "The disk of " + directory + " is full (" + left + " left, " + needed / BYTES_PER_MIB
                + " MiB are needed); free some space, or set IOP_HOME to a directory elsewhere.";
    }

    static void requireBuilt(Settings settings, boolean withServices) {
        if (Files.notExists(settings.keycloakDistribution().resolve("lib/quarkus-run.jar"))) {
            throw new CannotContinue("Keycloak is not unpacked in " + settings.keycloakDistribution()
                    + "; run deploy/local/up, which builds what is missing, or mvn package.");
        }
        if (!withServices) {
            return;
        }
        for (Service service : Service.values()) {
            if (Files.notExists(service.runnableJar(settings.repository()))) {
                throw new CannotContinue(service.moduleName()
                        + " is not built; run deploy/local/up, which builds what is missing, or mvn package.");
            }
        }
    }
}
