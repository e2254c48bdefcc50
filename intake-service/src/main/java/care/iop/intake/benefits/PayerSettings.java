package care.iop.intake.benefits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Which payers can be asked by machine; none unless configured. */
@ConfigMapping(prefix = "iop.benefits.payer")
interface PayerSettings {

    /** By the payer's electronic identifier. */
    @WithParentName
    Map<String, Payer> payer();

    /** One payer, or the clearinghouse that speaks for it. */
    interface Payer {

        /** Where an X12 interchange is posted, and answered in the response. */
        URI url();

        /** The Authorization header, if one is needed. A secret: to be set by the environment. */
        Optional<String> authorization();

        /** How long one attempt may take in all. */
        @WithDefault("PT10S")
        Duration timeout();

        /** How long the connection may take. */
        @WithDefault("PT3S")
        Duration connectTimeout();

        /** How often a failed attempt is repeated. Asking again changes nothing at the payer. */
        @WithDefault("2")
        int retries();

        /** How long to wait before that. */
        @WithDefault("PT0.5S")
        Duration retryAfter();

        /** Of so many attempts half have to fail before the payer is left alone for a while. */
        @WithDefault("6")
        int circuitWatches();

        /** For how long. */
        @WithDefault("PT30S")
        Duration circuitOpenFor();
    }
}
