package care.iop.chassis.testing.contract;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinition.AttributeInclusion;
import com.github.victools.jsonschema.generator.CustomDefinition.DefinitionType;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.MemberScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Comparator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * JSON Schema (2020-12) of a payload record. Components are required unless they are {@code @Nullable}; further properties
 * are allowed everywhere, because consumers ignore what they don't know.
 */
final class EventSchema {

    private static final String LOCAL_TIME = "\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?";
    private static final String LOCAL_DATE = "\\d{4}-\\d{2}-\\d{2}";

    /** Record components are never static, so that a stable sort leaves them as they are. */
    private static final Comparator<MemberScope<?, ?>> IN_DECLARED_ORDER = Comparator.comparing(MemberScope::isStatic);

    private EventSchema() {}

    static ObjectNode of(Class<? extends Record> payload, String topic, String type) {
        var schema = Documents.JSON.createObjectNode();
        var generated = of(payload);
        schema.set("$schema", generated.get("$schema"));
        schema.put("title", type);
        schema.put("x-topic", topic);
        return schema.setAll(generated);
    }

    static ObjectNode of(Class<? extends Record> payload) {
        var config =
                new SchemaGeneratorConfigBuilder(Documents.JSON, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON);
        config.with(Option.INLINE_ALL_SCHEMAS, Option.STANDARD_FORMATS, Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES);
        config.without(Option.SCHEMA_VERSION_INDICATOR);
        config.forTypesInGeneral()
                .withCustomDefinitionProvider(EventSchema::definition)
                .withPropertySorter(IN_DECLARED_ORDER);
        config.forFields()
                .withRequiredCheck(field -> !isNullable(field))
                .withNullableCheck(EventSchema::isNullable)
                .withPropertyNameOverrideResolver(EventSchema::jsonName)
                .withDescriptionResolver(EventSchema::description);
        var schema = new SchemaGenerator(config.build()).generateSchema(payload);
        var withVersion = Documents.JSON.createObjectNode();
        withVersion.put("$schema", SchemaVersion.DRAFT_2020_12.getIdentifier());
        return withVersion.setAll(schema);
    }

    private static @Nullable CustomDefinition definition(ResolvedType type, SchemaGenerationContext context) {
        var erased = type.getErasedType();
        if (erased.isEnum()) {
            var definition = Documents.JSON.createObjectNode().put("type", "string");
            var values = definition.putArray("enum");
            Arrays.stream(erased.getEnumConstants())
                    .map(constant -> Documents.JSON.valueToTree(constant).asText())
                    .forEach(values::add);
            return inline(definition);
        }
        // Their ISO form has no offset, which the formats "time" and "date-time" demand.
        if (erased == LocalTime.class) {
            return inline(pattern(LOCAL_TIME));
        }
        if (erased == LocalDateTime.class) {
            return inline(pattern(LOCAL_DATE + "T" + LOCAL_TIME));
        }
        return Arrays.stream(erased.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(JsonValue.class))
                .findFirst()
                .map(method -> inline(
                        context.createDefinition(context.getTypeContext().resolve(method.getGenericReturnType()))))
                .orElse(null);
    }

    private static ObjectNode pattern(String pattern) {
        return Documents.JSON.createObjectNode().put("type", "string").put("pattern", "^" + pattern + "$");
    }

    private static CustomDefinition inline(ObjectNode definition) {
        return new CustomDefinition(definition, DefinitionType.INLINE, AttributeInclusion.YES);
    }

    private static boolean isNullable(FieldScope field) {
        return !field.isFakeContainerItemScope()
                && field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static @Nullable String jsonName(FieldScope field) {
        var renamed = field.getAnnotation(JsonProperty.class);
        return renamed == null || renamed.value().isEmpty() ? null : renamed.value();
    }

    private static @Nullable String description(FieldScope field) {
        var described = field.getAnnotation(Schema.class);
        return described == null || described.description().isEmpty() ? null : described.description();
    }
}
