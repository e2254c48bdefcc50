package care.iop.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** The realm file in {@code realm.json}: users, roles, clients, and what a token says. */
final class Realm {
    private static final String PAGES = "iop-pages";

    /** Secrets of the local run are none. */
    static final String PAGES_SECRET = "local-secret-of-the-pages-never-for-production";

    private Realm() {}

    /** A user of the local realm. Passwords of the local run are no secrets. */
    record User(String name, String password, String organization, String role) {}

    static List<User> users() {
        return StreamSupport.stream(Resources.json("realm.json").get("users").spliterator(), false)
                .map(user -> new User(
                        user.get("username").textValue(),
                        user.at("/credentials/0/value").textValue(),
                        user.at("/attributes/organization/0").textValue(),
                        user.at("/realmRoles/0").textValue()))
                .toList();
    }

    static User user(String name) {
        return users().stream()
                .filter(user -> user.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new CannotContinue("There is no user '" + name + "'; there are "
                        + String.join(", ", users().stream().map(User::name).toList()) + "."));
    }

    /** The file to import, with the public key of the demo EHR, and the pages' client for this origin. */
    static String json(EhrKey ehr, String origin) {
        ObjectNode realm = Resources.json("realm.json");
        for (JsonNode client : realm.get("clients")) {
            var attributes = (ObjectNode) client.get("attributes");
            switch (client.get("clientId").textValue()) {
                case EhrKey.CLIENT -> attributes.put("jwks.string", ehr.jwks());
                case PAGES -> {
                    ((ObjectNode) client).put("secret", PAGES_SECRET).put("rootUrl", origin);
                    attributes.put("post.logout.redirect.uris", origin + "/");
                }
                default -> {}
            }
        }
        ArrayNode profile = (ArrayNode)
                realm.at("/components/org.keycloak.userprofile.UserProfileProvider/0/config/kc.user.profile.config");
        profile.removeAll().add(Resources.json("user-profile.json").toString());
        return realm.toPrettyString();
    }
}
