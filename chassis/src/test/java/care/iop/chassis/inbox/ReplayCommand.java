package care.iop.chassis.inbox;

/** Runs the operator's replay command inside a test, without the exit. */
public final class ReplayCommand {

    private ReplayCommand() {}

    /** The exit code that the command would end with. */
    public static int run(String... args) throws Exception {
        return ReplayDeadLetters.run(args, System.out, System.err);
    }
}
