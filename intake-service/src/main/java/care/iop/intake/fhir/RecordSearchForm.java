package care.iop.intake.fhir;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/** The fields of a search by POST, for its description; {@link RecordSearch} reads them. */
@Schema(
        name = "RecordSearchForm",
        type = SchemaType.OBJECT,
        requiredProperties = "patient",
        properties = {
            @SchemaProperty(
                    name = "patient",
                    type = SchemaType.STRING,
                    description = "As the parameter of the search by GET"),
            @SchemaProperty(name = "status", type = SchemaType.STRING, description = "The same"),
            @SchemaProperty(name = "_id", type = SchemaType.STRING, description = "The same"),
            @SchemaProperty(name = "_lastUpdated", type = SchemaType.STRING, description = "The same; can be repeated"),
            @SchemaProperty(name = "_count", type = SchemaType.INTEGER, description = "The same"),
            @SchemaProperty(name = "after", type = SchemaType.STRING, description = "The same")
        },
        examples = "{\"patient\": \"Patient/0198c2a4-7d31-7c55-9a3e-5f0b6a1d2c44\", \"_count\": 50}")
final class RecordSearchForm {

    private RecordSearchForm() {}
}
