package care.iop.progress.alert;

import care.iop.progress.Roles;
import care.iop.progress.alert.rule.Rules;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/alert-rules")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.CLINICIAN, Roles.PROGRAM_DIRECTOR})
@Tag(name = "Alerts")
class AlertRuleResource {

    private final Rules rules;
    private final AlertClockPolicy clocks;

    AlertRuleResource(Rules rules, AlertClockPolicy clocks) {
        this.rules = rules;
        this.clocks = clocks;
    }

    @GET
    @Operation(summary = "List the alert rules in words, with the thresholds and clocks that are set")
    @APIResponse(responseCode = "200", description = "All of them, on one page")
    public AlertRuleList listAlertRules() {
        return new AlertRuleList(
                rules.sentences().stream()
                        .map(sentence -> new AlertRuleView(
                                sentence.rule(),
                                sentence.text(),
                                sentence.rule().isAboutSuicide(),
                                true))
                        .toList(),
                "A critical alert that nobody acknowledges is escalated after %s, a high one after %s, a medium one after %d business day(s), holidays %s; low ones are quiet from %s to %s (%s)."
                        .formatted(
                                clocks.critical(),
                                clocks.high(),
                                clocks.mediumBusinessDays(),
                                clocks.holidays()
                                        .map(days -> "are " + new TreeSet<>(days))
                                        .orElse("are not told"),
                                clocks.quietFrom(),
                                clocks.quietTo(),
                                clocks.zone()));
    }

    /** All rules and their clocks. */
    @Schema(name = "AlertRuleList")
    record AlertRuleList(
            List<AlertRuleView> items,

            @Schema(description = "How soon somebody must answer")
            String clocks) {}

    /** One rule in words. */
    @Schema(name = "AlertRule")
    record AlertRuleView(
            @Schema(implementation = String.class, examples = "AL-CRV")
            AlertRule rule,

            String sentence,

            @Schema(description = "Whether help is shown at once to the person whom it is about", examples = "false")
            boolean showsCrisisSupport,

            @Schema(
                    description = "Whether its thresholds are our own policy, for a clinical owner to confirm",
                    examples = "true")
            boolean ownPolicy) {}
}
