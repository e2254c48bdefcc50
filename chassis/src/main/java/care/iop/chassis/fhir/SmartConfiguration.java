package care.iop.chassis.fhir;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where and how a machine gets its access token: SMART App Launch 2.2, backend services. */
@Schema(name = "SmartConfiguration")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SmartConfiguration(
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
        List<String> capabilities) {}
