package care.iop.intake.consent;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.time.ZoneId;

/** The texts and the policies of consents. The operator puts the texts in; the policies are for a clinical owner to confirm. */
@ConfigMapping(prefix = "iop.consent")
interface ConsentSettings {

    /** Where a consent's last day ends. */
    ZoneId timeZone();

    /** From this age on a person signs alone. */
    int adultAge();

    /** How long ago a paper may have been signed that is entered now. */
    Duration signedAtMostAgo();

    /** Whether a consent that was signed before 16 February 2026 may have the elements that were required then. */
    boolean earlierElementsAccepted();

    /** What goes with every disclosure, 42 CFR 2.32. */
    Text notice();

    /** The statements of the form. */
    Form form();

    /** A text of the regulation and its version. */
    interface Text {

        /** Changes with the text. */
        String version();

        /** The words. */
        String text();
    }

    /** The statements that a form makes; together they have one version. */
    interface Form {

        /** Changes with any of the texts. */
        String version();

        /** Who the program is and where a revocation is to be sent. */
        String program();

        /** See {@link Statement#RIGHT_TO_REVOKE}. */
        String rightToRevoke();

        /** See {@link Statement#REDISCLOSURE}. */
        String redisclosure();

        /** See {@link Statement#CONSEQUENCES_OF_REFUSAL}. */
        String consequencesOfRefusal();
    }
}
