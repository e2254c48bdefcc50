package care.iop.progress.plan;

/** As whom somebody signs a plan. */
enum Signer {
    CLINICIAN,
    CLIENT
}
