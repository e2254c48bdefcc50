package care.iop.progress.relapseprevention;

/** What a key in a plan looks like: a short name by which one part of the plan means another. */
final class PlanKey {

    static final String FORM = "[a-z0-9][a-z0-9-]{0,39}";
    static final String RULE = "must be up to 40 lower case letters, digits and dashes";

    private PlanKey() {}
}
