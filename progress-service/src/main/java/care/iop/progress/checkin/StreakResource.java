package care.iop.progress.checkin;

import care.iop.chassis.audit.AccessAudit;
import care.iop.progress.Roles;
import care.iop.progress.alert.AlertClockPolicy;
import care.iop.progress.episode.PatientAccess;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/patients/{patientId}/check-in-streak")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.PATIENT, Roles.CLINICIAN})
@Tag(name = "Check-ins")
class StreakResource {

    /** A streak that is longer is shown as if it had begun then. */
    private static final int LONGEST_DAYS = 366;

    private final CheckIns checkIns;
    private final CheckInPolicy policy;
    private final AlertClockPolicy clocks;
    private final PatientAccess access;
    private final AccessAudit audit;
    private final Clock clock;

    StreakResource(
            CheckIns checkIns,
            CheckInPolicy policy,
            AlertClockPolicy clocks,
            PatientAccess access,
            AccessAudit audit,
            Clock clock) {
        this.checkIns = checkIns;
        this.policy = policy;
        this.clocks = clocks;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Operation(
            summary = "Read how steadily a person checks in",
            description = "Use never ends a streak, nor does a single day without a check-in; of the last year.")
    @APIResponse(responseCode = "200", description = "The streak")
    public StreakView readCheckInStreak(@PathParam("patientId") UUID patientId) {
        var patient = access.require(patientId);
        var today = LocalDate.now(clock.withZone(clocks.zone()));
        var days = checkIns.days(patient, today.minusDays(LONGEST_DAYS));
        audit.readAll("CheckIn", List.of(patient));
        return StreakView.of(Streak.of(days, today, policy.forgivenDays()));
    }
}
