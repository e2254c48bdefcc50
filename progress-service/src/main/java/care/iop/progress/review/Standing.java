package care.iop.progress.review;

/** Whether a criterion is met. UNKNOWN when too little is known: nothing missing is ever read as good. */
enum Standing {
    MET,
    NOT_MET,
    UNKNOWN;

    static Standing of(boolean met) {
        return met ? MET : NOT_MET;
    }
}
