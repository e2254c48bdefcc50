package care.iop.progress.attendance;

import care.iop.progress.alert.RaiseAlert;
import care.iop.progress.alert.rule.NoShowFacts;
import care.iop.progress.alert.rule.Rules;
import care.iop.progress.patient.CurrentPatient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Lets the alert rules look at a session that was missed without notice. */
@ApplicationScoped
class JudgeAttendance {

    /** A row that is longer than this says nothing more. */
    private static final int LONGEST_ROW = 10;

    private final AttendanceUnits units;
    private final CurrentPatient currentPatient;
    private final Rules rules;
    private final RaiseAlert raiseAlert;
    private final Clock clock;

    JudgeAttendance(
            AttendanceUnits units, CurrentPatient currentPatient, Rules rules, RaiseAlert raiseAlert, Clock clock) {
        this.units = units;
        this.currentPatient = currentPatient;
        this.rules = rules;
        this.raiseAlert = raiseAlert;
        this.clock = clock;
    }

    /** Calls a human, in the caller's transaction, when a rule says so. A topic that is read again calls nobody about the past. */
    void judge(UUID bookingId, UUID patientId, UnitFacts marked) {
        if (marked.status() != UnitStatus.NO_SHOW) {
            return;
        }
        long daysAgo = ChronoUnit.DAYS.between(marked.sessionOn(), LocalDate.now(clock));
        rules.of(new NoShowFacts(inARow(marked), daysAgo))
                .forEach(verdict ->
                        raiseAlert.raise(verdict.about(currentPatient.of(patientId), marked.admissionId(), bookingId)));
    }

    private int inARow(UnitFacts marked) {
        int row = 0;
        for (var status : units.metOrMissed(marked.admissionId(), marked.sessionOn(), LONGEST_ROW)) {
            if (status != UnitStatus.NO_SHOW) {
                return row;
            }
            row++;
        }
        return row;
    }
}
