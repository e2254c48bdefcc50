package care.iop.intake.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NotificationReceiverTest {

    private static final Instant START = Instant.parse("2026-11-02T09:00:00Z");
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Duration GIVE_UP_AFTER = Duration.ofDays(7);

    private final NotificationReceiver receiver = new NotificationReceiver(
            UUID.randomUUID(),
            UUID.randomUUID(),
            ReceiverAddress.of("https://ehr.example.org/hook", false),
            Set.of(NotificationTopic.ADMISSION),
            START);

    private void fail(Instant at) {
        receiver.failed("answered 503", at, LONGEST_PAUSE, GIVE_UP_AFTER);
    }

    @Test
    void pausesDoubleUpToTheLongest() {
        // when, then
        fail(START);
        assertThat(receiver.isDue(START.plusMillis(1999))).isFalse();
        assertThat(receiver.isDue(START.plusSeconds(2))).isTrue();
        fail(START);
        assertThat(receiver.isDue(START.plusSeconds(3))).isFalse();
        assertThat(receiver.isDue(START.plusSeconds(4))).isTrue();
        for (int i = 0; i < 30; i++) {
            fail(START);
        }
        assertThat(receiver.isDue(START.plus(LONGEST_PAUSE).minusMillis(1))).isFalse();
        assertThat(receiver.isDue(START.plus(LONGEST_PAUSE))).isTrue();
    }

    @Test
    void isGivenUpWhenItHasFailedForTooLong() {
        // when, then
        fail(START);
        fail(START.plus(GIVE_UP_AFTER).minusMillis(1));
        assertThat(receiver.status()).isEqualTo(ReceiverStatus.REQUESTED);
        fail(START.plus(GIVE_UP_AFTER));
        assertThat(receiver.status()).isEqualTo(ReceiverStatus.OFF);
        assertThat(receiver.view().offBecause()).contains("answered 503");
    }

    @Test
    void successEndsTheCount() {
        // given
        fail(START);

        // when
        receiver.took(START.plusSeconds(10));

        // then
        assertThat(receiver.status()).isEqualTo(ReceiverStatus.ACTIVE);
        fail(START.plus(GIVE_UP_AFTER).plusSeconds(20));
        assertThat(receiver.status()).isEqualTo(ReceiverStatus.ACTIVE);
    }

    @Test
    void isLeftAloneWhileSomebodyTellsIt() {
        // when
        receiver.lease(START);

        // then
        assertThat(receiver.isDue(START.plus(NotificationReceiver.LEASE).minusMillis(1)))
                .isFalse();
        assertThat(receiver.isDue(START.plus(NotificationReceiver.LEASE))).isTrue();
    }
}
