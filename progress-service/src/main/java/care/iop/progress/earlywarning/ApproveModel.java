package care.iop.progress.earlywarning;

import care.iop.chassis.caller.Caller;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.ProgressProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.UUID;

/** Lets a trained model warn instead of the one that does, or lets none warn any more. */
@ApplicationScoped
class ApproveModel {

    private final WarningModels models;
    private final Caller caller;
    private final Clock clock;

    ApproveModel(WarningModels models, Caller caller, Clock clock) {
        this.models = models;
        this.caller = caller;
        this.clock = clock;
    }

    /** Approves a model; refused with 409 when it was approved before. */
    @Transactional
    WarningModel approve(UUID modelId, BigDecimal threshold) {
        var model = require(modelId);
        if (!model.isTrained()) {
            throw new ProblemException(ProgressProblem.WARNING_MODEL_APPROVED_BEFORE, "Train a new one.");
        }
        models.inUse().ifPresent(before -> {
            before.retire(caller.subject(), clock.instant());
            models.flush();
        });
        model.approve(threshold, caller.subject(), clock.instant());
        return model;
    }

    /** Retires the model that warns; refused with 409 when it does not. */
    @Transactional
    WarningModel retire(UUID modelId) {
        var model = require(modelId);
        if (!model.isInUse()) {
            throw new ProblemException(
                    ProgressProblem.WARNING_MODEL_NOT_IN_USE, "Only the approved one can be retired.");
        }
        model.retire(caller.subject(), clock.instant());
        return model;
    }

    private WarningModel require(UUID modelId) {
        return models.findByIdOptional(modelId).orElseThrow(() -> ProblemException.notFound("warning model"));
    }
}
