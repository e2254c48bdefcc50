package care.iop.scheduling.program;

import care.iop.chassis.problem.FieldProblem;
import care.iop.scheduling.Faults;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Opens a program, or brings one, to what a document says. */
@ApplicationScoped
public class BringProgram {

    private final Programs programs;
    private final ReviseProgram reviseProgram;
    private final Clock clock;
    private final Event<ProgramOpened> opened;

    BringProgram(Programs programs, ReviseProgram reviseProgram, Clock clock, Event<ProgramOpened> opened) {
        this.programs = programs;
        this.reviseProgram = reviseProgram;
        this.clock = clock;
        this.opened = opened;
    }

    /** What the document says of a program. */
    public ProgramPart partOf(Program program) {
        var view = program.view();
        return new ProgramPart(
                view.name(),
                view.zone(),
                view.state(),
                view.holidayCalendar(),
                view.tracks(),
                view.closures(),
                view.sites(),
                view.defaultPrescription());
    }

    /** The program as the document has it, empty when a fault was found below {@code /program}. */
    @Transactional(TxType.MANDATORY)
    public Optional<Program> bring(UUID id, ProgramPart part, List<FieldProblem> faults) {
        programs.awaitIdentifier(id);
        var known = programs.findByIdOptional(id);
        var before = faults.size();
        if (known.isPresent()) {
            var program = programs.requireLocked(id);
            Faults.collectBelow("/program", faults, () -> reviseProgram.revise(program, part.request(id)));
            return faults.size() > before ? Optional.empty() : Optional.of(program);
        }
        Faults.collectBelow("/program", faults, () -> {
            var program = new Program(id, part.request(id), clock.instant());
            programs.persist(program);
        });
        if (faults.size() > before) {
            return Optional.empty();
        }
        programs.flush();
        var program = programs.require(id);
        opened.fire(new ProgramOpened(program));
        return Optional.of(program);
    }
}
