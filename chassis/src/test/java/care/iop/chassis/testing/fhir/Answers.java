package care.iop.chassis.testing.fhir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps what a FHIR face really answered, for {@code deploy/conformance} to validate. */
public final class Answers {

    private static final Path FOLDER = Path.of("target", "fhir");

    private Answers() {}

    /** Keeps an answer under a name of its own, such as {@code Observation-corrected}. */
    public static void keep(String name, String json) {
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(name + ".json"), json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
