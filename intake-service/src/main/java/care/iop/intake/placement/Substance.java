package care.iop.intake.placement;

/** What a person uses, as far as the placement rules tell substances apart. */
enum Substance {
    ALCOHOL,
    OPIOIDS,
    SEDATIVES,
    STIMULANTS,
    CANNABIS,
    TOBACCO,
    OTHER
}
