package care.iop.chassis.testing.contract;

import static care.iop.chassis.testing.contract.Finding.assertFails;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The event guard over a bakery's event, and over payload records that differ from it by one thing each. */
class EventContractTest {

    private static final UpdateRequest COMPARE = new UpdateRequest(false, "");
    private static final UpdateRequest UPDATE = new UpdateRequest(true, "");
    private static final UpdateRequest UPDATE_AND_BREAK = new UpdateRequest(true, "nobody listens yet");
    private static final String TOPIC = "bakery.loaf.v1";
    private static final String TYPE = "care.iop.bakery.loaf-baked.v1";
    private static final String EXAMPLE = """
            {
              "loafId": "018f0000-0000-7000-8000-000000000001",
              "kind": "RYE",
              "bakedOn": "2026-03-02",
              "soldAt": "2026-03-02T09:00:00Z",
              "opensAt": "07:30:00",
              "grams": 500,
              "price": 4.20,
              "slices": [ { "position": 1, "grams": 50 } ],
              "oven-number": 3,
              "batch": "B7"
            }
            """;

    enum Kind {
        RYE,
        WHEAT
    }

    enum MoreKinds {
        RYE,
        WHEAT,
        OATS
    }

    enum FewerKinds {
        RYE
    }

    record Slice(int position, int grams) {}

    record Batch(@JsonValue String code) {}

    record LoafBaked(
            @Schema(description = "The loaf, also the event's subject")
            UUID loafId,

            Kind kind,
            LocalDate bakedOn,
            @Nullable Instant soldAt,
            LocalTime opensAt,
            int grams,
            BigDecimal price,
            List<Slice> slices,
            @JsonProperty("oven-number") long oven,
            Batch batch) {}

    record Small(UUID loafId, Kind kind, @Nullable String crust) {}

    record SmallWithSeeds(
            UUID loafId,
            Kind kind,
            @Nullable String crust,
            @Nullable String seeds) {}

    record SmallWithRequiredSeeds(
            UUID loafId, Kind kind, @Nullable String crust, String seeds) {}

    record SmallWithoutCrust(UUID loafId, Kind kind) {}

    record SmallWithNullableKind(
            UUID loafId, @Nullable Kind kind, @Nullable String crust) {}

    record SmallWithTextId(
            String loafId, Kind kind, @Nullable String crust) {}

    record SmallWithNumberId(
            long loafId, Kind kind, @Nullable String crust) {}

    record SmallWithMoreKinds(
            UUID loafId, MoreKinds kind, @Nullable String crust) {}

    record SmallWithFewerKinds(
            UUID loafId, FewerKinds kind, @Nullable String crust) {}

    record SmallWithName(
            UUID loafId,
            Kind kind,
            @Nullable String crust,
            @Nullable String bakerName) {}

    record Nested(List<Small> loaves) {}

    record NestedWithoutCrust(List<SmallWithoutCrust> loaves) {}

    @TempDir
    Path contracts;

    @BeforeEach
    void exampleIsThere() throws IOException {
        Files.createDirectories(contracts.resolve("events"));
        Files.writeString(example(""), EXAMPLE);
    }

    @Test
    void schemaFollowsFromTheRecord() throws IOException {
        // given
        var expected = """
                {
                  "$schema": "https://json-schema.org/draft/2020-12/schema",
                  "title": "care.iop.bakery.loaf-baked.v1",
                  "x-topic": "bakery.loaf.v1",
                  "type": "object",
                  "properties": {
                    "loafId": {
                      "type": "string",
                      "format": "uuid",
                      "description": "The loaf, also the event's subject"
                    },
                    "kind": {
                      "type": "string",
                      "enum": [
                        "RYE",
                        "WHEAT"
                      ]
                    },
                    "bakedOn": {
                      "type": "string",
                      "format": "date"
                    },
                    "soldAt": {
                      "type": [
                        "string",
                        "null"
                      ],
                      "format": "date-time"
                    },
                    "opensAt": {
                      "type": "string",
                      "pattern": "^\\\\d{2}:\\\\d{2}(:\\\\d{2}(\\\\.\\\\d{1,9})?)?$"
                    },
                    "grams": {
                      "type": "integer"
                    },
                    "price": {
                      "type": "number"
                    },
                    "slices": {
                      "type": "array",
                      "items": {
                        "type": "object",
                        "properties": {
                          "position": {
                            "type": "integer"
                          },
                          "grams": {
                            "type": "integer"
                          }
                        },
                        "required": [
                          "position",
                          "grams"
                        ]
                      }
                    },
                    "oven-number": {
                      "type": "integer"
                    },
                    "batch": {
                      "type": "string"
                    }
                  },
                  "required": [
                    "loafId",
                    "kind",
                    "bakedOn",
                    "opensAt",
                    "grams",
                    "price",
                    "slices",
                    "oven-number",
                    "batch"
                  ]
                }
                """;

        // when
        contract(LoafBaked.class, UPDATE).check();

        // then
        assertEquals(expected, Files.readString(schema()));
    }

    @Test
    void currentSchemaAndExamplePass() {
        // given
        contract(LoafBaked.class, UPDATE).check();

        // when, then
        assertDoesNotThrow(() -> contract(LoafBaked.class, COMPARE).check());
    }

    @Test
    void missingSchemaIsNamedWithTheCommandThatWritesIt() {
        // given
        var contract = contract(LoafBaked.class, COMPARE);

        // when, then
        assertFails(contract::check, TYPE + ".schema.json is missing", "-Dcontracts.update=true");
    }

    @Test
    void missingExampleFails() throws IOException {
        // given
        Files.delete(example(""));

        // when, then
        assertFails(() -> contract(LoafBaked.class, UPDATE).check(), "write", TYPE + ".example.json");
    }

    @Test
    void exampleThatTheSchemaRefusesFails() throws IOException {
        // given
        Files.writeString(
                example(".without-seller"),
                EXAMPLE.replace("\"RYE\"", "\"OATS\"").replace("2026-03-02\"", "2 March\""));

        // when, then
        assertFails(() -> contract(LoafBaked.class, UPDATE).check(), "without-seller.example.json: /kind", "/bakedOn");
    }

    @Test
    void exampleThatTheRecordDoesNotWriteFails() throws IOException {
        // given
        Files.writeString(
                example(".seeded"), EXAMPLE.replace("\"grams\": 500", "\"grams\": 500, \"seeds\": \"poppy\""));

        // when, then
        assertFails(() -> contract(LoafBaked.class, UPDATE).check(), "seeded.example.json is no LoafBaked", "seeds");
    }

    @Test
    void examplesMayLeaveOutWhatIsNullableOnly() throws IOException {
        // given
        Files.writeString(example(".unsold"), EXAMPLE.replaceFirst("\"soldAt\".*\n", ""));
        contract(LoafBaked.class, UPDATE).check();

        // when
        Files.writeString(example(".idless"), EXAMPLE.replaceFirst("\"loafId\".*\n", ""));

        // then
        assertFails(() -> contract(LoafBaked.class, COMPARE).check(), "idless.example.json: ", "loafId");
    }

    @Test
    void producedEventIsHeldAgainstTheCommittedSchema() {
        // given
        var contract = contract(LoafBaked.class, UPDATE);
        contract.check();

        // when, then
        assertDoesNotThrow(() -> contract.assertProduced(EXAMPLE));
        assertFails(() -> contract.assertProduced(EXAMPLE.replace("500", "\"half a kilo\"")), "/grams");
        assertFails(
                () -> contract.assertProduced(EXAMPLE.replace("\"grams\": 500", "\"grams\": 500, \"seeds\": 1")),
                "seeds");
        assertFails(() -> contract.assertProduced("not json"), "can't be parsed");
    }

    @Test
    void namesAndFreeTextNeverTravel() throws IOException {
        // given
        var contract = contract(SmallWithName.class, UPDATE);

        // when, then
        assertFails(contract::check, "property /bakerName: names, contact data and free text never travel");
    }

    @Test
    void typeAndTopicHaveTheirForm() {
        // given
        var wrongType = new EventContract(contracts, TOPIC, "LoafBaked", LoafBaked.class, UPDATE);
        var wrongTopic = new EventContract(contracts, "loaves", TYPE, LoafBaked.class, UPDATE);
        var strangersTopic = new EventContract(contracts, "dairy.milk.v1", TYPE, LoafBaked.class, UPDATE);

        // when, then
        assertFails(wrongType::check, "type LoafBaked is not care.iop.<context>.<fact>.v<number>");
        assertFails(wrongTopic::check, "topic loaves is not <context>.<aggregate>.v<number>");
        assertFails(strangersTopic::check, "are of two contexts");
    }

    @Test
    void propertyThatMayBeAbsentIsAnAddition() {
        // given
        committed(Small.class);
        smallExample();

        // when, then
        assertFails(() -> contract(SmallWithSeeds.class, COMPARE).check(), "is stale");
        assertDoesNotThrow(() -> contract(SmallWithSeeds.class, UPDATE).check());
    }

    @Test
    void everyOtherChangeBreaksSomeone() {
        // given
        committed(Small.class);
        smallExample();

        // when, then
        assertRefused(SmallWithoutCrust.class, "for a consumer of today, /crust is never sent");
        assertRefused(SmallWithNullableKind.class, "for a consumer of today, /kind may be absent");
        assertRefused(SmallWithTextId.class, "for a consumer of today, /loafId is no longer of format uuid");
        assertRefused(SmallWithNumberId.class, "for a consumer of today, /loafId is a integer, not string");
        assertRefused(SmallWithMoreKinds.class, "for a consumer of today, /kind may be OATS");
        assertRefused(SmallWithFewerKinds.class, "for a replay of older events, /kind may be WHEAT");
        assertRefused(SmallWithRequiredSeeds.class, "for a replay of older events, /seeds is never sent");
    }

    @Test
    void changesInsideListsAreFound() {
        // given
        committed(Nested.class);

        // when, then
        assertRefused(NestedWithoutCrust.class, "/loaves/*/crust is never sent");
    }

    @Test
    void anotherTopicBreaksConsumers() {
        // given
        committed(Small.class);
        smallExample();
        var moved = new EventContract(contracts, "bakery.bread.v1", TYPE, Small.class, UPDATE);

        // when, then
        assertFails(moved::check, "the event moves from topic bakery.loaf.v1 to bakery.bread.v1");
    }

    @Test
    void breakingChangeIsWrittenWithAReason() {
        // given
        committed(Small.class);
        smallExample();

        // when
        contract(SmallWithMoreKinds.class, UPDATE_AND_BREAK).check();

        // then
        assertDoesNotThrow(() -> contract(SmallWithMoreKinds.class, COMPARE).check());
    }

    record ConsumedLoaf(UUID loafId, Kind kind, List<ConsumedSlice> slices) {}

    record ConsumedSlice(int grams) {}

    record ConsumedLoafWithTypo(UUID loafID) {}

    record ConsumedLoafNeedingSale(UUID loafId, Instant soldAt) {}

    record ConsumedLoafOfFewerKinds(UUID loafId, FewerKinds kind) {}

    record ConsumedLoafWithoutSale(UUID loafId, @Nullable Instant soldAt, String kind) {}

    @Test
    void consumerReadsTheProducersExamples() throws IOException {
        // given
        contract(LoafBaked.class, UPDATE).check();

        // when
        var read = EventContract.readExamples(contracts, TYPE, ConsumedLoaf.class);

        // then
        var id = UUID.fromString("018f0000-0000-7000-8000-000000000001");
        assertEquals(List.of(new ConsumedLoaf(id, Kind.RYE, List.of(new ConsumedSlice(50)))), read);
    }

    @Test
    void consumerThatNeedsMoreThanIsPromisedFails() {
        // given
        contract(LoafBaked.class, UPDATE).check();

        // when, then
        assertFails(() -> read(ConsumedLoafWithTypo.class), "/loafID is never sent");
        assertFails(() -> read(ConsumedLoafNeedingSale.class), "/soldAt may be absent", "/soldAt may be null");
        assertFails(() -> read(ConsumedLoafOfFewerKinds.class), "/kind may be WHEAT");
        assertDoesNotThrow(() -> read(ConsumedLoafWithoutSale.class));
    }

    @Test
    void consumerFailsWithoutExamples() throws IOException {
        // given
        contract(LoafBaked.class, UPDATE).check();
        Files.delete(example(""));

        // when, then
        assertFails(() -> read(ConsumedLoaf.class), "no example of " + TYPE);
    }

    private <T extends Record> List<T> read(Class<T> consumed) {
        return EventContract.readExamples(contracts, TYPE, consumed);
    }

    private void assertRefused(Class<? extends Record> changed, String reason) {
        assertFails(() -> contract(changed, UPDATE).check(), "would break those who use it", reason);
    }

    private void committed(Class<? extends Record> payload) {
        JsonNode generated = EventSchema.of(payload, TOPIC, TYPE);
        assertDoesNotThrow(() -> Files.writeString(schema(), Documents.render(schema(), generated)));
    }

    private void smallExample() {
        assertDoesNotThrow(() -> Files.writeString(
                example(""), "{\"loafId\": \"018f0000-0000-7000-8000-000000000001\", \"kind\": \"RYE\"}"));
    }

    private EventContract contract(Class<? extends Record> payload, UpdateRequest request) {
        return new EventContract(contracts, TOPIC, TYPE, payload, request);
    }

    private Path schema() {
        return contracts.resolve("events").resolve(TYPE + ".schema.json");
    }

    private Path example(String variant) {
        return contracts.resolve("events").resolve(TYPE + variant + ".example.json");
    }
}
