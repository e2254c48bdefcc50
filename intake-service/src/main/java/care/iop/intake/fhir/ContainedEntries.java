package care.iop.intake.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A ServiceRequest as a bundle: an entry for each resource that it contains, in their order, and then itself. */
record ContainedEntries(JsonNode bundle) {

    /** In a bundle, references such as this one are not part of the content by which a resource is recognized. */
    private static final String PERSON = "urn:iop:contained-patient";

    static ContainedEntries of(JsonNode sent) {
        ObjectNode request = sent.deepCopy();
        var contained = request.remove("contained");
        var bundle = JsonNodeFactory.instance.objectNode();
        var entries = bundle.putArray("entry");
        var id = "";
        if (contained != null) {
            for (var resource : contained) {
                var entry = entries.addObject();
                entry.set("resource", resource);
                if (resource.path("resourceType").asText().equals("Patient")) {
                    if (!id.isEmpty()) {
                        throw ReceiveReferrals.refusal("contained", "must have one Patient only");
                    }
                    id = idOf(resource);
                    entry.put("fullUrl", PERSON);
                }
            }
        }
        if (id.isEmpty()) {
            throw ReceiveReferrals.refusal(
                    "contained",
                    "must have the person as a Patient with an id: patients are not referred by a reference to a record here");
        }
        entries.addObject().set("resource", request);
        name(bundle, "#" + id);
        return new ContainedEntries(bundle);
    }

    private static String idOf(JsonNode patient) {
        var id = patient.path("id").asText();
        return id.startsWith("#") ? id.substring(1) : id;
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
