package care.iop.progress.earlywarning;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** From which probability on the model shall warn. */
@Schema(name = "ApproveWarningModelRequest", examples = "{\"threshold\": 0.2}")
record ApproveModelRequest(
        @NotNull
        @DecimalMin("0.01")
        @DecimalMax("0.99")
        @Schema(
                description = "The probability of dropping out in 14 days from which on somebody is shown",
                examples = "0.2")
        BigDecimal threshold) {}
