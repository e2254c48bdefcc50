package care.iop.intake.authorization;

import java.time.LocalDate;
import java.util.UUID;

/** The program does not rely on an authorization any more: it neither allows nor limits anything. */
record AuthorizationEnded(
        UUID authorizationId, UUID admissionId, UUID patientId, LocalDate closedOn, ClosureReason reason) {

    static final String TYPE = "care.iop.intake.authorization-ended.v1";
}
