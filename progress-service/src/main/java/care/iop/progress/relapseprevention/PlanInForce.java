package care.iop.progress.relapseprevention;

import care.iop.chassis.caller.Caller;
import care.iop.progress.alert.AlertRule;
import care.iop.progress.alert.rule.Rules;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
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
            select id, content from relapse_plan
             where organization_id = ? and patient_id = ? and agreed_at is not null
             order by agreed_at desc, id desc
             limit 1
            """;

    private final DataSource database;
    private final Caller caller;
    private final Rules rules;
    private final ObjectMapper json = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    PlanInForce(DataSource database, Caller caller, Rules rules) {
        this.database = database;
        this.caller = caller;
        this.rules = rules;
    }

    /** The plan and those of its warning signs that show. */
    record Showing(UUID planId, PlanContent content, List<WarningSign> signs) {}

    /** What shows on this day; empty when there is no plan, nothing shows, or the plan can't be read. */
    Optional<Showing> showing(UUID patientId, ReportedDay day) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(IN_FORCE)) {
            select.setString(1, caller.organization());
            select.setObject(2, patientId);
            try (var row = select.executeQuery()) {
                return row.next() ? showing(row.getObject(1, UUID.class), row.getString(2), day) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the relapse-prevention plan in force could not be looked up", e);
        }
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
