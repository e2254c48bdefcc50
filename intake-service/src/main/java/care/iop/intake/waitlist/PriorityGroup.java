package care.iop.intake.waitlist;

/** The order in which 45 CFR 96.131 asks programs to admit people, first group first. */
enum PriorityGroup {
    PREGNANT_INJECTING("pregnant person who injects drugs", "pregnant people who inject drugs"),
    PREGNANT("pregnant person", "pregnant people"),
    INJECTING("person who injects drugs", "people who inject drugs"),
    ALL_OTHERS("other person", "other people");

    private final String one;
    private final String many;

    PriorityGroup(String one, String many) {
        this.one = one;
        this.many = many;
    }

    static PriorityGroup of(boolean pregnant, boolean injecting) {
        if (pregnant) {
            return injecting ? PREGNANT_INJECTING : PREGNANT;
        }
        return injecting ? INJECTING : ALL_OTHERS;
    }

    /** Whether the law asks for interim services while the person waits: 45 CFR 96.126(b) and 96.131(d). */
    boolean isOwedInterimServices() {
        return this != ALL_OTHERS;
    }

    String count(int people) {
        return people + " " + (people == 1 ? one : many);
    }
}
