package care.iop.intake.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import care.iop.chassis.problem.ProblemException;
import care.iop.intake.IntakeProblem;
import care.iop.intake.gate.AdmissionGate;
import care.iop.intake.gate.Gate;
import care.iop.intake.gate.GateQuestion;
import care.iop.intake.gate.GateStanding;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which gates count for whom, and what an unmet one says. */
class AdmissionGatesTest {

    private static final GateQuestion QUESTION =
            new GateQuestion(UUID.randomUUID(), UUID.randomUUID(), LocalDate.of(1988, 4, 17), LocalDate.of(2026, 9, 7));

    private static final AdmissionGate PLACED = gate(Gate.ACCEPTED_PLACEMENT, true);
    private static final AdmissionGate NOT_CONSENTED = gate(Gate.CONSENT_TO_TREAT, false);
    private static final AdmissionGate NOT_SETTLED = gate(Gate.BENEFITS_SETTLED, false);

    @Test
    void nothingIsRequiredWhereNothingIsConfigured() {
        // given
        var gates = new AdmissionGates(List.of(PLACED, NOT_CONSENTED), settings(Map.of()));

        // then
        assertThatCode(() -> gates.requireMet("riverside", QUESTION)).doesNotThrowAnyException();
    }

    @Test
    void everyUnmetGateIsListedWithWhoCanCloseIt() {
        // given
        var gates = new AdmissionGates(
                List.of(NOT_SETTLED, PLACED, NOT_CONSENTED),
                settings(Map.of("iop.admission.gates", "BENEFITS_SETTLED,CONSENT_TO_TREAT,ACCEPTED_PLACEMENT")));

        // then
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> gates.requireMet("riverside", QUESTION))
                .satisfies(problem -> {
                    assertThat(problem.type()).isEqualTo(IntakeProblem.ADMISSION_GATES_UNMET);
                    assertThat(problem.errors())
                            .extracting(error -> error.pointer() + ": " + error.detail())
                            .containsExactly(
                                    "/gates/CONSENT_TO_TREAT: Something is missing. Can be closed by: clinician, intake-coordinator.",
                                    "/gates/BENEFITS_SETTLED: Something is missing. Can be closed by: clinician, intake-coordinator.");
                });
    }

    @Test
    void aListOfAnOrganizationReplacesTheDefault() {
        // given
        var gates = new AdmissionGates(
                List.of(PLACED, NOT_CONSENTED),
                settings(Map.of(
                        "iop.admission.gates", "CONSENT_TO_TREAT",
                        "iop.admission.organization.\"lakeside\".gates", "ACCEPTED_PLACEMENT")));

        // then
        assertThatCode(() -> gates.requireMet("lakeside", QUESTION)).doesNotThrowAnyException();
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> gates.requireMet("riverside", QUESTION));
    }

    @Test
    void readinessShowsGatesThatAreNotRequiredToo() {
        // given
        var gates = new AdmissionGates(
                List.of(NOT_CONSENTED, PLACED), settings(Map.of("iop.admission.gates", "ACCEPTED_PLACEMENT")));

        // when
        var readiness = AdmissionReadiness.of(
                QUESTION.referralId(), QUESTION.startsOn(), gates.standings("riverside", QUESTION));

        // then
        assertThat(readiness.ready()).isTrue();
        assertThat(readiness.gates())
                .extracting(GateView::gate, GateView::required, GateView::met)
                .containsExactly(
                        tuple(Gate.ACCEPTED_PLACEMENT, true, true), tuple(Gate.CONSENT_TO_TREAT, false, false));
    }

    @Test
    void aRequiredGateThatNothingAnswersForStopsTheStart() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new AdmissionGates(
                        List.of(PLACED), settings(Map.of("iop.admission.gates", "GUARDIAN_CONSENT"))))
                .withMessageContaining("iop.admission.gates has GUARDIAN_CONSENT");
        assertThatIllegalStateException()
                .isThrownBy(() -> new AdmissionGates(
                        List.of(PLACED),
                        settings(Map.of("iop.admission.organization.\"lakeside\".gates", "GUARDIAN_CONSENT"))))
                .withMessageContaining("lakeside");
        assertThatIllegalStateException()
                .isThrownBy(() -> new AdmissionGates(List.of(PLACED, PLACED), settings(Map.of())))
                .withMessageContaining("two features");
    }

    private static AdmissionGate gate(Gate gate, boolean met) {
        return new AdmissionGate() {
            @Override
            public Gate gate() {
                return gate;
            }

            @Override
            public GateStanding standing(GateQuestion question) {
                return met
                        ? GateStanding.met(gate, "All is there.")
                        : GateStanding.unmet(gate, "Something is missing.", Set.of("intake-coordinator", "clinician"));
            }
        };
    }

    private static GateSettings settings(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withMapping(GateSettings.class)
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build()
                .getConfigMapping(GateSettings.class);
    }
}
