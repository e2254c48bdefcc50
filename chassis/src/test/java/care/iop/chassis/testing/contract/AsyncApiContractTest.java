package care.iop.chassis.testing.contract;

import static care.iop.chassis.testing.contract.Finding.assertFails;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The AsyncAPI guard over the document of two events on one topic, and over the same document with one thing wrong. */
class AsyncApiContractTest {

    private static final UpdateRequest COMPARE = new UpdateRequest(false, "");
    private static final UpdateRequest UPDATE = new UpdateRequest(true, "");

    record LoafBaked(int grams) {}

    @TempDir
    Path contracts;

    Path document;
    EventContract baked;
    EventContract sold;

    @BeforeEach
    void documentDescribesBothEvents() throws IOException {
        document = contracts.resolve("asyncapi.yaml");
        baked = event("bakery.loaf.v1", "care.iop.bakery.loaf-baked.v1");
        sold = event("bakery.loaf.v1", "care.iop.bakery.loaf-sold.v1");
        contract(UPDATE, baked, sold).check();
    }

    @Test
    void documentOfExactlyThePublishedEventsPasses() throws IOException {
        // given
        var contract = contract(COMPARE, baked, sold);

        // when, then
        assertDoesNotThrow(contract::check);
        assertTrue(Files.readString(document).contains("asyncapi: 3.0.0"));
    }

    @Test
    void missingDocumentFails() throws IOException {
        // given
        Files.delete(document);

        // when, then
        assertFails(() -> contract(COMPARE, baked).check(), "asyncapi.yaml is missing");
    }

    @Test
    void undescribedEventFails() throws IOException {
        // given
        var returned = event("bakery.loaf.v1", "care.iop.bakery.loaf-returned.v1");
        var sliced = event("bakery.slice.v1", "care.iop.bakery.loaf-sliced.v1");

        // when, then
        assertFails(
                () -> contract(COMPARE, baked, sold, returned, sliced).check(),
                "event care.iop.bakery.loaf-returned.v1 on bakery.loaf.v1 is not described",
                "event care.iop.bakery.loaf-sliced.v1 on bakery.slice.v1 is not described",
                "no operation sends to bakery.slice.v1");
    }

    @Test
    void describedEventThatIsNotPublishedFails() {
        // given
        var contract = contract(COMPARE, baked);

        // when, then
        assertFails(
                contract::check,
                "message care.iop.bakery.loaf-sold.v1 on bakery.loaf.v1 is described, but not published");
    }

    @Test
    void describedChannelWithoutEventsFails() {
        // given
        var contract = contract(COMPARE);

        // when, then
        assertFails(contract::check, "channel bakery.loaf.v1 is described, but nothing is published there");
    }

    @Test
    void payloadWithoutSchemaFileFails() throws IOException {
        // given
        Files.delete(contracts.resolve("events/care.iop.bakery.loaf-sold.v1.schema.json"));

        // when, then
        assertFails(
                () -> contract(COMPARE, baked, sold).check(),
                "care.iop.bakery.loaf-sold.v1.schema.json, doesn't exist");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "asyncapi: 3.0.0 | asyncapi: 2.6.0 | the document is not of AsyncAPI 3.0",
                "title: Published events | title: '' | info has no title",
                "ce_organizationid: | ce_org: | message care.iop.bakery.loaf-baked.v1 doesn't describe header ce_organizationid",
                "summary: loaf baked | summary: '' | message care.iop.bakery.loaf-baked.v1 has no summary",
                "events/care.iop.bakery.loaf-baked.v1.schema.json | events/care.iop.bakery.loaf-sold.v1.schema.json | the payload of care.iop.bakery.loaf-baked.v1 is not events/care.iop.bakery.loaf-baked",
                "action: send | action: receive | no operation sends to bakery.loaf.v1",
                "address: bakery.loaf.v1 | address: '' | channel bakery.loaf.v1 has no address",
            })
    void wrongDocumentFails(String old, String replacement, String reason) throws IOException {
        // given
        var right = Files.readString(document);
        assertTrue(right.contains(old), () -> "the test changes nothing: " + right);
        Files.writeString(document, right.replace(old, replacement));

        // when, then
        assertFails(() -> contract(COMPARE, baked, sold).check(), reason);
    }

    private EventContract event(String topic, String type) throws IOException {
        var schema = contracts.resolve("events").resolve(type + ".schema.json");
        Files.createDirectories(schema.getParent());
        Files.writeString(schema, "{}");
        return new EventContract(contracts, topic, type, LoafBaked.class, COMPARE);
    }

    private AsyncApiContract contract(UpdateRequest request, EventContract... events) {
        return new AsyncApiContract(contracts, List.of(events), request);
    }
}
