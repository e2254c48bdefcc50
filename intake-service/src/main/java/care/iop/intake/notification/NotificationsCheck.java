package care.iop.intake.notification;

import care.iop.chassis.readiness.ProductionCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Refuses a signing key that can be guessed, and receivers in private networks. */
@ApplicationScoped
class NotificationsCheck implements ProductionCheck {

    private static final int SHORTEST_KEY = 32;

    private final NotificationSettings settings;

    NotificationsCheck(NotificationSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<String> findings() {
        var findings = new ArrayList<String>();
        if (settings.signingKey().filter(key -> key.length() < SHORTEST_KEY).isPresent()) {
            findings.add("iop.notifications.signing-key must be absent, or a secret of " + SHORTEST_KEY
                    + " characters or more");
        }
        if (settings.privateReceiversAllowed()) {
            findings.add("iop.notifications.private-receivers-allowed must be false");
        }
        return findings;
    }
}
