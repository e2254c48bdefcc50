package care.iop.progress.earlywarning;

import care.iop.chassis.caller.OfOrganization;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A trained model with its evaluation. It warns of nobody until it is approved, and stays on record after it is retired. */
@Entity
class WarningModel {

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    @Version
    private long version = 1;

    private String trainedBy;
    private Instant trainedAt;
    private LocalDate examplesUntil;
    private int examples;
    private int dropouts;

    @JdbcTypeCode(SqlTypes.JSON)
    private LogisticRegression regression;

    @JdbcTypeCode(SqlTypes.JSON)
    private Evaluation evaluation;

    @Enumerated(EnumType.STRING)
    private Status status = Status.TRAINED;

    private @Nullable BigDecimal threshold;
    private @Nullable String approvedBy;
    private @Nullable Instant approvedAt;
    private @Nullable String retiredBy;
    private @Nullable Instant retiredAt;

    /** Whether a model warns. */
    enum Status {
        TRAINED,
        APPROVED,
        RETIRED
    }

    @SuppressWarnings("NullAway.Init")
    protected WarningModel() {}

    WarningModel(UUID id, String trainedBy, Instant now, Trained trained) {
        this.id = id;
        this.trainedBy = trainedBy;
        this.trainedAt = now;
        this.examplesUntil = trained.until();
        this.examples = trained.examples();
        this.dropouts = trained.dropouts();
        this.regression = trained.regression();
        this.evaluation = trained.evaluation();
    }

    /** What training came to: the last day that was looked at, the examples learned from, and how it did on later ones. */
    record Trained(LocalDate until, int examples, int dropouts, LogisticRegression regression, Evaluation evaluation) {}

    /** Lets it warn from this probability on. */
    void approve(BigDecimal from, String by, Instant now) {
        if (status != Status.TRAINED) {
            throw new IllegalStateException("model " + id + " was approved before");
        }
        status = Status.APPROVED;
        threshold = from;
        approvedBy = by;
        approvedAt = now;
    }

    /** Lets it warn no more. */
    void retire(String by, Instant now) {
        status = Status.RETIRED;
        retiredBy = by;
        retiredAt = now;
    }

    boolean isTrained() {
        return status == Status.TRAINED;
    }

    boolean isInUse() {
        return status == Status.APPROVED;
    }

    UUID id() {
        return id;
    }

    LogisticRegression regression() {
        return regression;
    }

    @Nullable
    BigDecimal threshold() {
        return threshold;
    }

    WarningModelView view() {
        return new WarningModelView(
                id,
                status,
                trainedBy,
                trainedAt,
                examplesUntil,
                examples,
                dropouts,
                WarningModelView.weights(regression),
                evaluation,
                threshold,
                approvedBy,
                approvedAt,
                retiredBy,
                retiredAt);
    }
}
