package care.iop.progress.rebuild;

import java.util.EnumMap;
import java.util.Map;

/** What a running rebuild has read and mended so far; used by one thread. */
final class RebuildCounts {

    private final Map<CopiedFacts.Kind, Long> mended = new EnumMap<>(CopiedFacts.Kind.class);
    private long eventsRead;
    private long unreadableEvents;
    private long attendanceWeeks;
    private long checkInWeeks;
    private long programWeeks;

    void read(long events, long unreadable) {
        eventsRead += events;
        unreadableEvents += unreadable;
    }

    void mended(CopiedFacts.Kind kind, int facts) {
        mended.merge(kind, (long) facts, Long::sum);
    }

    void attendanceWeeks(int weeks) {
        attendanceWeeks += weeks;
    }

    void checkInWeeks(int weeks) {
        checkInWeeks += weeks;
    }

    void programWeeks(int weeks) {
        programWeeks += weeks;
    }

    long mended(CopiedFacts.Kind kind) {
        return mended.getOrDefault(kind, 0L);
    }

    long eventsRead() {
        return eventsRead;
    }

    long unreadableEvents() {
        return unreadableEvents;
    }

    long attendanceWeeks() {
        return attendanceWeeks;
    }

    long checkInWeeks() {
        return checkInWeeks;
    }

    long programWeeks() {
        return programWeeks;
    }
}
