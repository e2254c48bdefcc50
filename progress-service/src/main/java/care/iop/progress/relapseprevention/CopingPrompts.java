package care.iop.progress.relapseprevention;

import care.iop.chassis.http.PageRequest;
import care.iop.progress.alert.rule.AgreedLevel;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the plans of the caller's organization have answered. */
@ApplicationScoped
class CopingPrompts implements PanacheRepositoryBase<CopingPrompt, UUID> {

    Optional<CopingPrompt> ofCheckIn(UUID patientId, UUID checkInId) {
        return find("patientId = ?1 and checkInId = ?2", patientId, checkInId).firstResultOptional();
    }

    Optional<CopingPrompt> find(UUID patientId, UUID id) {
        return find("patientId = ?1 and id = ?2", patientId, id).firstResultOptional();
    }

    /** A person's latest prompts, the newest first. */
    List<CopingPrompt> latest(UUID patientId, int most) {
        return find("patientId = ?1 order by id desc", patientId).page(0, most).list();
    }

    /** A person's prompts in the order of showing, without those that the person keeps from others unless all are wanted. */
    List<CopingPrompt> page(UUID patientId, boolean all, PageRequest page) {
        var query = new StringBuilder("patientId = :patient");
        var parameters = new HashMap<String, Object>();
        parameters.put("patient", patientId);
        if (!all) {
            query.append(" and told <> :nobody");
            parameters.put("nobody", AgreedLevel.NOBODY);
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
