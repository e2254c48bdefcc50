package care.iop.intake.duplicate;

import care.iop.chassis.caller.OfOrganization;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.IntakeProblem;
import care.iop.intake.person.PrivateText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Two records that may be of one person. It never merges anything by itself. */
@Entity
@Table(name = "possible_duplicate")
class PossibleDuplicate {

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    private UUID firstId;

    private UUID secondId;

    private int score;

    @Enumerated(EnumType.STRING)
    private Strength strength;

    private String evidence;

    private String compared;

    @Enumerated(EnumType.STRING)
    private PairStatus status;

    private Instant foundAt;

    private @Nullable Instant decidedAt;

    private @Nullable String decidedBy;

    private @Nullable PrivateText reason;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected PossibleDuplicate() {}

    @SuppressWarnings("NullAway.Init") // describe sets what is left
    private PossibleDuplicate(UUID id, UUID firstId, UUID secondId) {
        this.id = id;
        this.firstId = firstId;
        this.secondId = secondId;
    }

    /** A pair that was not known. */
    static PossibleDuplicate found(UUID id, UUID one, UUID other, Likeness likeness, String compared, Instant at) {
        // As the database orders: by the digits, not as Java's UUID does.
        boolean inOrder = one.toString().compareTo(other.toString()) < 0;
        var pair = new PossibleDuplicate(id, inOrder ? one : other, inOrder ? other : one);
        pair.describe(likeness, compared, at);
        return pair;
    }

    /** Takes over what a new comparison says. A pair that was kept apart comes back only when something compared has changed. */
    void compareAgain(Likeness likeness, String comparedNow, Instant at) {
        if (!compared.equals(comparedNow)) {
            describe(likeness, comparedNow, at);
        }
    }

    private void describe(Likeness likeness, String comparedNow, Instant at) {
        score = likeness.score();
        strength = likeness.strength();
        evidence = likeness.evidence().stream().map(Evidence::name).collect(Collectors.joining(","));
        compared = comparedNow;
        status = PairStatus.OPEN;
        foundAt = at;
        decidedAt = null;
        decidedBy = null;
        reason = null;
    }

    /** Notes that these are two people. */
    void keepApart(PrivateText because, String who, Instant at) {
        if (status != PairStatus.OPEN) {
            throw new ProblemException(
                    IntakeProblem.DUPLICATE_ALREADY_DECIDED,
                    "The two were kept apart already. They come back here when what is known of one of them changes.");
        }
        status = PairStatus.KEPT_APART;
        decidedAt = at;
        decidedBy = who;
        reason = because;
    }

    UUID id() {
        return id;
    }

    UUID firstId() {
        return firstId;
    }

    UUID secondId() {
        return secondId;
    }

    /** The other of the two. */
    UUID otherThan(UUID patientId) {
        return patientId.equals(firstId) ? secondId : firstId;
    }

    PairStatus status() {
        return status;
    }

    long version() {
        return version;
    }

    PossibleDuplicateView view(ComparedPatient first, ComparedPatient second, ComparePersons points) {
        List<EvidenceView> reasons = Stream.of(evidence.split(","))
                .map(Evidence::valueOf)
                .map(kind -> new EvidenceView(kind, kind.words(), points.points(kind)))
                .toList();
        return new PossibleDuplicateView(
                id,
                first,
                second,
                strength,
                score,
                reasons.stream().map(EvidenceView::words).collect(Collectors.joining("; ")),
                reasons,
                status,
                foundAt,
                decidedAt,
                decidedBy,
                reason);
    }
}
