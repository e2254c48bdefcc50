package care.iop.intake.gate;

import java.time.LocalDate;
import java.util.UUID;

/** Whose treatment is to start on which day, on which referral. */
public record GateQuestion(UUID referralId, UUID patientId, LocalDate bornOn, LocalDate startsOn) {}
