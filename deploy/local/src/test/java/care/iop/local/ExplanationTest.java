package care.iop.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private final Settings settings = Settings.from(Path.of("/checkout"), Map.of());

    @Test
    void recognizesAFullDiskWhereverItIsNoticed() {
        // given
        Throwable failure = new IllegalStateException(
                "Kafka ended at once.", new UncheckedIOException(new IOException("No space left on device")));
        // when
        String sentence = Explanation.of(failure, settings);
        // then
        assertEquals(
                "The disk of /checkout/.iop is full (nothing left, 1024 MiB are needed); free some space, or set IOP_HOME"
                        + " to a directory elsewhere.",
                sentence);
    }

    @Test
    void passesASentenceOn() {
        // given
        Throwable failure = new CannotContinue("Port 8080 is taken.");
        // when
        String sentence = Explanation.of(failure, settings);
        // then
        assertEquals("Port 8080 is taken.", sentence);
    }

    @Test
    void namesTheReasonsOfWhatNobodyForesaw() {
        // given
        Throwable failure = new IllegalStateException("could not start PostgreSQL", new IOException("bad locale"));
        // when
        String sentence = Explanation.of(failure, settings);
        // then
        assertEquals(
                "That did not work: could not start PostgreSQL: bad locale (logs are in /checkout/.iop/logs)",
                sentence);
    }
}
