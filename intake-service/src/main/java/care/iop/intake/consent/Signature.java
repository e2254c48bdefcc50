package care.iop.intake.consent;

import care.iop.intake.person.Faultless;
import care.iop.intake.person.PersonName;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who signed what when and how it is known that it was them: the record that 42 CFR 2.31(a) asks for, and E-SIGN (15 U.S.C. 7001)
 * for an electronic one.
 *
 * @param signedAt the moment of the signature, not in the future
 */
@Schema(name = "Signature", examples = """
                {"signerName": "Avery Example", "signerRole": "PATIENT", "method": "ELECTRONIC", "identityKnownBy": "PHOTO_ID", "signedAt": "2026-11-23T14:05:00Z"}""")
record Signature(
        @NotNull @Faultless PersonName signerName,
        @NotNull SignerRole signerRole,
        @NotNull Method method,

        @NotNull @Schema(description = "How it is known that the signer is who they say")
        IdentityKnownBy identityKnownBy,

        @NotNull Instant signedAt) {

    /** How it was signed. */
    @Schema(name = "SignatureMethod")
    enum Method {
        ELECTRONIC,
        ON_PAPER
    }

    /** How it is known that the signer is who they say. */
    @Schema(name = "SignerIdentityKnownBy")
    enum IdentityKnownBy {
        PHOTO_ID,
        KNOWN_TO_STAFF,
        SIGNED_IN
    }
}
