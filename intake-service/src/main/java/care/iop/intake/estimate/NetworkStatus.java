package care.iop.intake.estimate;

/** Whether the plan has a contract with who gives the services. */
public enum NetworkStatus {
    IN_NETWORK,
    OUT_OF_NETWORK,
    UNKNOWN
}
