package care.iop.chassis.testing.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.util.List;

/** Validation by JSON Schema 2020-12, with formats asserted rather than annotated. */
final class SchemaValidation {

    /** Words of OpenAPI and of ours that describe without constraining. */
    private static final List<String> DESCRIBING_KEYWORDS =
            List.of("x-topic", "components", "example", "externalDocs", "discriminator", "xml");

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDialect(
            Dialect.builder(Dialects.getDraft202012())
                    .keywords(DESCRIBING_KEYWORDS.stream()
                            .map(NonValidationKeyword::new)
                            .toList())
                    .build(),
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private SchemaValidation() {}

    static List<String> errors(JsonNode schema, JsonNode instance) {
        return REGISTRY.getSchema(schema).validate(instance).stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }
}
