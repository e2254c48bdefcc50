package care.iop.scheduling.program;

/** A program is new: clients who were admitted to it before it was known here can be enrolled. */
public record ProgramOpened(Program program) {}
