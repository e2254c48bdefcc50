package care.iop.progress.homework;

/** What homework is made of; a code, so that it can be counted without its words. */
enum HomeworkKind {
    WORKSHEET,
    READING,
    WRITING,
    SKILL_PRACTICE,
    SUPPORT_MEETING,
    OTHER
}
