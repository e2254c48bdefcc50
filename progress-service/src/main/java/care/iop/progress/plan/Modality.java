package care.iop.progress.plan;

/** A way of treatment that can be prescribed, by the names that scheduling has for them. */
enum Modality {
    /** Cognitive behavioral therapy. */
    CBT,
    /** Motivational interviewing. */
    MI,
    /** Dialectical behavior therapy. */
    DBT,
    /** Trauma-informed work. */
    TRAUMA
}
