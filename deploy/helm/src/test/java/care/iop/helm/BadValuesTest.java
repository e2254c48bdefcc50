package care.iop.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each value that the schema refuses, alone in an otherwise good set: the minimal and full examples show the good side. */
class BadValuesTest {

    @ParameterizedTest
    @CsvSource({
        "/colour, '\"red\"', colour",
        "/services/intake/replica, 2, replica",
        "/services/billing, {}, billing",
        "/services/intake/replicas, '\"2\"', /services/intake/replicas",
        "/services/intake/replicas, 0, /services/intake/replicas",
        "/services/intake/replicas, 51, /services/intake/replicas",
        "/services/intake/digest, '\"sha256:12\"', /services/intake/digest",
        "/services/intake/resources/limits/memory, '\"768\"', /services/intake/resources/limits/memory",
        "/services/intake/settings/iop.consent.notice.text, , iop/consent/notice/text",
        "/services/intake/settings/iop.consent.notice.text, '\"\"', iop/consent/notice/text",
        "/services/intake/settings/quarkus.profile, '\"local\"', quarkus/profile",
        "/services/scheduling/database/existingSecret, , existingSecret",
        "/services/scheduling/database/existingSecret, '\"Not A Name\"', existingSecret",
        "/services/scheduling/database/password, '\"plain\"', password",
        "/services/scheduling/database/url, '\"jdbc:h2:mem:x\"', /services/scheduling/database/url",
        "/services/scheduling/database/url, '\"jdbc:postgresql://db/s?password=x\"', /services/scheduling/database/url",
        "/services/scheduling/database/url, '\"jdbc:postgresql://db/s?ssl=true&user=x\"', /services/scheduling/database/url",
        "/kafka/securityProtocol, '\"PLAINTEXT\"', /kafka/securityProtocol",
        "/kafka/securityProtocol, '\"SASL_PLAINTEXT\"', /kafka/securityProtocol",
        "/kafka/bootstrapServers, '\"kafka\"', /kafka/bootstrapServers",
        "/kafka/sasl/existingSecret, , existingSecret",
        "/kafka/truststore/existingSecret, '\"iop-kafka-ca\"', passwordKey",
        "/oidc/authServerUrl, '\"http://identity.example.org/realms/iop\"', /oidc/authServerUrl",
        "/oidc/authServerUrl, , authServerUrl",
        "/oidc/pages, '{\"clientSecret\": \"plain\"}', existingSecret",
        "/image/tag, '\"latest\"', /image/tag",
        "/image/tag, 1.0, /image/tag",
        "/image/tag, , tag",
        "/ingress/enabled, true, tlsSecret",
        "/ingress/gateway, '{\"namespace\": \"gateways\"}', name",
        "/ingress/gateway, '{\"name\": \"public\", \"port\": 443}', port",
        "/notifications, '{\"secretKey\": \"signing-key\"}', existingSecret",
        "/notifications, '{\"signingKey\": \"plain\"}', signingKey",
        "/ingress/enabled, '\"yes\"', /ingress/enabled",
        "/ingress/trustedProxies, '[\"0.0.0.0/0\"]', /ingress/trustedProxies",
        "/services/intake/autoscaling/enabled, '\"yes\"', /services/intake/autoscaling/enabled",
        "/services/intake/autoscaling/cpuPercent, 5, /services/intake/autoscaling/cpuPercent",
        "/services/intake/database/ca/key, '\"ca.crt\"', existingSecret",
        "/cloudNativePG/enabled, true, /services/intake/database",
        "/cloudNativePG/instances, 0, /cloudNativePG/instances",
        "/cloudNativePG/storage/size, '\"20\"', /cloudNativePG/storage/size",
        "/cloudNativePG/imageName, '\"postgres:latest\"', /cloudNativePG/imageName",
        "/kafka/strimzi/replicas, 0, /kafka/strimzi/replicas",
        "/kafka/strimzi/partitions, 6, partitions",
        "/migrations/job, '\"true\"', /migrations/job",
        "/monitoring/serviceMonitor/interval, '\"1m\"', /monitoring/serviceMonitor/interval",
        "/monitoring/rules/enable, true, enable",
        "/networkPolicy/enabled, true, /networkPolicy/requestsFrom",
        "/networkPolicy/enabled, true, /networkPolicy/database/to",
        "/networkPolicy/metricsFrom, '[{}]', /networkPolicy/metricsFrom/0",
        "/networkPolicy/kafka/port, 70000, /networkPolicy/kafka/port",
        "/networkPolicy/payers/port, 443, to",
    })
    void isRefusedByName(String pointer, String json, String named) throws Exception {
        // given
        var values = Chart.example("minimal");
        var at = JsonPointer.compile(pointer);
        var parent = values.withObject(at.head());
        var key = at.last().getMatchingProperty();
        if (json == null) {
            parent.remove(key);
        } else {
            parent.set(key, Chart.value(json));
        }

        // when
        var refusal = assertThatThrownBy(() -> Chart.render(values));

        // then
        refusal.hasMessageContaining("values don't meet the specifications of the schema")
                .satisfies(e -> assertThat(e.getMessage().replace('.', '/')).contains(named));
    }
}
