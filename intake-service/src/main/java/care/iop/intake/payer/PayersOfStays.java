package care.iop.intake.payer;

import care.iop.intake.level.LevelOfCare;
import java.time.LocalDate;
import java.util.UUID;

/** Tells who pays for a person's stay, by what settles it on the first day. */
public interface PayersOfStays {

    /** The category of who pays for a start on this day at this level. */
    PayerCategory of(UUID patientId, LocalDate startsOn, LevelOfCare level);
}
