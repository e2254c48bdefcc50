package care.iop.progress.toxicology;

/** What was tested. */
enum Specimen {
    URINE,
    ORAL_FLUID,
    BREATH,
    BLOOD,
    HAIR
}
