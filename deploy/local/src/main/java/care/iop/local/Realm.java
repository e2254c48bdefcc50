package care.iop.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** The realm file in {@code realm.json}: users, roles, clients, and what a token says. */
final class Realm {
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

    /** The file to import, with the public key of the demo EHR. */
    static String json(EhrKey ehr) {
        ObjectNode realm = Resources.json("realm.json");
        for (JsonNode client : realm.get("clients")) {
            if (client.get("clientId").textValue().equals(EhrKey.CLIENT)) {
                ((ObjectNode) client.get("attributes")).put("jwks.string", ehr.jwks());
            }
        }
        ArrayNode profile = (ArrayNode)
                realm.at("/components/org.keycloak.userprofile.UserProfileProvider/0/config/kc.user.profile.config");
        profile.removeAll().add(Resources.json("user-profile.json").toString());
        return realm.toPrettyString();
    }
}
