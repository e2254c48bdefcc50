package care.iop.progress.alert;

import care.iop.chassis.http.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The alerts of the caller's organization. */
@ApplicationScoped
class Alerts implements PanacheRepositoryBase<Alert, UUID> {

    /** The open alerts of one rule and patient that were raised after this moment. */
    List<Alert> openSince(AlertRule rule, UUID patientId, Instant since) {
        return list(
                "patientId = ?1 and rule = ?2 and raisedAt > ?3 and acknowledgedAt is null", patientId, rule, since);
    }

    /** A page of alerts in the order in which they were raised. */
    List<Alert> page(AlertStatus status, @Nullable Severity severity, @Nullable UUID patientId, PageRequest page) {
        var query = new StringBuilder(
                switch (status) {
                    case OPEN -> "acknowledgedAt is null";
                    case ACKNOWLEDGED -> "acknowledgedAt is not null";
                });
        var parameters = new HashMap<String, Object>();
        if (severity != null) {
            query.append(" and severity = :severity");
            parameters.put("severity", severity);
        }
        if (patientId != null) {
            query.append(" and patientId = :patient");
            parameters.put("patient", patientId);
        }
        page.after().ifPresent(after -> {
            query.append(" and id > :after");
            parameters.put("after", after);
        });
        return find(query.append(" order by id").toString(), parameters)
                .page(0, page.rowsToQuery())
                .list();
    }
}
