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
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReferralTest {

    private static final Instant ARRIVAL = Instant.parse("2026-09-01T13:00:00Z");
    private static final Instant LATER = ARRIVAL.plusSeconds(3600);
    private static final PlacedLevel SERVED = new PlacedLevel(LevelOfCare.LEVEL_2_1, CriteriaEdition.ASAM4);
    private static final PlacedLevel NOT_SERVED = new PlacedLevel(LevelOfCare.LEVEL_3_5, CriteriaEdition.ASAM4);
    private static final ServedLevels SERVED_LEVELS =
            new ServedLevels(Map.of(LevelOfCare.LEVEL_2_1, new WeeklyMinutes(540, 1200, 900)));

    /** A step by its name, so that a failing test names it. */
    enum Step {
        SCREEN(referral -> referral.startScreening(LATER), "can't go to screening"),
        PLACE(referral -> referral.place(SERVED), "can't be placed"),
        ACCEPT(referral -> referral.accept(SERVED_LEVELS, LATER), "can't be accepted"),
        DECLINE(referral -> referral.decline(DeclineReason.NO_CAPACITY, LATER), "can't be declined"),
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
        return Stream.of(
                Arguments.of(ReferralStatus.RECEIVED, Step.ACKNOWLEDGE, ReferralStatus.RECEIVED),
                Arguments.of(ReferralStatus.RECEIVED, Step.SCREEN, ReferralStatus.SCREENING),
                Arguments.of(ReferralStatus.RECEIVED, Step.DECLINE, ReferralStatus.DECLINED),
                Arguments.of(ReferralStatus.SCREENING, Step.ACKNOWLEDGE, ReferralStatus.SCREENING),
                Arguments.of(ReferralStatus.SCREENING, Step.PLACE, ReferralStatus.SCREENING),
                Arguments.of(ReferralStatus.SCREENING, Step.ACCEPT, ReferralStatus.ACCEPTED),
                Arguments.of(ReferralStatus.SCREENING, Step.DECLINE, ReferralStatus.DECLINED),
                Arguments.of(ReferralStatus.ACCEPTED, Step.ACKNOWLEDGE, ReferralStatus.ACCEPTED),
                Arguments.of(ReferralStatus.ACCEPTED, Step.PLACE, ReferralStatus.ACCEPTED),
                Arguments.of(ReferralStatus.ACCEPTED, Step.DECLINE, ReferralStatus.DECLINED),
                Arguments.of(ReferralStatus.ACCEPTED, Step.ADMIT, ReferralStatus.ADMITTED));
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
    void acceptanceNeedsAPlacement() {
        // given
        var referral = in(ReferralStatus.RECEIVED);
        referral.startScreening(LATER);

        // when
        var refused = catchThrowableOfType(ProblemException.class, () -> Step.ACCEPT.verb.accept(referral));

        // then
        assertThat(refused.type()).isEqualTo(IntakeProblem.PLACEMENT_NEEDED);
    }

    @Test
    void acceptanceNeedsALevelThatTheProgramServes() {
        // given
        var referral = in(ReferralStatus.SCREENING);
        referral.place(NOT_SERVED);

        // when
        var refused = catchThrowableOfType(ProblemException.class, () -> Step.ACCEPT.verb.accept(referral));

        // then
        assertThat(refused.type()).isEqualTo(IntakeProblem.LEVEL_NOT_SERVED);
        assertThat(refused).hasMessageContaining("level 3.5").hasMessageContaining("serves 2.1");
    }

    @Test
    void aLaterPlacementCanStillStopTheAdmission() {
        // given
        var referral = in(ReferralStatus.ACCEPTED);
        referral.place(NOT_SERVED);

        // when
        var refused = catchThrowableOfType(ProblemException.class, () -> Step.ADMIT.verb.accept(referral));

        // then
        assertThat(refused.type()).isEqualTo(IntakeProblem.LEVEL_NOT_SERVED);
        assertThat(referral.status()).isEqualTo(ReferralStatus.ACCEPTED);
    }

    @Test
    void admissionIsAtTheLevelOfTheLatestPlacement() {
        // given
        var referral = in(ReferralStatus.ACCEPTED);
        var latest = new PlacedLevel(LevelOfCare.LEVEL_2_1, CriteriaEdition.ASAM3);
        referral.place(latest);

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
        assertThat(referral.view().acknowledgedAt()).isEqualTo(LATER);
    }

    @Test
    void anAcknowledgedReferralMayBeAcknowledgedAgainAfterItsEnd() {
        // given
        var referral = in(ReferralStatus.RECEIVED);
        referral.acknowledge(LATER);
        referral.decline(DeclineReason.OTHER, LATER);

        // when
        referral.acknowledge(LATER.plusSeconds(60));

        // then
        assertThat(referral.view().acknowledgedAt()).isEqualTo(LATER);
    }

    @Test
    void declineKeepsItsReason() {
        // given
        var referral = in(ReferralStatus.RECEIVED);

        // when
        referral.decline(DeclineReason.OUT_OF_AREA, LATER);

        // then
        assertThat(referral.statusChanged())
                .isEqualTo(new ReferralStatusChanged(
                        referral.id(),
                        referral.patientId(),
                        ReferralStatus.DECLINED,
                        ReferralSource.SELF,
                        Urgency.ROUTINE,
                        LATER,
                        DeclineReason.OUT_OF_AREA));
    }

    @ParameterizedTest
    @EnumSource(ReferralStatus.class)
    void noStateFollowsItself(ReferralStatus status) {
        assertThat(status.next()).doesNotContain(status);
    }

    private static Referral in(ReferralStatus status) {
        var referral = Referral.receive(
                UUID.randomUUID(),
                UUID.randomUUID(),
                new ReferralRequest(null, null, ReferralSource.SELF, Urgency.ROUTINE, null, null),
                null,
                ARRIVAL);
        switch (status) {
            case RECEIVED -> {}
            case DECLINED -> referral.decline(DeclineReason.OTHER, ARRIVAL);
            case SCREENING, ACCEPTED, ADMITTED -> {
                referral.startScreening(ARRIVAL);
                referral.place(SERVED);
            }
        }
        if (status == ReferralStatus.ACCEPTED || status == ReferralStatus.ADMITTED) {
            referral.accept(SERVED_LEVELS, ARRIVAL);
        }
        if (status == ReferralStatus.ADMITTED) {
            referral.admit(SERVED_LEVELS, ARRIVAL);
        }
        return referral;
    }
}
