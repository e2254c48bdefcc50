package care.iop.chassis.consent;

import care.iop.chassis.caller.Caller;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** The copy of consents, restrictions, treating relationships and recipients of the caller's organization. */
@ApplicationScoped
@IfBuildProperty(name = "iop.consent-copy.enabled", stringValue = "true")
class ConsentCopy {

    private static final String NEWER = " where %s.source_version < excluded.source_version";

    private static final String FOLLOW_CONSENT = """
            insert into copied_consent (organization_id, id, source_version, person_id, terms) values (?, ?, ?, ?, ?::jsonb)
            on conflict (organization_id, id) do update
               set source_version = excluded.source_version, person_id = excluded.person_id, terms = excluded.terms
            """ + NEWER.formatted("copied_consent");

    private static final String FOLLOW_RESTRICTION = """
            insert into copied_restriction (organization_id, id, source_version, person_id, terms) values (?, ?, ?, ?, ?::jsonb)
            on conflict (organization_id, id) do update
               set source_version = excluded.source_version, person_id = excluded.person_id, terms = excluded.terms
            """ + NEWER.formatted("copied_restriction");

    private static final String FOLLOW_RELATIONSHIP = """
            insert into copied_relationship (organization_id, id, source_version, person_id, recipient_id, ended)
            values (?, ?, ?, ?, ?, ?)
            on conflict (organization_id, id) do update
               set source_version = excluded.source_version, person_id = excluded.person_id,
                   recipient_id = excluded.recipient_id, ended = excluded.ended
            """ + NEWER.formatted("copied_relationship");

    private static final String FOLLOW_RECIPIENT = """
            insert into copied_recipient (organization_id, id, source_version, client_subject, active, facts)
            values (?, ?, ?, ?, ?, ?::jsonb)
            on conflict (organization_id, id) do update
               set source_version = excluded.source_version, client_subject = excluded.client_subject,
                   active = excluded.active, facts = excluded.facts
            """ + NEWER.formatted("copied_recipient");

    private static final String RECIPIENT =
            "select facts from copied_recipient where organization_id = ? and client_subject = ? and active";

    private static final String TREATS = """
            select exists (select from copied_relationship
                            where organization_id = ? and person_id = any (?) and recipient_id = ? and not ended)
            """;

    private final DataSource database;
    private final Caller caller;
    private final ObjectMapper json;

    ConsentCopy(DataSource database, Caller caller, ObjectMapper json) {
        this.database = database;
        this.caller = caller;
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    @Transactional(TxType.MANDATORY)
    void follow(CopiedConsent consent, long version) {
        write(FOLLOW_CONSENT, consent.consentId(), version, upsert -> {
            upsert.setObject(4, consent.patientId());
            upsert.setString(5, text(consent));
        });
    }

    @Transactional(TxType.MANDATORY)
    void follow(CopiedRestriction restriction, long version) {
        write(FOLLOW_RESTRICTION, restriction.restrictionId(), version, upsert -> {
            upsert.setObject(4, restriction.patientId());
            upsert.setString(5, text(restriction));
        });
    }

    @Transactional(TxType.MANDATORY)
    void follow(CopiedRelationship relationship, long version) {
        write(FOLLOW_RELATIONSHIP, relationship.relationshipId(), version, upsert -> {
            upsert.setObject(4, relationship.patientId());
            upsert.setObject(5, relationship.recipientId());
            upsert.setBoolean(6, relationship.ended());
        });
    }

    @Transactional(TxType.MANDATORY)
    void follow(CopiedRecipient recipient, long version) {
        write(FOLLOW_RECIPIENT, recipient.recipientId(), version, upsert -> {
            upsert.setString(4, recipient.clientSubject());
            upsert.setBoolean(5, recipient.active());
            upsert.setString(6, text(recipient));
        });
    }

    /** Whose machine has this subject, unless it may be told nothing at present. */
    @Transactional(TxType.MANDATORY)
    Optional<CopiedRecipient> machine(String subject) {
        return read(RECIPIENT, CopiedRecipient.class, select -> select.setString(2, subject)).stream()
                .findFirst();
    }

    /** The consents under any of a person's identifiers. */
    @Transactional(TxType.MANDATORY)
    List<CopiedConsent> consents(Set<UUID> person) {
        return ofPerson("copied_consent", CopiedConsent.class, person);
    }

    /** What is not to be disclosed under any of a person's identifiers, in force or not. */
    @Transactional(TxType.MANDATORY)
    List<CopiedRestriction> restrictions(Set<UUID> person) {
        return ofPerson("copied_restriction", CopiedRestriction.class, person);
    }

    /** Whether it is on record that a recipient treats the person. */
    @Transactional(TxType.MANDATORY)
    boolean treats(Set<UUID> person, UUID recipientId) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(TREATS)) {
            select.setString(1, caller.organization());
            select.setArray(2, ids(connection, person));
            select.setObject(3, recipientId);
            try (var rows = select.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new ConsentsUnreadableException(e);
        }
    }

    private <T> List<T> ofPerson(String table, Class<T> as, Set<UUID> person) {
        return read(
                "select terms from " + table + " where organization_id = ? and person_id = any (?)",
                as,
                select -> select.setArray(2, ids(select.getConnection(), person)));
    }

    private <T> List<T> read(String sql, Class<T> as, Binding binding) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setString(1, caller.organization());
            binding.bind(select);
            var found = new ArrayList<T>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(json.readValue(rows.getString(1), as));
                }
            }
            return found;
        } catch (SQLException | JsonProcessingException e) {
            throw new ConsentsUnreadableException(e);
        }
    }

    private void write(String sql, UUID id, long version, Binding binding) {
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement(sql)) {
            upsert.setString(1, caller.organization());
            upsert.setObject(2, id);
            upsert.setLong(3, version);
            binding.bind(upsert);
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new ConsentsUnreadableException(e);
        }
    }

    private static java.sql.Array ids(Connection connection, Collection<UUID> ids) throws SQLException {
        return connection.createArrayOf("uuid", ids.toArray());
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a " + value.getClass().getSimpleName() + " can't be written as JSON", e);
        }
    }

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    /** The copy can't be read or written, so nothing may be disclosed. */
    static final class ConsentsUnreadableException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ConsentsUnreadableException(Exception cause) {
            super("the copy of the consents can't be used", cause);
        }
    }
}
