package care.iop.chassis.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RepeatedWorkTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicLong nanos = new AtomicLong(-5_000_000_000L);
    private final RepeatedWork works = new RepeatedWork(meters, nanos::get);

    @Test
    void silenceGrowsUntilARoundEndsWell() {
        // given
        var rounds = works.watch("baking", Duration.ofMillis(1_500));
        nanos.addAndGet(90_000_000_000L);
        var before = gauge("iop.work.silent");

        // when
        rounds.endedWell();

        // then
        assertThat(before).isEqualTo(90);
        assertThat(gauge("iop.work.silent")).isZero();
        assertThat(gauge("iop.work.pause")).isEqualTo(1.5);
    }

    @Test
    void failureIsCountedAndDoesNotEndTheSilence() {
        // given
        var rounds = works.watch("baking", Duration.ofSeconds(1));
        nanos.addAndGet(7_000_000_000L);

        // when
        rounds.failed();

        // then
        assertThat(failures("baking")).isEqualTo(1);
        assertThat(gauge("iop.work.silent")).isEqualTo(7);
    }

    @Test
    void failuresAreShownFromTheBeginningAndOfEachWorkApart() {
        // given
        works.watch("baking", Duration.ofSeconds(1));
        var cleaning = works.watch("cleaning", Duration.ofSeconds(1));

        // when
        cleaning.failed();

        // then
        assertThat(failures("baking")).isZero();
        assertThat(failures("cleaning")).isEqualTo(1);
    }

    private double gauge(String name) {
        return meters.get(name).tag("work", "baking").gauge().value();
    }

    private double failures(String work) {
        return meters.get("iop.work.failed").tag("work", work).counter().count();
    }
}
