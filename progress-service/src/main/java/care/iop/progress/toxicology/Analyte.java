package care.iop.progress.toxicology;

/** What a specimen is tested for: a substance, a class of them, or what the body makes of it. */
enum Analyte {
    ALCOHOL,
    ETHYL_GLUCURONIDE,
    AMPHETAMINES,
    METHAMPHETAMINE,
    MDMA,
    BARBITURATES,
    BENZODIAZEPINES,
    BUPRENORPHINE,
    CANNABINOIDS,
    SYNTHETIC_CANNABINOIDS,
    COCAINE,
    FENTANYL,
    GABAPENTIN,
    HEROIN_METABOLITE,
    KETAMINE,
    METHADONE,
    MITRAGYNINE,
    OPIATES,
    OXYCODONE,
    PHENCYCLIDINE,
    TRAMADOL,
    XYLAZINE,
    OTHER
}
