package care.iop.progress.alert;

/** Whether an alert still waits for a human. */
enum AlertStatus {
    OPEN,
    ACKNOWLEDGED
}
