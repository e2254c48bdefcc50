package care.iop.progress.cadence;

import care.iop.progress.alert.AlertClockPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Finds what is due, in the program's time zone. */
@ApplicationScoped
class FindDueWork {

    private final CadencePlans plans;
    private final DueWorkQuery query;
    private final Snoozes snoozes;
    private final AlertClockPolicy clocks;
    private final Clock clock;

    FindDueWork(CadencePlans plans, DueWorkQuery query, Snoozes snoozes, AlertClockPolicy clocks, Clock clock) {
        this.plans = plans;
        this.query = query;
        this.snoozes = snoozes;
        this.clocks = clocks;
        this.clock = clock;
    }

    /** An episode and what is due in it. */
    record Found(EpisodeRow episode, List<DueItem> items, List<DueHomework> homework) {}

    /** What is due in each of these episodes, on the program's today. */
    List<Found> of(List<EpisodeRow> episodes) {
        if (episodes.isEmpty()) {
            return List.of();
        }
        var patients = episodes.stream().map(EpisodeRow::patientId).distinct().toList();
        var lastDone = query.lastDone(patients, clocks.zone());
        var snoozed = new HashMap<UUID, Map<String, Snooze>>();
        snoozes.last(patients).forEach(snooze -> snoozed.computeIfAbsent(snooze.patientId(), patient -> new HashMap<>())
                .put(snooze.item(), snooze));
        var today = today();
        var homework = query.homework(patients, today);
        return episodes.stream()
                .map(episode -> new Found(
                        episode,
                        DueWork.of(
                                plans,
                                episode,
                                lastDone.getOrDefault(episode.patientId(), Map.of()),
                                snoozed.getOrDefault(episode.patientId(), Map.of()),
                                today),
                        homework.getOrDefault(episode.admissionId(), List.of())))
                .toList();
    }

    /** The program's today. */
    LocalDate today() {
        return LocalDate.now(clock.withZone(clocks.zone()));
    }
}
