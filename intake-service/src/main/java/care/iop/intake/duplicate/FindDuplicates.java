package care.iop.intake.duplicate;

import static java.util.Objects.requireNonNull;

import care.iop.chassis.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Compares people with those who are near, and puts the pairs that may be one person to the staff. */
@ApplicationScoped
class FindDuplicates {

    private final PersonIndex index;
    private final ComparePersons comparePersons;
    private final PossibleDuplicates pairs;
    private final DuplicateSettings settings;
    private final Ids ids;
    private final Clock clock;

    FindDuplicates(
            PersonIndex index,
            ComparePersons comparePersons,
            PossibleDuplicates pairs,
            DuplicateSettings settings,
            Ids ids,
            Clock clock) {
        this.index = index;
        this.comparePersons = comparePersons;
        this.pairs = pairs;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** Brings the pairs of these patients up to date: new ones come, open ones that no longer match go. */
    @Transactional
    public void find(Collection<UUID> patientIds) {
        pairs.findAlone();
        var people = index.keysOf(patientIds);
        var near = index.near(patientIds);
        var known = new HashMap<Set<UUID>, PossibleDuplicate>();
        pairs.of(patientIds).forEach(pair -> known.put(Set.of(pair.firstId(), pair.secondId()), pair));
        var gone = new HashSet<>(known.keySet());
        for (var person : people.values()) {
            for (var match : strongest(person, near.getOrDefault(person.id(), List.of()))) {
                var both = Set.of(person.id(), match.person().id());
                var compared = PersonKeys.fingerprint(person, match.person());
                var pair = known.get(both);
                gone.remove(both);
                if (pair == null) {
                    var found = PossibleDuplicate.found(
                            ids.next(), person.id(), match.person().id(), match.likeness(), compared, clock.instant());
                    pairs.persist(found);
                    known.put(both, found);
                } else {
                    pair.compareAgain(match.likeness(), compared, clock.instant());
                }
            }
        }
        deleteThoseThatNoLongerMatch(gone.stream()
                .map(both -> requireNonNull(known.get(both)))
                .filter(pair -> pair.status() == PairStatus.OPEN)
                .toList());
        pairs.flush();
    }

    /** A pair may match still, though it is none of the strongest. */
    private void deleteThoseThatNoLongerMatch(List<PossibleDuplicate> open) {
        var both = new ArrayList<UUID>();
        open.forEach(pair -> both.addAll(List.of(pair.firstId(), pair.secondId())));
        Map<UUID, PersonKeys> keys = both.isEmpty() ? Map.of() : index.keysOf(both);
        open.stream()
                .filter(pair -> comparePersons
                        .compare(requireNonNull(keys.get(pair.firstId())), requireNonNull(keys.get(pair.secondId())))
                        .isEmpty())
                .forEach(pairs::delete);
    }

    private List<Match> strongest(PersonKeys person, List<PersonKeys> near) {
        return near.stream()
                .flatMap(other ->
                        comparePersons.compare(person, other).map(likeness -> new Match(other, likeness)).stream())
                .sorted(Comparator.comparing((Match match) -> -match.likeness().score())
                        .thenComparing(match -> match.person().id()))
                .limit(settings.mostPairs())
                .toList();
    }

    private record Match(PersonKeys person, Likeness likeness) {}
}
