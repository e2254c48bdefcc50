package care.iop.intake.directory;

import care.iop.chassis.caller.OfOrganization;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A treatment program as the organization's directory lists it. */
@Entity
@Table(name = "directory_program")
class DirectoryProgram {

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    private String externalId;

    private String name;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> levels;

    private double latitude;

    private double longitude;

    // The place on the unit sphere: a distance is then a sum of squares, and a box has no trouble at a pole or the date
    // line.
    @SuppressWarnings("UnusedVariable") // the repository searches by it
    private double x;

    @SuppressWarnings("UnusedVariable") // the repository searches by it
    private double y;

    @SuppressWarnings("UnusedVariable") // the repository searches by it
    private double z;

    private @Nullable String street;

    private @Nullable String city;

    private @Nullable String state;

    private @Nullable String postalCode;

    private @Nullable String phone;

    private @Nullable String website;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> tracks;

    private @Nullable String hours;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> languages;

    private boolean telehealth;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> payers;

    private boolean slidingFee;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> specialGroups;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> medications;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> accreditations;

    private boolean listed;

    private Instant changedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected DirectoryProgram() {}

    @SuppressWarnings("NullAway.Init") // all that is not set here is set by take
    DirectoryProgram(UUID id, ProgramListing listing, Instant at) {
        this.id = id;
        this.externalId = listing.externalId();
        take(listing, at);
    }

    /**
     * Takes over what the list says now.
     *
     * @return whether anything is different
     */
    boolean change(ProgramListing listing, Instant at) {
        if (listing.equals(listing())) {
            return false;
        }
        take(listing, at);
        return true;
    }

    private void take(ProgramListing listing, Instant at) {
        name = listing.name();
        levels = listing.levels();
        latitude = listing.place().latitude();
        longitude = listing.place().longitude();
        x = listing.place().x();
        y = listing.place().y();
        z = listing.place().z();
        street = listing.street();
        city = listing.city();
        state = listing.state();
        postalCode = listing.postalCode();
        phone = listing.phone();
        website = listing.website();
        tracks = listing.tracks();
        hours = listing.hours();
        languages = listing.languages();
        telehealth = listing.telehealth();
        payers = listing.payers();
        slidingFee = listing.slidingFee();
        specialGroups = listing.specialGroups();
        medications = listing.medications();
        accreditations = listing.accreditations();
        listed = listing.listed();
        changedAt = at;
    }

    private ProgramListing listing() {
        return new ProgramListing(
                externalId,
                name,
                levels,
                new GeoPoint(latitude, longitude),
                street,
                city,
                state,
                postalCode,
                phone,
                website,
                tracks,
                hours,
                languages,
                telehealth,
                payers,
                slidingFee,
                specialGroups,
                medications,
                accreditations,
                listed);
    }

    UUID id() {
        return id;
    }

    String externalId() {
        return externalId;
    }

    /** Grows by one with each change. */
    long version() {
        return version;
    }

    /**
     * The program as callers see it.
     *
     * @param miles how far it is from where the caller searched; null when they named no place
     */
    DirectoryProgramView view(@Nullable Double miles) {
        return new DirectoryProgramView(
                id,
                externalId,
                name,
                miles == null ? null : Math.round(miles * 10) / 10.0,
                levels,
                latitude,
                longitude,
                street,
                city,
                state,
                postalCode,
                phone,
                website,
                tracks,
                hours,
                languages,
                telehealth,
                payers,
                slidingFee,
                specialGroups,
                medications,
                accreditations,
                listed,
                changedAt);
    }
}
