package care.iop.scheduling.roster;

import static org.assertj.core.api.Assertions.assertThat;

import care.iop.scheduling.roster.engine.Limits;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small programs are searched for steps, larger ones for the time that they are given. */
class RosterSettingsTest {

    private static final RosterSettings SETTINGS = new SmallRyeConfigBuilder()
            .withMapping(RosterSettings.class)
            .withSources(new PropertiesConfigSource(
                    Map.of(
                            "scheduling.roster.threads", "1",
                            "scheduling.roster.queue", "1",
                            "scheduling.roster.tries", "1",
                            "scheduling.roster.lease", "PT20S",
                            "scheduling.roster.small-program", "30",
                            "scheduling.roster.steps-per-client", "1000",
                            "scheduling.roster.weekend-check-in-minutes", "60"),
                    "test",
                    100))
            .build()
            .getConfigMapping(RosterSettings.class);

    @ParameterizedTest
    @CsvSource({"0,5000", "5,5000", "6,6000", "30,30000", "31," + Limits.ANY_STEPS})
    void stepsFollowTheNumberOfClients(int clients, long steps) {
        // when
        var allowed = SETTINGS.stepsFor(clients);

        // then
        assertThat(allowed).isEqualTo(steps);
    }
}
