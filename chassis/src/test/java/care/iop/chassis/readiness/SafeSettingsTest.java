package care.iop.chassis.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeSettingsTest {

    private static final Map<String, String> SAFE = Map.of(
            "quarkus.oidc.auth-server-url", "https://identity.example.org/realms/iop",
            "kafka.security.protocol", "SASL_SSL",
            "quarkus.datasource.username", "intake",
            "quarkus.datasource.password", "Q7-correct-horse");

    private static List<String> with(String name, String value) {
        var settings = new HashMap<>(SAFE);
        settings.put(name, value);
        return SafeSettings.findings(n -> Optional.ofNullable(settings.get(n)));
    }

    @Test
    void safeSettingsPass() {
        assertThat(SafeSettings.findings(n -> Optional.ofNullable(SAFE.get(n)))).isEmpty();
        assertThatCode(() -> ProductionReadiness.demand(List.of())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "quarkus.oidc.auth-server-url,http://identity.example.org/realms/iop",
        "quarkus.oidc.public-key,MIIB",
        "kafka.security.protocol,PLAINTEXT",
        "kafka.security.protocol,SASL_PLAINTEXT",
        "quarkus.datasource.password,''",
        "quarkus.datasource.password,postgres",
        "quarkus.datasource.password,Password",
        "quarkus.datasource.password,intake",
    })
    void eachUnsafeSettingIsNamed(String name, String value) {
        assertThat(with(name, value)).hasSize(1).first().asString().startsWith(name);
    }

    @ParameterizedTest
    @CsvSource({"kafka.security.protocol,SSL", "quarkus.datasource.password,intake1"})
    void theSafeSideOfTheEdgePasses(String name, String value) {
        assertThat(with(name, value)).isEmpty();
    }

    @Test
    void nothingSetIsUnsafeInEveryRespect() {
        assertThat(SafeSettings.findings(n -> Optional.empty())).hasSize(3);
    }

    @Test
    void startIsRefusedWithEveryFinding() {
        assertThatThrownBy(() -> ProductionReadiness.demand(List.of("a.b must be c", "d.e must be f")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a.b must be c; d.e must be f");
    }
}
