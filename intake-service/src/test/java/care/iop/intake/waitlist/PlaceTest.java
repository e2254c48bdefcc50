package care.iop.intake.waitlist;

import static org.assertj.core.api.Assertions.assertThat;

import care.iop.intake.referral.Urgency;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceTest {

    private static final Instant MONDAY = Instant.parse("2026-09-07T13:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-09-08T13:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "true, true, PREGNANT_INJECTING",
        "true, false, PREGNANT",
        "false, true, INJECTING",
        "false, false, ALL_OTHERS"
    })
    void theGroupFollowsFromBothAnswers(boolean pregnant, boolean injecting, PriorityGroup group) {
        assertThat(PriorityGroup.of(pregnant, injecting)).isEqualTo(group);
    }

    @ParameterizedTest
    @CsvSource({"true, true, true", "true, false, true", "false, true, true", "false, false, false"})
    void interimServicesAreOwedToAllButTheLastGroup(boolean pregnant, boolean injecting, boolean owed) {
        assertThat(PriorityGroup.of(pregnant, injecting).isOwedInterimServices())
                .isEqualTo(owed);
    }

    @Test
    void theLawComesBeforeUrgencyAndUrgencyBeforeWaiting() {
        // given
        var inOrder = List.of(
                place(PriorityGroup.PREGNANT_INJECTING, Urgency.ROUTINE, TUESDAY),
                place(PriorityGroup.PREGNANT, Urgency.ROUTINE, TUESDAY),
                place(PriorityGroup.INJECTING, Urgency.ROUTINE, TUESDAY),
                place(PriorityGroup.ALL_OTHERS, Urgency.EMERGENT, TUESDAY),
                place(PriorityGroup.ALL_OTHERS, Urgency.URGENT, TUESDAY),
                place(PriorityGroup.ALL_OTHERS, Urgency.ROUTINE, MONDAY),
                place(PriorityGroup.ALL_OTHERS, Urgency.ROUTINE, TUESDAY));
        var shuffled = Stream.of(3, 6, 0, 5, 2, 4, 1).map(inOrder::get).toList();

        // when
        var sorted = shuffled.stream().sorted(Place.ORDER).toList();

        // then
        assertThat(sorted).isEqualTo(inOrder);
    }

    @Test
    void theReasonNamesWhoIsAheadByKindOnly() {
        // given
        var mine = place(PriorityGroup.ALL_OTHERS, Urgency.ROUTINE, TUESDAY);
        var pregnant = place(PriorityGroup.PREGNANT, Urgency.ROUTINE, TUESDAY);
        var urgent = place(PriorityGroup.ALL_OTHERS, Urgency.URGENT, TUESDAY);
        var earlier = place(PriorityGroup.ALL_OTHERS, Urgency.ROUTINE, MONDAY);

        // then
        assertThat(mine.explain(List.of())).isEqualTo("1st: nobody is ahead.");
        assertThat(mine.explain(List.of(urgent))).isEqualTo("2nd: 1 more urgent referral is ahead.");
        assertThat(mine.explain(List.of(pregnant, urgent)))
                .isEqualTo("3rd: 1 pregnant person and 1 more urgent referral are ahead.");
        assertThat(mine.explain(List.of(pregnant, pregnant, urgent, urgent, earlier)))
                .isEqualTo("6th: 2 pregnant people, 2 more urgent referrals and 1 person of the same rank who asked"
                        + " earlier are ahead.");
    }

    @ParameterizedTest
    @CsvSource({"10, 11th", "11, 12th", "12, 13th", "20, 21st", "110, 111th", "121, 122nd"})
    void positionsAreCountedInWords(int ahead, String position) {
        // given
        var earlier = place(PriorityGroup.ALL_OTHERS, Urgency.ROUTINE, MONDAY);

        // when
        var explanation =
                place(PriorityGroup.ALL_OTHERS, Urgency.ROUTINE, TUESDAY).explain(Collections.nCopies(ahead, earlier));

        // then
        assertThat(explanation)
                .isEqualTo(position + ": " + ahead + " people of the same rank who asked earlier are ahead.");
    }

    private static Place place(PriorityGroup group, Urgency urgency, Instant waitingSince) {
        return new Place(UUID.randomUUID(), group, urgency, waitingSince);
    }
}
