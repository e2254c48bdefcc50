package care.iop.progress.alert.rule;

/**
 * A report in which a person's own plan finds warning signs.
 *
 * @param level the loudest that was agreed for one of them
 */
public record OwnWarning(AgreedLevel level) {}
