package care.iop.intake.authorization;

/** The kinds of session that scheduling tells of. One that is not listed here can't be counted, so its event goes to the dead letters. */
enum SessionKind {
    GROUP,
    SKILLS,
    INDIVIDUAL,
    FAMILY,
    VOCATIONAL,
    MEDICATION,
    CHECK_IN
}
