package care.iop.chassis.fhir;

import care.iop.chassis.problem.CommonProblem;
import care.iop.chassis.problem.ProblemException;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where and how a machine gets its access token: SMART App Launch 2.2, backend services. */
@Schema(name = "SmartConfiguration")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SmartConfiguration(
        @JsonProperty("issuer") @Schema(description = "Whose tokens are accepted") @Nullable
        String issuer,

        @JsonProperty("token_endpoint")
        @Schema(required = true, examples = "https://identity.example.org/realms/iop/protocol/openid-connect/token")
        String tokenEndpoint,

        @JsonProperty("token_endpoint_auth_methods_supported") @Schema(required = true)
        List<String> authMethods,

        @JsonProperty("token_endpoint_auth_signing_alg_values_supported") @Schema(required = true)
        List<String> signingAlgorithms,

        @JsonProperty("grant_types_supported") @Schema(required = true)
        List<String> grantTypes,

        @JsonProperty("scopes_supported") @Schema(required = true, description = "Those that open some operation here")
        List<String> scopes,

        @JsonProperty("capabilities") @Schema(required = true)
        List<String> capabilities) {

    /** Makes it of what the service was told of its identity provider. */
    @ApplicationScoped
    public static class Source {

        private static final String TOKEN_PATH = "/protocol/openid-connect/token";

        private final Optional<String> issuer;

        Source(@ConfigProperty(name = "iop.fhir.issuer") Optional<String> issuer) {
            this.issuer = issuer;
        }

        /** The configuration with these scopes; 503 when the service was told nothing. */
        public SmartConfiguration with(List<String> scopes) {
            var server = issuer.orElseThrow(() -> new ProblemException(
                    CommonProblem.TEMPORARILY_UNAVAILABLE, "This service was not told who its identity provider is."));
            return new SmartConfiguration(
                    server,
                    server + TOKEN_PATH,
                    List.of("private_key_jwt"),
                    List.of("ES384", "RS384"),
                    List.of("client_credentials"),
                    scopes,
                    List.of("client-confidential-asymmetric", "permission-v2"));
        }
    }
}
