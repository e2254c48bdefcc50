package care.iop.progress.cadence;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Works out what of a cadence is due for one episode on one day: each instrument once, with its earliest reason. */
final class DueWork {

    static final String CHECK_IN = "CHECK_IN";

    private final CadencePolicy policy;
    private final CadencePolicy.Level level;
    private final EpisodeRow episode;
    private final Map<String, LocalDate> lastDone;
    private final LocalDate today;
    private final Map<String, DueItem> found = new TreeMap<>();

    private DueWork(
            CadencePolicy policy,
            CadencePolicy.Level level,
            EpisodeRow episode,
            Map<String, LocalDate> lastDone,
            LocalDate today) {
        this.policy = policy;
        this.level = level;
        this.episode = episode;
        this.lastDone = lastDone;
        this.today = today;
    }

    /**
     * What is due, the longest due first; nothing of it is in the future.
     *
     * @param lastDone the day of the last usable result by the code of the instrument
     * @param snoozes the last time that an item was put off, by item
     */
    static List<DueItem> of(
            CadencePlans plans,
            EpisodeRow episode,
            Map<String, LocalDate> lastDone,
            Map<String, Snooze> snoozes,
            LocalDate today) {
        var work = new DueWork(plans.policy(), plans.of(episode.levelOfCare()), episode, lastDone, today);
        work.find();
        return work.found.values().stream()
                .map(item -> item.on(today, snoozes.get(item.item())))
                .sorted(Comparator.comparing(DueItem::dueOn).thenComparing(DueItem::item))
                .toList();
    }

    private void find() {
        var endedOn = episode.endedOn();
        if (endedOn == null) {
            level.atAdmission().orElse(List.of()).forEach(this::atAdmission);
            level.everyDays().forEach(this::again);
            checkIn();
        } else {
            level.atDischarge()
                    .orElse(List.of())
                    .forEach(instrument -> afterEnd(instrument, DueKind.AT_DISCHARGE, endedOn));
            new TreeMap<>(level.afterDischarge())
                    .forEach((days, instruments) -> instruments.forEach(
                            instrument -> afterEnd(instrument, DueKind.AFTER_DISCHARGE, endedOn.plusDays(days))));
        }
    }

    private void atAdmission(String instrument) {
        if (doneSince(instrument, episode.admittedOn()) == null) {
            add(instrument, DueKind.AT_ADMISSION, episode.admittedOn(), policy.daysForBaseline());
        }
    }

    private void again(String instrument, int days) {
        var last = doneSince(instrument, episode.admittedOn());
        var from = last == null ? episode.admittedOn() : last;
        add(instrument, DueKind.AGAIN, from.plusDays(days), policy.graceDays());
    }

    private void checkIn() {
        var last = episode.checkedInOn();
        if (level.dailyCheckIn() && !today.isBefore(episode.admittedOn()) && (last == null || last.isBefore(today))) {
            found.put(CHECK_IN, DueItem.of(CHECK_IN, DueKind.CHECK_IN, today, null, last));
        }
    }

    private void afterEnd(String instrument, DueKind kind, LocalDate dueOn) {
        var isOver = ChronoUnit.DAYS.between(dueOn, today) > policy.followUpDays();
        if (!isOver && doneSince(instrument, dueOn.minusDays(policy.daysEarly())) == null) {
            add(instrument, kind, dueOn, policy.graceDays());
        }
    }

    private void add(String instrument, DueKind kind, LocalDate dueOn, int graceDays) {
        if (!dueOn.isAfter(today)) {
            found.putIfAbsent(
                    instrument,
                    DueItem.of(
                            instrument,
                            kind,
                            dueOn,
                            dueOn.plusDays(graceDays),
                            doneSince(instrument, episode.admittedOn())));
        }
    }

    private @Nullable LocalDate doneSince(String instrument, LocalDate day) {
        var last = lastDone.get(instrument);
        return last == null || last.isBefore(day) ? null : last;
    }
}
