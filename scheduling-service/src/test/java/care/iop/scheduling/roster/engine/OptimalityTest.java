package care.iop.scheduling.roster.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import care.iop.scheduling.roster.engine.constraint.Score;
import care.iop.scheduling.roster.engine.problem.RosterProblem;
import com.google.ortools.Loader;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds the engine to optima that CP-SAT has proven. Its library is native: on Linux on x86-64 it must be there, elsewhere
 * these tests are skipped.
 */
@Tag("native")
class OptimalityTest {

    private static final boolean LINUX_X86_64 = System.getProperty("os.name").equals("Linux")
            && System.getProperty("os.arch").toLowerCase(Locale.ROOT).matches("amd64|x86_64");

    @BeforeAll
    static void loadsTheSolver() {
        assumeTrue(LINUX_X86_64, "CP-SAT's library is on the test class path for Linux on x86-64 only");
        Loader.loadNativeLibraries();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void noRosterOfASmallProgramIsBetter(long seed) {
        // given
        RosterProblem problem = RandomWeeks.smallProgram(seed);
        Optional<Score> optimum = OptimalRoster.score(problem, 60);
        assertTrue(optimum.isPresent(), "the optimum is proven");

        // when
        RosterResult result = new RosterEngine().solve(problem, new Limits(4_000, Duration.ofMinutes(2), seed));

        // then
        assertEquals(optimum.get(), result.score(), () -> "seed " + seed);
    }
}
