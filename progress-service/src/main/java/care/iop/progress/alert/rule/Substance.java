package care.iop.progress.alert.rule;

/** What a person may say that they used. */
public enum Substance {
    ALCOHOL,
    CANNABIS,
    OPIOIDS,
    BENZODIAZEPINES,
    COCAINE,
    OTHER_STIMULANTS,
    INHALANTS,
    OTHER
}
