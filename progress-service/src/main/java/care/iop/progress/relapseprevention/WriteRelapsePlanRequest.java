package care.iop.progress.relapseprevention;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A new version of a plan, whole. */
@Schema(name = "WriteRelapsePlanRequest", examples = """
                {"basedOn": null, "content": {
                  "warningSigns": [{"key": "strong-craving", "says": "I can't think of anything else", "when": [{"field": "CRAVING", "atLeast": 7}], "steps": ["walk", "call"], "contacts": ["sponsor"], "tell": "NOTICE"}],
                  "copingSteps": [{"key": "walk", "says": "Walk around the lake", "minutes": 15}, {"key": "call", "says": "Call my sponsor"}],
                  "contacts": [{"key": "sponsor", "kind": "SPONSOR", "name": "My sponsor", "reach": "Call 555-0100"}],
                  "highRiskSituations": [{"says": "Payday with nothing planned", "trigger": "MONEY", "strategies": ["Have dinner at my sister's"]}],
                  "meetings": [{"day": "TUESDAY", "startsAt": "19:00", "name": "Home group", "online": false}]}}
                """)
record WriteRelapsePlanRequest(
        @Schema(
                description = "The id of the version that was changed: the newest one; null for the first",
                nullable = true)
        @Nullable
        UUID basedOn,

        @NotNull @Valid PlanContent content) {}
