package care.iop.intake.admission;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What still stands between a referred person and the start of treatment. */
record AdmissionReadiness(
        @Schema(required = true) UUID referralId,

        @Schema(required = true, description = "The first day of treatment that was asked about")
        LocalDate startsOn,

        @Schema(required = true, description = "Whether every required gate is met")
        boolean ready,

        @Schema(required = true) List<GateView> gates) {

    static AdmissionReadiness of(UUID referralId, LocalDate startsOn, List<GateView> gates) {
        return new AdmissionReadiness(
                referralId, startsOn, gates.stream().allMatch(gate -> gate.met() || !gate.required()), gates);
    }
}
