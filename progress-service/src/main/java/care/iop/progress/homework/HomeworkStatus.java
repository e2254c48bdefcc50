package care.iop.progress.homework;

/** Where homework stands. */
enum HomeworkStatus {
    ASSIGNED,
    DONE,
    WITHDRAWN
}
