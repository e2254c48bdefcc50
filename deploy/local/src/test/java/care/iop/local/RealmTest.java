package care.iop.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealmTest {

    private static final String ORIGIN = "http://localhost:8080";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path directory;

    @Test
    void hasAUserForEachRoleAndASecondOrganization() {
        // given
        Set<String> roles = Set.of(
                "intake-coordinator",
                "clinician",
                "scheduler",
                "program-director",
                "analyst",
                "compliance-officer",
                "operator",
                "patient");
        // when
        Set<String> riverside = rolesIn("riverside");
        // then
        assertEquals(roles, riverside);
        assertEquals(Set.of("intake-coordinator", "clinician"), rolesIn("lakeside"));
    }

    @Test
    void namesTheUsersThereAreToOneWhoAsksForAnother() {
        // given
        String unknown = "dana";
        // when
        CannotContinue refused = assertThrows(CannotContinue.class, () -> Realm.user(unknown));
        // then
        assertTrue(refused.getMessage().startsWith("There is no user 'dana'; there are dana.coordinator, "));
    }

    @Test
    void trustsTheKeyOfTheDemoEhrOnly() throws Exception {
        // given
        EhrKey key = EhrKey.in(directory);
        // when
        JsonNode realm = JSON.readTree(Realm.json(key, ORIGIN));
        // then
        JsonNode ehr = realm.at("/clients/1");
        assertEquals("ehr-demo", ehr.get("clientId").textValue());
        assertEquals("client-jwt", ehr.get("clientAuthenticatorType").textValue());
        assertEquals(key.jwks(), ehr.at("/attributes/jwks.string").textValue());
    }

    @Test
    void pagesMaySignInAtTheOriginOnly() throws Exception {
        // when
        JsonNode realm = JSON.readTree(Realm.json(EhrKey.in(directory), ORIGIN));
        // then
        JsonNode pages = realm.at("/clients/2");
        assertEquals("iop-pages", pages.get("clientId").textValue());
        assertEquals(ORIGIN, pages.get("rootUrl").textValue());
        assertEquals("S256", pages.at("/attributes/pkce.code.challenge.method").textValue());
        for (JsonNode uri : pages.get("redirectUris")) {
            assertTrue(uri.textValue().matches("/[a-z]+/dashboard/\\*"), uri.textValue());
        }
    }

    /** A user who could change their own organization or patient id could read what is others'. */
    @Test
    void letsOnlyAdministratorsSayWhoseDataAUserReaches() throws Exception {
        // given
        JsonNode realm = JSON.readTree(Realm.json(EhrKey.in(directory), ORIGIN));
        // when
        JsonNode profile = JSON.readTree(
                realm.at("/components/org.keycloak.userprofile.UserProfileProvider/0/config/kc.user.profile.config/0")
                        .textValue());
        // then
        for (JsonNode attribute : profile.get("attributes")) {
            assertEquals("[\"admin\"]", attribute.at("/permissions/edit").toString(), attribute.toString());
        }
        assertTrue(profile.path("unmanagedAttributePolicy").isMissingNode());
    }

    @Test
    void givesAccessTokensOfFiveToFifteenMinutes() throws Exception {
        // given
        JsonNode realm = JSON.readTree(Realm.json(EhrKey.in(directory), ORIGIN));
        // when
        int seconds = realm.get("accessTokenLifespan").intValue();
        // then
        assertTrue(seconds >= 300 && seconds <= 900, () -> seconds + " s");
    }

    private static Set<String> rolesIn(String organization) {
        return Realm.users().stream()
                .filter(user -> user.organization().equals(organization))
                .map(Realm.User::role)
                .collect(Collectors.toSet());
    }
}
