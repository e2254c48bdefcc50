package care.iop.intake.consent;

import care.iop.chassis.consent.DataClass;
import care.iop.chassis.consent.PurposeOfUse;
import care.iop.chassis.consent.RecipientClass;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A consent and a question about it; nothing is stored. */
@Schema(examples = ConsentEvaluationRequest.EXAMPLE)
record ConsentEvaluationRequest(
        @NotNull @Valid Supposed consent,
        @Size(max = 50) List<@Valid @NotNull SupposedRestriction> restrictions,
        @NotNull @Valid Question question) {

    static final String EXAMPLE = """
            {
              "consent": {
                "content": {
                  "kind": "SPECIFIC",
                  "discloser": "Riverside Intensive Outpatient Program",
                  "information": "That I am in treatment, and my level of care",
                  "dataClasses": ["ENROLLMENT"],
                  "recipients": ["019a2b3c-0000-7000-8000-0000000000c1"],
                  "purposes": ["TREATMENT"],
                  "expiry": {"kind": "ON_DATE", "on": "2027-06-30"},
                  "statements": ["RIGHT_TO_REVOKE"]
                },
                "signedAt": "2026-11-23T14:05:00Z"
              },
              "question": {
                "recipientId": "019a2b3c-0000-7000-8000-0000000000c1",
                "dataClass": "ENROLLMENT",
                "purpose": "TREATMENT",
                "at": "2026-11-24T09:00:00Z"
              }
            }""";

    @SuppressWarnings("ConstantValue") // a JSON object may leave a component out
    ConsentEvaluationRequest {
        restrictions = restrictions == null ? List.of() : List.copyOf(restrictions);
    }

    /** A consent as it might be. */
    @Schema(name = "SupposedConsent")
    record Supposed(
            @NotNull @Valid ConsentContent content,

            @Schema(description = "Absent while nobody has signed") @Nullable
            Instant signedAt,

            @Schema(description = "When the event happened that ends it") @Nullable
            Instant endedAt,

            @Nullable Instant revokedAt) {}

    /** Something that the program might have agreed not to disclose. */
    @Schema(name = "SupposedRestriction")
    record SupposedRestriction(
            @Schema(description = "Everybody when absent") @Nullable
            UUID recipientId,

            @Size(max = 20) @Schema(description = "Everything when absent")
            Set<DataClass> dataClasses) {

        @SuppressWarnings("ConstantValue") // a JSON object may leave a component out
        SupposedRestriction {
            dataClasses = dataClasses == null ? Set.of() : Set.copyOf(dataClasses);
        }
    }

    /** May this recipient see this for that purpose? */
    @Schema(name = "DisclosureQuestion")
    record Question(
            @NotNull UUID recipientId,

            @Size(max = 10) @Schema(description = "The classes that the recipient belongs to; none when absent")
            Set<RecipientClass> recipientClasses,

            @Size(max = 100) @Schema(description = "The exchanges that it takes part in; none when absent")
            Set<UUID> participatesIn,

            @Schema(description = "Whether a treating relationship is on record", defaultValue = "false")
            Boolean treatingRelationship,

            @NotNull DataClass dataClass,
            @NotNull PurposeOfUse purpose,

            @Schema(description = "Now when absent") @Nullable
            Instant at,

            @Schema(
                    description = "Whether a machine asks, without a member of staff who decides",
                    defaultValue = "false")
            Boolean unattended) {

        @SuppressWarnings("ConstantValue") // a JSON object may leave a component out
        Question {
            recipientClasses = recipientClasses == null ? Set.of() : Set.copyOf(recipientClasses);
            participatesIn = participatesIn == null ? Set.of() : Set.copyOf(participatesIn);
            treatingRelationship = treatingRelationship != null && treatingRelationship;
            unattended = unattended != null && unattended;
        }
    }
}
