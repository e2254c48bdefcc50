package care.iop.intake.directory;

/** A medication for opioid use disorder that a program accepts people on. */
enum OpioidUseDisorderMedication {
    BUPRENORPHINE,
    METHADONE,
    NALTREXONE
}
