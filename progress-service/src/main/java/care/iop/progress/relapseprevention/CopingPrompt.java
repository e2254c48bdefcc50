package care.iop.progress.relapseprevention;

import care.iop.chassis.caller.OfOrganization;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.alert.rule.AgreedLevel;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What a person's plan answered to one check-in, and whether it helped. */
@Entity
class CopingPrompt {

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    @Version
    private long version = 1;

    /** A merge of patients changes it past this class. */
    @Column(updatable = false)
    private UUID patientId;

    private UUID checkInId;
    private LocalDate forOn;
    private UUID planId;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> signs;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> steps;

    @JdbcTypeCode(SqlTypes.JSON)
    private Set<Trigger> triggers;

    @Enumerated(EnumType.STRING)
    private AgreedLevel told;

    private Instant shownAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Noted> outcomes;

    private @Nullable Instant notedAt;

    @SuppressWarnings("NullAway.Init")
    protected CopingPrompt() {}

    CopingPrompt(UUID id, UUID patientId, UUID checkInId, LocalDate forOn, Answer answer, Instant now) {
        this.id = id;
        this.patientId = patientId;
        this.checkInId = checkInId;
        this.forOn = forOn;
        this.outcomes = List.of();
        this.shownAt = now;
        answer(answer);
    }

    /** What the plan has to say: the keys of the signs that show and of the steps for them, in order. */
    record Answer(UUID planId, List<String> signs, List<String> steps, Set<Trigger> triggers, AgreedLevel told) {}

    /** What the person noted of one step. */
    record Noted(String step, StepOutcome outcome) {}

    /** The check-in was corrected, and the plan answers anew; what was noted of steps stays. */
    final void answer(Answer answer) {
        planId = answer.planId();
        signs = List.copyOf(answer.signs());
        steps = List.copyOf(answer.steps());
        triggers = Set.copyOf(answer.triggers());
        told = answer.told();
    }

    /** Notes whether a step helped, in place of what was noted of it before. Refused with 422 for a step that was not shown. */
    void note(String step, StepOutcome outcome, Instant now) {
        if (!steps.contains(step)) {
            throw ProblemException.invalid("/step", "must be one of " + String.join(", ", steps));
        }
        var noted = new ArrayList<>(
                outcomes.stream().filter(before -> !before.step().equals(step)).toList());
        noted.add(new Noted(step, outcome));
        outcomes = List.copyOf(noted);
        notedAt = now;
    }

    /** The key of the first step of which nothing is noted; empty when all were tried, or one has helped. */
    Optional<String> nextStep() {
        if (outcomes.stream().anyMatch(noted -> noted.outcome() == StepOutcome.HELPED)) {
            return Optional.empty();
        }
        return steps.stream().filter(step -> outcomeOf(step).isEmpty()).findFirst();
    }

    Optional<StepOutcome> outcomeOf(String step) {
        return outcomes.stream()
                .filter(noted -> noted.step().equals(step))
                .map(Noted::outcome)
                .findFirst();
    }

    UUID id() {
        return id;
    }

    UUID patientId() {
        return patientId;
    }

    UUID checkInId() {
        return checkInId;
    }

    LocalDate forOn() {
        return forOn;
    }

    UUID planId() {
        return planId;
    }

    List<String> signs() {
        return signs;
    }

    List<String> steps() {
        return steps;
    }

    Set<Trigger> triggers() {
        return triggers;
    }

    AgreedLevel told() {
        return told;
    }

    Instant shownAt() {
        return shownAt;
    }

    List<Noted> outcomes() {
        return outcomes;
    }

    @Nullable
    Instant notedAt() {
        return notedAt;
    }
}
