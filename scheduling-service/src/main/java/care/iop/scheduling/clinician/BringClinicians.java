package care.iop.scheduling.clinician;

import care.iop.chassis.caller.Caller;
import care.iop.chassis.problem.FieldProblem;
import care.iop.scheduling.Faults;
import care.iop.scheduling.program.Program;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Brings the clinicians of a program, with their time off, to what a document says: those that it has and no others. */
@ApplicationScoped
public class BringClinicians {

    private final Clinicians clinicians;
    private final TimesOff timesOff;
    private final Caller caller;
    private final Clock clock;

    BringClinicians(Clinicians clinicians, TimesOff timesOff, Caller caller, Clock clock) {
        this.clinicians = clinicians;
        this.timesOff = timesOff;
        this.caller = caller;
        this.clock = clock;
    }

    /** What the document says of a program's clinicians, in order of identifier. */
    public List<ClinicianPart> partsOf(UUID programId) {
        var all = clinicians.ofProgram(programId);
        var away =
                timesOff
                        .list(
                                "clinicianId in ?1 order by firstOn, id",
                                all.stream().map(Clinician::id).toList())
                        .stream()
                        .map(TimeOff::view)
                        .collect(Collectors.groupingBy(TimeOffView::clinicianId));
        return all.stream()
                .map(Clinician::view)
                .map(view -> new ClinicianPart(
                        view.id(),
                        view.name(),
                        view.credentials().stream().sorted().toList(),
                        view.modalities().stream().sorted().toList(),
                        view.workingHours(),
                        view.breaks(),
                        view.maxWeeklyMinutes(),
                        view.targetWeeklyMinutes(),
                        view.languages().stream().sorted().toList(),
                        view.licences(),
                        view.caseloadCap(),
                        view.retiredOn(),
                        view.dailyBreak(),
                        away.getOrDefault(view.id(), List.of()).stream()
                                .map(off -> new TimeOffPart(
                                        off.id(), off.firstOn(), off.lastOn(), off.from(), off.until(), off.reason()))
                                .toList()))
                .toList();
    }

    /** Enters and revises clinicians; what is wrong with one is gathered below {@code /clinicians}. */
    @Transactional(TxType.MANDATORY)
    public void bring(Program program, List<ClinicianPart> parts, List<FieldProblem> faults) {
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            var pointer = "/clinicians/" + i;
            var known = clinicians.findById(part.id());
            if (known != null && !known.programId().equals(program.id())) {
                faults.add(new FieldProblem(pointer + "/id", "must not be a clinician of another program"));
                continue;
            }
            var before = faults.size();
            Faults.collectBelow(pointer, faults, () -> {
                if (known == null) {
                    var clinician = new Clinician(part.id(), part.request(program.id()));
                    clinician.retire(part.retiredOn());
                    clinicians.persist(clinician);
                } else {
                    known.revise(part.request(program.id()));
                    known.retire(part.retiredOn());
                }
            });
            if (faults.size() == before) {
                bringTimeOff(part, pointer + "/timeOff", faults);
            }
        }
    }

    private void bringTimeOff(ClinicianPart part, String pointer, List<FieldProblem> faults) {
        var known = timesOff.list("clinicianId", part.id()).stream()
                .collect(Collectors.toMap(TimeOff::id, timeOff -> timeOff));
        for (int i = 0; i < part.timeOff().size(); i++) {
            var wanted = part.timeOff().get(i);
            var same = known.remove(wanted.id());
            var at = pointer + "/" + i;
            if (same != null) {
                Faults.collectBelow(at, faults, () -> same.revise(wanted.request()));
            } else if (timesOff.findById(wanted.id()) != null) {
                faults.add(new FieldProblem(at + "/id", "must not be another clinician's time off"));
            } else {
                Faults.collectBelow(
                        at,
                        faults,
                        () -> timesOff.persist(new TimeOff(
                                wanted.id(), part.id(), wanted.request(), clock.instant(), caller.subject())));
            }
        }
        known.values().forEach(timesOff::delete);
    }

    /** The clinicians that the document leaves out and that something still names: they can't be removed. */
    @Transactional(TxType.MANDATORY)
    public List<UUID> removeOthers(UUID programId, List<ClinicianPart> parts) {
        var kept = parts.stream().map(ClinicianPart::id).collect(Collectors.toSet());
        var others = clinicians.ofProgram(programId).stream()
                .filter(clinician -> !kept.contains(clinician.id()))
                .toList();
        var inUse =
                others.stream().map(Clinician::id).filter(clinicians::isNamed).toList();
        if (inUse.isEmpty()) {
            for (var other : others) {
                timesOff.delete("clinicianId", other.id());
                clinicians.delete(other);
            }
        }
        return inUse;
    }
}
