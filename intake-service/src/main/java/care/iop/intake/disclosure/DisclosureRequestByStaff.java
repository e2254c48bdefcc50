package care.iop.intake.disclosure;

import care.iop.chassis.consent.DataClass;
import care.iop.chassis.consent.PurposeOfUse;
import care.iop.intake.person.Faultless;
import care.iop.intake.person.PrivateText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a member of staff discloses. */
@Schema(name = "DisclosureByStaff", examples = """
                {"recipientId": "019a2b3c-0000-7000-8000-0000000000c1", "dataClasses": ["ENROLLMENT"], "purpose": "TREATMENT", "what": "Told by phone that treatment began."}""")
record DisclosureRequestByStaff(
        @NotNull UUID recipientId,
        @NotEmpty @Size(max = 20) Set<@NotNull DataClass> dataClasses,
        @NotNull PurposeOfUse purpose,
        @NotNull @Faultless PrivateText what,

        @Schema(
                description =
                        "For the purpose EMERGENCY, and for no other: what 42 CFR 2.51(c) asks to be written down")
        @Valid
        Disclosure.@Nullable Emergency emergency) {}
