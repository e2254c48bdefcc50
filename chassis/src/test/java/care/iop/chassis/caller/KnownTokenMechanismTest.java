package care.iop.chassis.caller;

import static org.assertj.core.api.Assertions.assertThat;

import care.iop.chassis.testing.TestBackends;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestBackends.class)
class KnownTokenMechanismTest {

    @Inject
    @Any
    Instance<HttpAuthenticationMechanism> mechanisms;

    @Inject
    KnownTokenMechanism known;

    /** Of two with the same priority either may be asked first, and then every token may be verified again, unseen by any caller. */
    @Test
    void knownTokensAreLookedUpBeforeAnyOtherMechanismIsAsked() {
        // when
        var others = mechanisms.stream()
                .map(HttpAuthenticationMechanism::getPriority)
                .filter(priority -> priority != known.getPriority())
                .toList();

        // then
        assertThat(others).isNotEmpty().allMatch(priority -> priority < known.getPriority());
        assertThat(mechanisms.stream().count()).isEqualTo(others.size() + 1);
    }
}
