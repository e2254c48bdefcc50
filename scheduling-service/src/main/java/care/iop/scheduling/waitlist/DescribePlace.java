package care.iop.scheduling.waitlist;

import care.iop.scheduling.enrollment.Enrollment;
import care.iop.scheduling.enrollment.Enrollments;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says where somebody stands in line and why. */
@ApplicationScoped
class DescribePlace {

    private final WaitlistEntries entries;
    private final Enrollments enrollments;

    DescribePlace(WaitlistEntries entries, Enrollments enrollments) {
        this.entries = entries;
        this.enrollments = enrollments;
    }

    WaitlistView view(WaitlistEntry entry) {
        return views(List.of(entry)).get(0);
    }

    List<WaitlistView> views(List<WaitlistEntry> shown) {
        Map<UUID, List<WaitlistEntry>> lines = new HashMap<>();
        Map<UUID, Enrollment> clients = new HashMap<>();
        for (var series : shown.stream().map(WaitlistEntry::seriesId).collect(Collectors.toSet())) {
            var open = entries.open(series);
            clients.putAll(enrollments
                    .withIds(open.stream().map(WaitlistEntry::enrollmentId).toList())
                    .stream()
                    .collect(Collectors.toMap(Enrollment::id, Function.identity(), (a, b) -> a)));
            lines.put(series, PromoteWaiting.inLine(open, clients));
        }
        return shown.stream()
                .map(entry -> view(entry, lines.getOrDefault(entry.seriesId(), List.of()), clients))
                .toList();
    }

    private static WaitlistView view(WaitlistEntry entry, List<WaitlistEntry> line, Map<UUID, Enrollment> clients) {
        var waits = entry.status() == WaitlistStatus.WAITING;
        var before = waits ? line.subList(0, line.indexOf(entry)) : List.<WaitlistEntry>of();
        var higher = (int) before.stream()
                .filter(each -> priority(each, clients) > priority(entry, clients))
                .count();
        var longer = before.size() - higher;
        return new WaitlistView(
                entry.id(),
                entry.programId(),
                entry.seriesId(),
                entry.enrollmentId(),
                entry.days(),
                entry.status(),
                entry.joinedAt(),
                entry.joinedBy(),
                waits ? before.size() + 1 : null,
                waits ? higher : null,
                waits ? longer : null,
                entry.offeredAt(),
                entry.status() == WaitlistStatus.OFFERED ? entry.offerUntil() : null,
                waits ? entry.passedOver() : null,
                entry.endedAt(),
                text(entry, before.size() + 1, higher, longer));
    }

    private static int priority(WaitlistEntry entry, Map<UUID, Enrollment> clients) {
        var client = clients.get(entry.enrollmentId());
        return client == null ? 0 : client.preferences().priority();
    }

    private static String text(WaitlistEntry entry, int position, int higher, int longer) {
        return switch (entry.status()) {
            case WAITING ->
                position == 1
                        ? "Next in line."
                        : "Number %d in line: %d before %s a higher priority, %d %s longer."
                                .formatted(
                                        position,
                                        higher,
                                        higher == 1 ? "has" : "have",
                                        longer,
                                        longer == 1 ? "waits" : "wait");
            case OFFERED -> "A seat is kept until %s. Accept or decline it.".formatted(entry.offerUntil());
            case ACCEPTED -> "The offer was accepted; the seats are booked.";
            case DECLINED -> "The offer was declined.";
            case EXPIRED -> "The offer was not answered in time.";
            case LEFT -> "Does not wait any more.";
        };
    }
}
