package care.iop.intake.duplicate;

import care.iop.chassis.id.Ids;
import care.iop.intake.patient.PatientDescribed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/** Compares a person with those who are near, and puts the pairs that may be one person to the staff. */
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

    void onDescribed(@Observes PatientDescribed described) {
        find(described.patientId());
    }

    /** Brings the pairs of the patient up to date: new ones come, open ones that no longer match go. */
    @Transactional
    public void find(UUID patientId) {
        var person = index.keysOf(patientId);
        var known = new HashMap<UUID, PossibleDuplicate>();
        pairs.of(patientId).forEach(pair -> known.put(pair.otherThan(patientId), pair));
        for (var match : strongest(person)) {
            var other = match.person().id();
            var compared = PersonKeys.fingerprint(person, match.person());
            var pair = known.remove(other);
            if (pair == null) {
                pairs.persist(PossibleDuplicate.found(
                        ids.next(), patientId, other, match.likeness(), compared, clock.instant()));
            } else {
                pair.compareAgain(match.likeness(), compared, clock.instant());
            }
        }
        known.values().stream()
                .filter(pair -> pair.status() == PairStatus.OPEN)
                .filter(pair -> !matches(person, pair))
                .forEach(pairs::delete);
        pairs.flush();
    }

    /** Whether a pair that is open already still matches, though it may be none of the strongest. */
    private boolean matches(PersonKeys person, PossibleDuplicate pair) {
        return comparePersons
                .compare(person, index.keysOf(pair.otherThan(person.id())))
                .isPresent();
    }

    private List<Match> strongest(PersonKeys person) {
        return index.near(person).stream()
                .flatMap(other ->
                        comparePersons.compare(person, other).map(likeness -> new Match(other, likeness)).stream())
                .sorted(Comparator.comparing((Match match) -> -match.likeness().score())
                        .thenComparing(match -> match.person().id()))
                .limit(settings.mostPairs())
                .toList();
    }

    private record Match(PersonKeys person, Likeness likeness) {}
}
