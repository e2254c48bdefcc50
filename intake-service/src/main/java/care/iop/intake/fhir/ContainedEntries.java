package care.iop.intake.fhir;

import care.iop.chassis.fhir.UnusableResourceException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A ServiceRequest as a bundle: an entry for each resource that it contains, in their order, and then itself. */
record ContainedEntries(JsonNode bundle) {

    /** In a bundle, references such as this one are not part of the content by which a resource is recognized. */
    private static final String PERSON = "urn:iop:contained-patient";

    /** Takes a ServiceRequest apart, or says by {@link UnusableResourceException} why it can't be received as a referral. */
    static ContainedEntries of(JsonNode sent) {
        if (!ServiceRequestMapping.isReferral(sent)) {
            throw new UnusableResourceException(
                    "category", "must be a patient referral (SNOMED CT 3457005), or absent");
        }
        requireIdentifier(sent.path("identifier"));
        ObjectNode request = sent.deepCopy();
        request.remove("contained");
        var bundle = JsonNodeFactory.instance.objectNode();
        var entries = bundle.putArray("entry");
        var id = "";
        for (var resource : sent.path("contained")) {
            var entry = entries.addObject();
            entry.set("resource", resource.deepCopy());
            if (resource.path("resourceType").asText().equals("Patient")) {
                if (!id.isEmpty()) {
                    throw new UnusableResourceException("contained", "must have one Patient only");
                }
                id = resource.path("id").asText();
                entry.put("fullUrl", PERSON);
            }
        }
        if (id.isEmpty()) {
            throw new UnusableResourceException(
                    "contained",
                    "must have the person as a Patient with an id: patients are not referred by a reference to a record here");
        }
        entries.addObject().set("resource", request);
        name(bundle, "#" + id);
        return new ContainedEntries(bundle);
    }

    private static void requireIdentifier(JsonNode identifiers) {
        for (var identifier : identifiers) {
            if (!identifier.path("system").asText().isEmpty()
                    && !identifier.path("value").asText().isEmpty()) {
                return;
            }
        }
        throw new UnusableResourceException(
                "identifier", "must have one with system and value: it recognizes the request when it is sent again");
    }

    private static void name(JsonNode node, String contained) {
        if (node.isObject() && node.path("reference").asText().equals(contained)) {
            ((ObjectNode) node).put("reference", PERSON);
        }
        for (var child : node) {
            name(child, contained);
        }
    }

    /** The FHIRPath of an entry in the ServiceRequest that was sent. */
    String expression(int entry) {
        return entry == bundle.path("entry").size() - 1 ? "ServiceRequest" : "ServiceRequest.contained[" + entry + "]";
    }
}
