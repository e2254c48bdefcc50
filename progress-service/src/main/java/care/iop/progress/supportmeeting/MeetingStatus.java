package care.iop.progress.supportmeeting;

/** Whether the person means to go, was there, or was not. */
enum MeetingStatus {
    PLANNED,
    ATTENDED,
    MISSED
}
