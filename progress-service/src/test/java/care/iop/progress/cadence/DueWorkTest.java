package care.iop.progress.cadence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.iop.chassis.instrument.Instruments;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Admitted on day 0; discharged, where it says so, on day 100. Days are counted from the admission. */
class DueWorkTest {

    private static final LocalDate DAY_0 = LocalDate.of(2026, 1, 5);
    private static final String LEVEL = "iop.progress.cadence.levels.\"2.1\".";

    private final CadencePlans plans = plans(Map.of());

    @ParameterizedTest
    @CsvSource({
        "0, , PHQ-9 AT_ADMISSION DUE 0",
        "6, , PHQ-9 AT_ADMISSION DUE 0",
        "7, , PHQ-9 AT_ADMISSION OVERDUE 0",
        "7, -1, PHQ-9 AT_ADMISSION OVERDUE 0",
        "13, 0, ",
        "14, 0, PHQ-9 AGAIN DUE 14",
        "16, 0, PHQ-9 AGAIN DUE 14",
        "17, 0, PHQ-9 AGAIN OVERDUE 14",
        "20, 7, ",
        "21, 7, PHQ-9 AGAIN DUE 21"
    })
    void instrumentIsDueAtTheBeginningAndAgainAfterItsDays(int today, Integer lastDone, String expected) {
        // when
        var due = due(plans, null, "PHQ-9", lastDone, today);

        // then
        assertThat(due).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"6, , ", "7, , BAM-7 AGAIN DUE 7", "10, , BAM-7 AGAIN OVERDUE 7", "10, 8, "})
    void instrumentThatIsOnlyRepeatedIsDueAfterItsDays(int today, Integer lastDone, String expected) {
        // when
        var due = due(plans, null, "BAM-7", lastDone, today);

        // then
        assertThat(due).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 92, BAM-30 AT_DISCHARGE DUE 100",
        "100, 93, ",
        "103, , BAM-30 AT_DISCHARGE OVERDUE 100",
        "129, , BAM-30 AT_DISCHARGE OVERDUE 100",
        "129, 100, ",
        "130, 100, BAM-30 AFTER_DISCHARGE DUE 130",
        "133, 122, BAM-30 AFTER_DISCHARGE OVERDUE 130",
        "133, 123, ",
        "160, 100, BAM-30 AFTER_DISCHARGE OVERDUE 130",
        "161, 100, ",
        "190, 130, BAM-30 AFTER_DISCHARGE DUE 190"
    })
    void instrumentIsDueAtTheEndAndAtEachFollowUpUntilItIsTooLate(int today, Integer lastDone, String expected) {
        // when
        var due = due(plans, 100, "BAM-30", lastDone, today);

        // then
        assertThat(due).isEqualTo(expected);
    }

    @Test
    void nothingIsRepeatedAfterTheEnd() {
        // when, then
        assertThat(due(plans, 100, "BAM-7", null, 120)).isNull();
        assertThat(due(plans, 100, "CHECK_IN", null, 120)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"4, , CHECK_IN CHECK_IN DUE 4", "4, 3, CHECK_IN CHECK_IN DUE 4", "4, 4, ", "4, 5, "})
    void checkInIsDueEachDayAndNeverOverdue(int today, Integer checkedIn, String expected) {
        // given
        var episode = episode(null, checkedIn);

        // when
        var items = DueWork.of(plans, episode, Map.of(), Map.of(), DAY_0.plusDays(today));

        // then
        assertThat(items.stream()
                        .filter(item -> item.kind() == DueKind.CHECK_IN)
                        .map(DueWorkTest::text)
                        .findFirst()
                        .orElse(null))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"11, PHQ-9 AT_ADMISSION SNOOZED 0", "10, PHQ-9 AT_ADMISSION OVERDUE 0"})
    void whatIsPutOffWaitsForItsDay(int until, String expected) {
        // given
        var snooze = new Snooze(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "PHQ-9",
                DAY_0.plusDays(until),
                SnoozeReason.AWAY,
                "somebody",
                Instant.EPOCH);

        // when
        var items = DueWork.of(plans, episode(null, null), Map.of(), Map.of("PHQ-9", snooze), DAY_0.plusDays(10));

        // then
        assertThat(textOf(items, "PHQ-9")).isEqualTo(expected);
    }

    @Test
    void longestDueComesFirst() {
        // when
        var items = DueWork.of(plans, episode(null, null), Map.of(), Map.of(), DAY_0.plusDays(8));

        // then
        assertThat(items).extracting(DueItem::item).containsExactly("BAM-30", "PHQ-9", "BAM-7", "CHECK_IN");
    }

    @Test
    void levelWithoutACadenceOfItsOwnHasTheOneForOthers() {
        // given
        var episode = new EpisodeRow(
                UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), "1.5", DAY_0, null, DAY_0.plusDays(30));

        // when
        var items = DueWork.of(plans, episode, Map.of(), Map.of(), DAY_0.plusDays(30));

        // then
        assertThat(items).extracting(DueWorkTest::text).containsExactly("GAD-7 AGAIN OVERDUE 20");
    }

    @Test
    void settingsThatMakeNoSenseStopTheStart() {
        // when, then
        assertThatThrownBy(() -> plans(Map.of(LEVEL + "at-admission", "PHQ-99")))
                .hasMessageContaining("PHQ-99")
                .hasMessageContaining("2.1");
        assertThatThrownBy(() -> plans(Map.of(LEVEL + "every-days.PHQ-9", "0"))).hasMessageContaining("1 or more");
        assertThatThrownBy(() -> new CadencePlans(policy(Map.of(LEVEL + "at-admission", "PHQ-9")), new Instruments()))
                .hasMessageContaining("other");
    }

    private static String due(CadencePlans plans, Integer endedOn, String item, Integer lastDone, int today) {
        var done = new HashMap<String, LocalDate>();
        if (lastDone != null) {
            done.put(item, DAY_0.plusDays(lastDone));
        }
        var checkedIn = today - 1;
        return textOf(DueWork.of(plans, episode(endedOn, checkedIn), done, Map.of(), DAY_0.plusDays(today)), item);
    }

    private static String textOf(List<DueItem> items, String item) {
        return items.stream()
                .filter(found -> found.item().equals(item))
                .map(DueWorkTest::text)
                .findFirst()
                .orElse(null);
    }

    private static String text(DueItem item) {
        return "%s %s %s %d"
                .formatted(item.item(), item.kind(), item.status(), DAY_0.until(item.dueOn(), ChronoUnit.DAYS));
    }

    private static EpisodeRow episode(Integer endedOn, Integer checkedIn) {
        return new EpisodeRow(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                "2.1",
                DAY_0,
                endedOn == null ? null : DAY_0.plusDays(endedOn),
                checkedIn == null ? null : DAY_0.plusDays(checkedIn));
    }

    private static CadencePlans plans(Map<String, String> changed) {
        var settings = new TreeMap<>(Map.of(
                LEVEL + "at-admission",
                "PHQ-9,BAM-30",
                LEVEL + "every-days.PHQ-9",
                "14",
                LEVEL + "every-days.BAM-7",
                "7",
                LEVEL + "at-discharge",
                "BAM-30",
                LEVEL + "after-discharge.30",
                "BAM-30",
                LEVEL + "after-discharge.90",
                "BAM-30",
                "iop.progress.cadence.levels.other.every-days.GAD-7",
                "20"));
        settings.putAll(changed);
        return new CadencePlans(policy(settings), new Instruments());
    }

    private static CadencePolicy policy(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(CadencePolicy.class)
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(CadencePolicy.class);
    }
}
