package care.iop.scheduling.program;

import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.SchedulingProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** Replaces what a program is, as far as what is scheduled allows. */
@ApplicationScoped
class ReviseProgram {

    private final Programs programs;

    ReviseProgram(Programs programs) {
        this.programs = programs;
    }

    /** Revises a program that the caller holds locked. */
    @Transactional(TxType.MANDATORY)
    void revise(Program program, ProgramRequest request) {
        var id = program.id();
        // First of all, because the rest compares with what would be.
        var revised = program.revised(request);
        if (!program.zone().getId().equals(request.zone()) && programs.hasSessions(id, null)) {
            throw new ProblemException(
                    SchedulingProblem.ZONE_IN_USE, "Open another program or site for the zone " + request.zone() + ".");
        }
        for (var site : program.displaced(request)) {
            if (programs.usesSite(id, site.id())) {
                throw new ProblemException(
                        SchedulingProblem.SITE_IN_USE,
                        "Keep the site " + site.id() + " with its zone " + site.zone()
                                + ": rooms, series or sessions are there. Move or retire them first.");
            }
        }
        var obstacles = programs.bookedDays(id).stream()
                .filter(booked -> program.wouldClose(revised, booked.siteId(), booked.day()))
                .map(booked -> booked.day().toString())
                .distinct()
                .toList();
        if (!obstacles.isEmpty()) {
            throw new ProblemException(
                    SchedulingProblem.DAY_HAS_BOOKINGS,
                    "Cancel or move the bookings first. Clients are booked on " + String.join(", ", obstacles) + ".");
        }
        program.revise(request);
        programs.flush();
    }
}
