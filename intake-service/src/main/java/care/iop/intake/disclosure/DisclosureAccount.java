package care.iop.intake.disclosure;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.http.Pages;
import care.iop.intake.patient.Patients;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The account of a person's disclosures, the same for staff and for the person. */
@ApplicationScoped
class DisclosureAccount {

    /** The account goes back so far when the caller doesn't say, 42 CFR 2.25(a). */
    private static final int YEARS = 3;

    private final Disclosures disclosures;
    private final Patients patients;
    private final AccessAudit audit;
    private final Clock clock;

    DisclosureAccount(Disclosures disclosures, Patients patients, AccessAudit audit, Clock clock) {
        this.disclosures = disclosures;
        this.patients = patients;
        this.audit = audit;
        this.clock = clock;
    }

    /** What was disclosed under any identifier of the person: a merge of patients leaves the account as it was written. */
    @Transactional
    Response read(UUID patientId, @Nullable LocalDate since, PageRequest page, UriInfo uri) {
        var first = since == null ? LocalDate.now(clock).minusYears(YEARS) : since;
        var found = disclosures.page(
                idsOf(patientId), first.atStartOfDay(ZoneOffset.UTC).toInstant(), page);
        audit.read("Disclosure", patientId, patientId);
        return Pages.ok(uri, found, page, Disclosure::id, DisclosureList::of);
    }

    private Set<UUID> idsOf(UUID patientId) {
        return patients.findByIdOptional(patientId).map(patients::idsOf).orElse(Set.of(patientId));
    }
}
