package care.iop.scheduling.authorization;

import care.iop.chassis.caller.Caller;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The authorizations of the caller's organization, each as its newest event says. */
@ApplicationScoped
class PayerAuthorizations {

    private static final String FOLLOW = """
            insert into payer_authorization
              (organization_id, id, source_version, enrollment_id, valid_from, valid_to, services, ended)
            values (?, ?, ?, ?, ?, ?, ?::jsonb, ?)
            on conflict (organization_id, id) do update
               set source_version = excluded.source_version, enrollment_id = excluded.enrollment_id,
                   valid_from = coalesce(excluded.valid_from, payer_authorization.valid_from),
                   valid_to = coalesce(excluded.valid_to, payer_authorization.valid_to),
                   services = excluded.services, ended = excluded.ended
             where payer_authorization.source_version < excluded.source_version
            """;

    private static final String OF_ENROLLMENTS = """
            select id, enrollment_id, valid_from, valid_to, services from payer_authorization
             where organization_id = ? and enrollment_id = any (?) and not ended
             order by valid_from, id
            """;

    private final DataSource database;
    private final ObjectMapper json;
    private final Caller caller;

    PayerAuthorizations(DataSource database, ObjectMapper json, Caller caller) {
        this.database = database;
        // A row written by a newer version beside this one may have fields that are not known here.
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.caller = caller;
    }

    /** Takes over this version, unless the same or a newer one is known already. */
    @Transactional(TxType.MANDATORY)
    void follow(Authorization newest, long version) {
        write(
                newest.authorizationId(),
                version,
                newest.admissionId(),
                newest.validFrom(),
                newest.validTo(),
                newest.services(),
                false);
    }

    /** Notes that it counts no more, unless something newer is known already. */
    @Transactional(TxType.MANDATORY)
    void end(AuthorizationEnded ended, long version) {
        write(ended.authorizationId(), version, ended.admissionId(), null, null, List.of(), true);
    }

    private void write(
            UUID id,
            long version,
            UUID enrollmentId,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            List<Authorization.Service> services,
            boolean ended) {
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement(FOLLOW)) {
            upsert.setString(1, caller.organization());
            upsert.setObject(2, id);
            upsert.setLong(3, version);
            upsert.setObject(4, enrollmentId);
            upsert.setObject(5, validFrom);
            upsert.setObject(6, validTo);
            upsert.setString(7, json.writeValueAsString(services));
            upsert.setBoolean(8, ended);
            upsert.executeUpdate();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("authorization " + id + " could not be kept", e);
        }
    }

    /** What is in force for these enrollments, the one that begins first at first. */
    @Transactional(TxType.MANDATORY)
    Map<UUID, List<Authorization>> inForceOf(Collection<UUID> enrollmentIds) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(OF_ENROLLMENTS)) {
            select.setString(1, caller.organization());
            select.setArray(2, connection.createArrayOf("uuid", enrollmentIds.toArray()));
            var found = new HashMap<UUID, List<Authorization>>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    var enrollmentId = rows.getObject(2, UUID.class);
                    found.computeIfAbsent(enrollmentId, id -> new ArrayList<>())
                            .add(new Authorization(
                                    rows.getObject(1, UUID.class),
                                    enrollmentId,
                                    rows.getObject(3, LocalDate.class),
                                    rows.getObject(4, LocalDate.class),
                                    List.of(json.readValue(rows.getString(5), Authorization.Service[].class))));
                }
            }
            return found;
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("authorizations could not be read", e);
        }
    }
}
