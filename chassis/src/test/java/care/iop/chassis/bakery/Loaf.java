package care.iop.chassis.bakery;

import care.iop.chassis.caller.OfOrganization;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;

/** A loaf on order: the smallest aggregate that the chassis' mechanisms can be tried on. */
@Entity
class Loaf {

    @Id
    private UUID id;

    @OfOrganization
    @Column(nullable = false)
    private String organizationId;

    @Version
    private long version;

    private UUID customerId;
    private String name;
    private int grams;

    protected Loaf() {}

    Loaf(UUID id, UUID customerId, String name, int grams) {
        this.id = id;
        this.customerId = customerId;
        this.name = name;
        this.grams = grams;
    }

    void weigh(int grams) {
        this.grams = grams;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID customerId() {
        return customerId;
    }

    String name() {
        return name;
    }

    int grams() {
        return grams;
    }
}
