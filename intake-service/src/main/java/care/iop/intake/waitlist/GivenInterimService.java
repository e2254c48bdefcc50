package care.iop.intake.waitlist;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a waiting person was given, and when. */
@Schema(examples = "{\"kind\": \"PRENATAL_CARE_REFERRAL\", \"givenOn\": \"2026-09-02\"}")
record GivenInterimService(
        @NotNull InterimServiceKind kind,

        @NotNull @Schema(description = "Today at the latest, and not before the referral arrived")
        LocalDate givenOn) {}
