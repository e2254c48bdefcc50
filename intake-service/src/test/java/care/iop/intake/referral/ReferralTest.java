package care.iop.intake.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import care.iop.chassis.problem.ProblemException;
import care.iop.intake.IntakeProblem;
import care.iop.intake.level.CriteriaEdition;
import care.iop.intake.level.LevelOfCare;
import care.iop.intake.level.ServedLevels;
import care.iop.intake.level.WeeklyMinutes;
import care.iop.intake.referral.Referral.PlacedLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReferralTest {

    private static final Instant ARRIVAL = Instant.parse("2026-09-01T13:00:00Z");
    private static final Instant LATER = ARRIVAL.plusSeconds(3600);
    private static final PlacedLevel SERVED = new PlacedLevel(LevelOfCare.LEVEL_2_1, CriteriaEdition.ASAM4);
    private static final PlacedLevel NOT_SERVED = new PlacedLevel(LevelOfCare.LEVEL_3_5, CriteriaEdition.ASAM4);
    private static final ServedLevels SERVED_LEVELS =
            new ServedLevels(Map.of(LevelOfCare.LEVEL_2_1, new WeeklyMinutes(540, 1200, 900)));

    private record Targets(AccessTargets.AcknowledgeWithin acknowledgeWithin, Duration firstServiceWithin)
            implements AccessTargets {}

    private record Within(Duration routine, Duration urgent, Duration emergent)
            implements AccessTargets.AcknowledgeWithin {}

    private static final AccessTargets TARGETS =
            new Targets(new Within(Duration.ofDays(1), Duration.ofHours(4), Duration.ofHours(1)), Duration.ofDays(2));

    /** A step by its name, so that a failing test names it. */
    enum Step {
        SCREEN(referral -> referral.startScreening(LATER), "can't go to screening"),
        PLACE(referral -> referral.place(SERVED, LATER), "can't be placed"),
        WAITLIST(referral -> referral.waitlist(SERVED_LEVELS, LATER), "can't go on the waitlist"),
        REFER_ELSEWHERE(
                referral -> referral.referElsewhere(EndReason.NO_CAPACITY, null, LATER), "can't be referred elsewhere"),
        WITHDRAW(referral -> referral.withdraw(EndReason.SENDER_WITHDREW, LATER), "can't be withdrawn"),
        LOSE(referral -> referral.lose(EndReason.NO_CONTACT, LATER), "can't be lost"),
        ACKNOWLEDGE(referral -> referral.acknowledge(LATER), "can't be acknowledged"),
        ADMIT(referral -> referral.admit(SERVED_LEVELS, LATER), "can't be admitted");

        @SuppressWarnings("ImmutableEnumChecker") // a lambda over constants
        private final Consumer<Referral> verb;

        private final String refusal;

        Step(Consumer<Referral> verb, String refusal) {
            this.verb = verb;
            this.refusal = refusal;
        }
    }

    static Stream<Arguments> legal() {
        var open = Stream.of(
                ReferralStatus.RECEIVED,
                ReferralStatus.ACKNOWLEDGED,
                ReferralStatus.SCREENING,
                ReferralStatus.PLACED,
                ReferralStatus.WAITLISTED);
        return Stream.concat(
                Stream.of(
                        Arguments.of(ReferralStatus.RECEIVED, Step.ACKNOWLEDGE, ReferralStatus.ACKNOWLEDGED),
                        Arguments.of(ReferralStatus.ACKNOWLEDGED, Step.ACKNOWLEDGE, ReferralStatus.ACKNOWLEDGED),
                        Arguments.of(ReferralStatus.ACKNOWLEDGED, Step.SCREEN, ReferralStatus.SCREENING),
                        Arguments.of(ReferralStatus.SCREENING, Step.ACKNOWLEDGE, ReferralStatus.SCREENING),
                        Arguments.of(ReferralStatus.SCREENING, Step.PLACE, ReferralStatus.PLACED),
                        Arguments.of(ReferralStatus.PLACED, Step.ACKNOWLEDGE, ReferralStatus.PLACED),
                        Arguments.of(ReferralStatus.PLACED, Step.PLACE, ReferralStatus.PLACED),
                        Arguments.of(ReferralStatus.PLACED, Step.WAITLIST, ReferralStatus.WAITLISTED),
                        Arguments.of(ReferralStatus.PLACED, Step.ADMIT, ReferralStatus.ADMITTED),
                        Arguments.of(ReferralStatus.WAITLISTED, Step.ACKNOWLEDGE, ReferralStatus.WAITLISTED),
                        Arguments.of(ReferralStatus.WAITLISTED, Step.PLACE, ReferralStatus.WAITLISTED),
                        Arguments.of(ReferralStatus.WAITLISTED, Step.ADMIT, ReferralStatus.ADMITTED),
                        Arguments.of(ReferralStatus.ADMITTED, Step.ACKNOWLEDGE, ReferralStatus.ADMITTED)),
                open.flatMap(from -> Stream.of(
                        Arguments.of(from, Step.REFER_ELSEWHERE, ReferralStatus.REFERRED_ELSEWHERE),
                        Arguments.of(from, Step.WITHDRAW, ReferralStatus.WITHDRAWN),
                        Arguments.of(from, Step.LOSE, ReferralStatus.LOST))));
    }

    static Stream<Arguments> illegal() {
        return Stream.of(ReferralStatus.values())
                .flatMap(from -> Stream.of(Step.values()).map(step -> Arguments.of(from, step)))
                .filter(move -> legal().noneMatch(allowed ->
                        allowed.get()[0].equals(move.get()[0]) && allowed.get()[1].equals(move.get()[1])))
                .filter(move -> !(move.get()[0] == ReferralStatus.ADMITTED && move.get()[1] == Step.ADMIT));
    }

    @ParameterizedTest
    @MethodSource("legal")
    void legalStepsLeadWhereTheyShould(ReferralStatus from, Step step, ReferralStatus to) {
        // given
        var referral = in(from);

        // when
        step.verb.accept(referral);

        // then
        assertThat(referral.status()).isEqualTo(to);
    }

    @ParameterizedTest
    @MethodSource("illegal")
    void illegalStepsNameTheStateAndWhatToDo(ReferralStatus from, Step step) {
        // given
        var referral = in(from);

        // when
        var refused = catchThrowableOfType(ProblemException.class, () -> step.verb.accept(referral));

        // then
        assertThat(refused.type()).isEqualTo(IntakeProblem.REFERRAL_MOVE_NOT_ALLOWED);
        assertThat(refused).hasMessage("The referral is " + from + " and " + step.refusal + ". " + from.advice());
        assertThat(referral.status()).isEqualTo(from);
    }

    @Test
    void admittingTwiceHasItsOwnAnswer() {
        // given
        var referral = in(ReferralStatus.ADMITTED);

        // when
        var refused = catchThrowableOfType(ProblemException.class, () -> Step.ADMIT.verb.accept(referral));

        // then
        assertThat(refused.type()).isEqualTo(IntakeProblem.ALREADY_ADMITTED);
    }

    @Test
    void theWaitlistNeedsALevelThatTheProgramServes() {
        // given
        var referral = in(ReferralStatus.SCREENING);
        referral.place(NOT_SERVED, LATER);

        // when
        var refused = catchThrowableOfType(ProblemException.class, () -> Step.WAITLIST.verb.accept(referral));

        // then
        assertThat(refused.type()).isEqualTo(IntakeProblem.LEVEL_NOT_SERVED);
        assertThat(refused).hasMessageContaining("level 3.5").hasMessageContaining("serves 2.1");
        assertThat(referral.status()).isEqualTo(ReferralStatus.PLACED);
    }

    @ParameterizedTest
    @EnumSource(EndReason.class)
    void aReasonIsTakenOnlyByItsOwnEnds(EndReason reason) {
        // given
        var referral = in(ReferralStatus.RECEIVED);

        // when
        var refused = catchThrowableOfType(ProblemException.class, () -> referral.withdraw(reason, LATER));

        // then
        if (reason.explains(ReferralStatus.WITHDRAWN)) {
            assertThat(refused).isNull();
            assertThat(referral.view(TARGETS, LATER).endReason()).isEqualTo(reason);
        } else {
            assertThat(refused.errors().get(0).detail()).contains("PERSON_DECLINED");
            assertThat(referral.status()).isEqualTo(ReferralStatus.RECEIVED);
        }
    }

    @Test
    void aLaterPlacementCanStillStopTheAdmission() {
        // given
        var referral = in(ReferralStatus.PLACED);
        referral.place(NOT_SERVED, LATER);

        // when
        var refused = catchThrowableOfType(ProblemException.class, () -> Step.ADMIT.verb.accept(referral));

        // then
        assertThat(refused.type()).isEqualTo(IntakeProblem.LEVEL_NOT_SERVED);
        assertThat(referral.status()).isEqualTo(ReferralStatus.PLACED);
    }

    @Test
    void admissionIsAtTheLevelOfTheLatestPlacement() {
        // given
        var referral = in(ReferralStatus.PLACED);
        var latest = new PlacedLevel(LevelOfCare.LEVEL_2_1, CriteriaEdition.ASAM3);
        referral.place(latest, LATER);

        // when
        var level = referral.admit(SERVED_LEVELS, LATER);

        // then
        assertThat(level).isEqualTo(latest);
    }

    @Test
    void theFirstAcknowledgementStands() {
        // given
        var referral = in(ReferralStatus.RECEIVED);
        referral.acknowledge(LATER);

        // when
        referral.acknowledge(LATER.plusSeconds(60));

        // then
        assertThat(referral.view(TARGETS, LATER).acknowledgedAt()).isEqualTo(LATER);
    }

    @Test
    void anAcknowledgedReferralMayBeAcknowledgedAgainAfterItsEnd() {
        // given
        var referral = in(ReferralStatus.RECEIVED);
        referral.acknowledge(LATER);
        referral.withdraw(EndReason.OTHER, LATER);

        // when
        referral.acknowledge(LATER.plusSeconds(60));

        // then
        assertThat(referral.view(TARGETS, LATER).acknowledgedAt()).isEqualTo(LATER);
    }

    @Test
    void anEndKeepsItsReason() {
        // given
        var referral = in(ReferralStatus.RECEIVED);

        // when
        referral.referElsewhere(EndReason.OUT_OF_AREA, null, LATER);

        // then
        assertThat(referral.statusChanged())
                .isEqualTo(new ReferralStatusChanged(
                        referral.id(),
                        referral.patientId(),
                        ReferralStatus.REFERRED_ELSEWHERE,
                        ReferralSource.SELF,
                        Urgency.ROUTINE,
                        LATER,
                        EndReason.OUT_OF_AREA));
    }

    @ParameterizedTest
    @CsvSource({"ROUTINE, PT24H", "URGENT, PT4H", "EMERGENT, PT1H"})
    void acknowledgementIsOverdueAfterTheHoursOfItsUrgency(Urgency urgency, Duration within) {
        // given
        var referral = received(urgency);

        // then
        assertThat(referral.overdue(TARGETS, ARRIVAL.plus(within))).isEmpty();
        assertThat(referral.overdue(TARGETS, ARRIVAL.plus(within).plusNanos(1)))
                .containsExactly(Overdue.ACKNOWLEDGEMENT);
    }

    @ParameterizedTest
    @EnumSource(ReferralStatus.class)
    void firstServiceIsOverdueAfterTwoDaysUnlessThePersonIsGone(ReferralStatus status) {
        // given
        var referral = in(status);
        var target = ARRIVAL.plus(Duration.ofDays(2));
        var isGone = status.isClosed() && status != ReferralStatus.ADMITTED;

        // then
        assertThat(referral.overdue(TARGETS, target)).doesNotContain(Overdue.FIRST_SERVICE);
        assertThat(referral.overdue(TARGETS, target.plusNanos(1)).contains(Overdue.FIRST_SERVICE))
                .isNotEqualTo(isGone);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "2026-09-01T13:00:00Z, none, none, ok",
                "2026-09-01T13:00:00.000000001Z, none, none, /firstContactAt",
                "2025-09-01T13:00:00Z, none, none, ok",
                "2025-09-01T12:59:59Z, none, none, /firstContactAt",
                "2026-08-31T13:00:00Z, 2026-08-31T13:00:00Z, 2026-08-31T13:00:00Z, ok",
                "2026-08-31T13:00:00Z, 2026-08-31T12:59:59Z, none, /firstOfferedAt",
                "2026-08-31T13:00:00Z, 2026-11-30T14:00:00Z, none, ok",
                "2026-08-31T13:00:00Z, 2026-11-30T14:00:01Z, none, /firstOfferedAt",
                "2026-08-31T13:00:00Z, none, 2026-08-31T12:59:59Z, /firstServiceAt",
                "2026-08-31T13:00:00Z, none, 2026-09-01T14:00:00Z, ok",
                "2026-08-31T13:00:00Z, none, 2026-09-01T14:00:01Z, /firstServiceAt",
                "+999999999-01-01T00:00:00Z, none, none, /firstContactAt"
            })
    void accessTimesComeInTheirOrder(
            Instant contact, @Nullable Instant offered, @Nullable Instant service, String answer) {
        // given
        var referral = in(ReferralStatus.RECEIVED);

        // when
        var refused = catchThrowableOfType(
                ProblemException.class,
                () -> referral.recordAccess(new AccessTimesRequest(contact, offered, service), LATER));

        // then
        assertThat(refused == null ? "ok" : refused.errors().get(0).pointer()).isEqualTo(answer);
    }

    @ParameterizedTest
    @EnumSource(ReferralStatus.class)
    void noStateFollowsItself(ReferralStatus status) {
        assertThat(status.next()).doesNotContain(status);
    }

    private static Referral received(Urgency urgency) {
        return Referral.receive(
                UUID.randomUUID(),
                UUID.randomUUID(),
                new ReferralRequest(null, null, ReferralSource.SELF, urgency, null, null),
                null,
                ARRIVAL);
    }

    private static Referral in(ReferralStatus status) {
        var referral = received(Urgency.ROUTINE);
        switch (status) {
            case RECEIVED -> {}
            case ACKNOWLEDGED -> referral.acknowledge(ARRIVAL);
            case REFERRED_ELSEWHERE -> referral.referElsewhere(EndReason.OTHER, null, ARRIVAL);
            case WITHDRAWN -> referral.withdraw(EndReason.OTHER, ARRIVAL);
            case LOST -> referral.lose(EndReason.OTHER, ARRIVAL);
            case SCREENING, PLACED, WAITLISTED, ADMITTED -> {
                referral.acknowledge(ARRIVAL);
                referral.startScreening(ARRIVAL);
            }
        }
        if (status == ReferralStatus.PLACED
                || status == ReferralStatus.WAITLISTED
                || status == ReferralStatus.ADMITTED) {
            referral.place(SERVED, ARRIVAL);
        }
        if (status == ReferralStatus.WAITLISTED) {
            referral.waitlist(SERVED_LEVELS, ARRIVAL);
        }
        if (status == ReferralStatus.ADMITTED) {
            referral.admit(SERVED_LEVELS, ARRIVAL);
        }
        return referral;
    }
}
