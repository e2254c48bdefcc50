package care.iop.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Holds what one side says was done against what the other side has, and notes every difference. */
final class LedgerComparison {

    private final List<String> lost = new ArrayList<>();
    private final List<String> doubled = new ArrayList<>();
    private final List<String> misordered = new ArrayList<>();
    private int sentAgain;

    /** What was acknowledged has to be there exactly once, under the identifier of the answer. */
    void requests(Map<Integer, UUID> acknowledged, Map<Integer, List<UUID>> stored) {
        acknowledged.forEach((number, id) -> {
            if (!stored.getOrDefault(number, List.of()).contains(id)) {
                lost.add("referral " + id + " (request " + number + ") was acknowledged, and is not in intake");
            }
        });
        // Also of requests that were never acknowledged: a retry must not have worked twice.
        stored.forEach((number, ids) -> {
            if (ids.size() > 1) {
                doubled.add("request " + number + " made " + ids.size() + " referrals");
            }
        });
    }

    /** Each of these has to be in that place exactly once, in this version. */
    void copies(String place, Map<UUID, Long> versions, Collection<Copy> copies) {
        var found = new HashMap<UUID, List<Copy>>();
        copies.forEach(
                copy -> found.computeIfAbsent(copy.id, id -> new ArrayList<>()).add(copy));
        versions.forEach((id, version) -> {
            var ofThis = found.getOrDefault(id, List.of());
            if (ofThis.stream().noneMatch(copy -> copy.version == version)) {
                lost.add(id + " is not in " + place + " in version " + version);
            }
        });
        found.forEach((id, ofThis) -> {
            if (ofThis.size() > 1 || !versions.containsKey(id)) {
                doubled.add(id + " is in " + place + " " + ofThis.size() + " times, "
                        + (versions.containsKey(id) ? "instead of once" : "and nobody made it"));
            }
        });
    }

    /** Each effect has to have happened exactly once. */
    void effects(String effect, Set<UUID> expected, Map<UUID, Integer> timesById) {
        for (var id : expected) {
            int times = timesById.getOrDefault(id, 0);
            if (times == 0) {
                lost.add(effect + " of " + id + " did not happen");
            } else if (times > 1) {
                doubled.add(effect + " of " + id + " happened " + times + " times");
            }
        }
    }

    /**
     * Each committed event has to be on Kafka, the first appearances about one aggregate in the order of the commits and in
     * one partition. A second appearance is allowed: consumers drop it by the event's id.
     */
    void events(List<Committed> committed, List<Delivered> delivered) {
        var first = new HashMap<UUID, Delivered>();
        var orderOnKafka = new HashMap<UUID, List<UUID>>();
        var partitions = new HashMap<UUID, Set<Integer>>();
        for (var event : delivered) {
            partitions.computeIfAbsent(event.subject, s -> new HashSet<>()).add(event.partition);
            if (first.putIfAbsent(event.id, event) == null) {
                orderOnKafka
                        .computeIfAbsent(event.subject, s -> new ArrayList<>())
                        .add(event.id);
            } else {
                sentAgain++;
            }
        }
        var orderOfCommits = new HashMap<UUID, List<UUID>>();
        for (var event : committed) {
            if (first.remove(event.id) == null) {
                lost.add("event " + event.id + " about " + event.subject + " is not on Kafka");
            } else {
                orderOfCommits
                        .computeIfAbsent(event.subject, s -> new ArrayList<>())
                        .add(event.id);
            }
        }
        first.values().forEach(event -> doubled.add("event " + event.id + " is on Kafka, and nobody committed it"));
        orderOfCommits.forEach((subject, order) -> {
            var found = new ArrayList<>(orderOnKafka.getOrDefault(subject, List.of()));
            found.retainAll(new HashSet<>(order));
            if (!found.equals(order)) {
                misordered.add(
                        "events about " + subject + " are on Kafka as " + found + ", and were committed as " + order);
            } else if (partitions.getOrDefault(subject, Set.of()).size() > 1) {
                misordered.add("events about " + subject + " are in several partitions");
            }
        });
    }

    /** Something that was put aside instead of being dealt with. */
    void putAside(String topic, long count) {
        if (count > 0) {
            lost.add(count + " events were put aside in " + topic);
        }
    }

    boolean isClean() {
        return lost.isEmpty() && doubled.isEmpty() && misordered.isEmpty();
    }

    /** How often an event was on Kafka once more, which is allowed. */
    int sentAgain() {
        return sentAgain;
    }

    List<String> differences() {
        var all = new ArrayList<>(lost);
        all.addAll(doubled);
        all.addAll(misordered);
        return all;
    }

    /** Such as {@code lost 0, doubled 0, misordered 0}. */
    @Override
    public String toString() {
        return "lost " + lost.size() + ", doubled " + doubled.size() + ", misordered " + misordered.size();
    }

    /** A row that a consumer made, in the version of the fact that it was made from. */
    record Copy(UUID id, long version) {}

    /** An event as it was committed; the list's order is that of the outbox. */
    record Committed(UUID id, String type, UUID subject, long version) {}

    /** An event as Kafka has it; the list's order is that of the offsets within each partition. */
    record Delivered(UUID id, UUID subject, int partition) {}
}
