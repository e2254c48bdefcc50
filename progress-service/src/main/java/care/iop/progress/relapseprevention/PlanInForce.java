package care.iop.progress.relapseprevention;

import care.iop.chassis.caller.Caller;
import care.iop.progress.alert.AlertRule;
import care.iop.progress.alert.rule.Rules;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * Finds which warning signs of a person's plan show on a day. A plan that can't be read is told to operations like a rule that
 * can't be evaluated, and costs the person neither the check-in nor its alerts: that is why its document is read as a text here,
 * past Hibernate, which would end the transaction.
 */
@ApplicationScoped
class PlanInForce {

    private static final Logger LOG = Logger.getLogger(PlanInForce.class);

    private static final String IN_FORCE = """
            select id, cast(content as text) as content from relapse_plan
             where organization_id = :organization and patient_id = :patient and agreed_at is not null
             order by agreed_at desc, id desc
             limit 1
            """;

    private final EntityManager entities;
    private final Caller caller;
    private final Rules rules;
    private final ObjectMapper json = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    PlanInForce(EntityManager entities, Caller caller, Rules rules) {
        this.entities = entities;
        this.caller = caller;
        this.rules = rules;
    }

    /** The plan and those of its warning signs that show. */
    record Showing(UUID planId, PlanContent content, List<WarningSign> signs) {}

    /** What shows on this day; empty when there is no plan, nothing shows, or the plan can't be read. */
    Optional<Showing> showing(UUID patientId, ReportedDay day) {
        return entities
                .unwrap(Session.class)
                .createNativeQuery(IN_FORCE, Tuple.class)
                .addScalar("id", UUID.class)
                .addScalar("content", String.class)
                .setParameter("organization", caller.organization())
                .setParameter("patient", patientId)
                .getResultList()
                .stream()
                .findFirst()
                .flatMap(plan -> showing(plan.get("id", UUID.class), plan.get("content", String.class), day));
    }

    private Optional<Showing> showing(UUID planId, String document, ReportedDay day) {
        try {
            var content = json.readValue(document, PlanContent.class);
            var signs = content.showing(day);
            return signs.isEmpty() ? Optional.empty() : Optional.of(new Showing(planId, content, signs));
        } catch (JsonProcessingException | RuntimeException unreadable) {
            rules.couldNotEvaluate(AlertRule.AL_RPP);
            // Not the exception's message: it may quote the person's words.
            LOG.errorf("relapse-prevention plan %s can't be read: %s", planId, unreadable.getClass());
            return Optional.empty();
        }
    }
}
