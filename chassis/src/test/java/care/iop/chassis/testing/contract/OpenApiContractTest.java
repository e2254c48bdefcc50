package care.iop.chassis.testing.contract;

import static care.iop.chassis.testing.contract.Finding.assertFails;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The OpenAPI guard over a bakery's complete document, and over the same document with one thing changed or taken away. */
class OpenApiContractTest {

    private static final UpdateRequest COMPARE = new UpdateRequest(false, "");
    private static final UpdateRequest UPDATE = new UpdateRequest(true, "");
    private static final UpdateRequest UPDATE_AND_BREAK = new UpdateRequest(true, "nobody bakes rye any more");

    private static final String BAKERY = """
            openapi: 3.1.0
            info: {title: Bakery, version: 1.0.0}
            security:
            - bearer: []
            paths:
              /loaves:
                get:
                  tags: [Loaves]
                  summary: List loaves
                  operationId: listLoaves
                  parameters:
                  - {name: kind, in: query, schema: {type: string}}
                  responses:
                    '200':
                      description: Loaves
                      content: {application/json: {schema: {$ref: '#/components/schemas/Loaves'}}}
                    '400': {$ref: '#/components/responses/Problem'}
                    '401': {$ref: '#/components/responses/Problem'}
                    '403': {$ref: '#/components/responses/Problem'}
              /loaves/{id}:
                put:
                  tags: [Loaves]
                  summary: Change a loaf
                  operationId: changeLoaf
                  parameters:
                  - {name: id, in: path, required: true, schema: {type: string, format: uuid}}
                  - {name: If-Match, in: header, schema: {type: string}}
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema: {$ref: '#/components/schemas/LoafRequest'}
                        example: {kind: RYE, grams: 500}
                  responses:
                    '200':
                      description: Changed
                      content: {application/json: {schema: {$ref: '#/components/schemas/Loaf'}}}
                    '400': {$ref: '#/components/responses/Problem'}
                    '401': {$ref: '#/components/responses/Problem'}
                    '403': {$ref: '#/components/responses/Problem'}
                    '404': {$ref: '#/components/responses/Problem'}
                    '412': {$ref: '#/components/responses/Problem'}
                    '422': {$ref: '#/components/responses/Problem'}
                    '428': {$ref: '#/components/responses/Problem'}
            components:
              securitySchemes:
                bearer: {type: http, scheme: bearer}
              responses:
                Problem:
                  description: Problem
                  content: {application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}}
              schemas:
                Problem: {type: object, properties: {title: {type: string}}}
                Kind: {type: string, enum: [RYE, WHEAT]}
                LoafRequest:
                  type: object
                  required: [kind, grams]
                  properties:
                    kind: {$ref: '#/components/schemas/Kind'}
                    grams: {type: integer}
                    crust: {type: string}
                Loaf:
                  type: object
                  required: [kind, grams]
                  properties:
                    kind: {$ref: '#/components/schemas/Kind'}
                    grams: {type: integer}
                    crust: {type: [string, 'null']}
                Loaves:
                  type: object
                  required: [items]
                  properties:
                    items: {type: array, items: {$ref: '#/components/schemas/Loaf'}}
            """;

    @TempDir
    Path contracts;

    Path committed;

    @BeforeEach
    void bakeryIsCommitted() throws IOException {
        committed = contracts.resolve("openapi.yaml");
        Files.writeString(committed, BAKERY);
    }

    @Test
    void sameDocumentPasses() {
        // given
        var contract = contract(COMPARE);

        // when, then
        assertDoesNotThrow(() -> contract.check(BAKERY));
    }

    @Test
    void orderFormatAndTestAddressAreNoise() {
        // given
        var live = changed("tags: [Loaves]", "tags:\n      - 'Loaves'")
                .replace("required: [kind, grams]", "required: [grams, kind]")
                .replace(
                        "info: {title: Bakery, version: 1.0.0}",
                        "info: {version: 1.0.0, title: Bakery}\nservers:\n- url: http://localhost:45123/bakery");

        // when, then
        assertDoesNotThrow(() -> contract(COMPARE).check(live));
    }

    @Test
    void missingFileIsNamedWithTheCommandThatWritesIt() throws IOException {
        // given
        Files.delete(committed);

        // when, then
        assertFails(() -> contract(COMPARE).check(BAKERY), "openapi.yaml is missing", "verify -Dcontracts.update=true");
    }

    @Test
    void missingFileIsWrittenOnRequest() throws IOException {
        // given
        Files.delete(committed);

        // when
        contract(UPDATE).check(BAKERY);

        // then
        assertDoesNotThrow(() -> contract(COMPARE).check(BAKERY));
        assertTrue(read(committed).contains("\"200\":"), "status codes stay strings");
        assertTrue(read(committed).startsWith("openapi: 3.1.0\ninfo:\n"), "it begins with what it is");
    }

    @Test
    void additionIsStale() {
        // given
        var live = changed(
                "grams: {type: integer}\n        crust: {type: string}",
                "grams: {type: integer}\n        seeds: {type: string}\n        crust: {type: string}");

        // when, then
        assertFails(() -> contract(COMPARE).check(live), "openapi.yaml is stale", "-Dcontracts.update=true");
    }

    @Test
    void additionIsWrittenOnRequest() {
        // given
        var live = changed("summary: List loaves", "summary: List all loaves");

        // when
        contract(UPDATE).check(live);

        // then
        assertDoesNotThrow(() -> contract(COMPARE).check(live));
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "    crust: {type: [string, 'null']}\\n      | '' | property /crust is gone",
                "    crust: {type: string}\\n    | '' | property /crust is gone",
                "crust: {type: [string, 'null']} | crust: {type: integer} | type changes",
                "crust: {type: string} | crust: {type: integer} | type changes",
                "enum: [RYE, WHEAT] | enum: [RYE, WHEAT, OATS] | [OATS] added",
                "enum: [RYE, WHEAT] | enum: [RYE] | [WHEAT] gone",
                "required: [items] | required: [] | property /items may now be absent",
                "in: query, schema | in: query, required: true, schema | query parameter kind is now required",
                "name: kind, in: query | name: sort, in: query | query parameter kind is gone",
                "/loaves: | /breads: | GET /loaves is gone",
            })
    void breakingChangeIsRefusedEvenWhenUpdating(String old, String replacement, String reason) {
        // given
        var live = changed(old.replace("\\n", "\n").stripTrailing(), replacement);

        // when, then
        assertFails(() -> contract(UPDATE).check(live), "would break those who use it", reason);
        assertEquals(BAKERY, read(committed), "the file stays");
    }

    @Test
    void newlyRequiredPropertyOfARequestIsRefused() {
        // given
        var live = changed(
                "required: [kind, grams]\n      properties:\n        kind: {$ref: '#/components/schemas/Kind'}\n        grams: {type: integer}\n        crust: {type: string}",
                "required: [kind, grams, crust]\n      properties:\n        kind: {$ref: '#/components/schemas/Kind'}\n        grams: {type: integer}\n        crust: {type: string}");

        // when, then
        assertFails(
                () -> contract(UPDATE).check(live), "would break those who use it", "property /crust is now required");
    }

    @Test
    void breakingChangeIsWrittenWithAReason() {
        // given
        var live = changed("enum: [RYE, WHEAT]", "enum: [RYE, WHEAT, OATS]");

        // when
        contract(UPDATE_AND_BREAK).check(live);

        // then
        assertTrue(read(committed).contains("OATS"));
    }

    @ParameterizedTest(name = "without \"{0}\"")
    @ValueSource(
            strings = {
                "summary: List loaves|GET /loaves has no summary",
                "operationId: listLoaves|GET /loaves has no operationId",
                "tags: [Loaves]|GET /loaves has no tag",
                "security:\n- bearer: []|GET /loaves demands no token",
                "'401': {$ref: '#/components/responses/Problem'}|GET /loaves doesn't document 401",
                "'403': {$ref: '#/components/responses/Problem'}|GET /loaves doesn't document 403",
                "'400': {$ref: '#/components/responses/Problem'}|GET /loaves doesn't document 400",
                "'404': {$ref: '#/components/responses/Problem'}|PUT /loaves/{id} doesn't document 404",
                "'412': {$ref: '#/components/responses/Problem'}|PUT /loaves/{id} doesn't document 412",
                "'422': {$ref: '#/components/responses/Problem'}|PUT /loaves/{id} doesn't document 422",
                "'428': {$ref: '#/components/responses/Problem'}|PUT /loaves/{id} doesn't document 428",
                "example: {kind: RYE, grams: 500}|PUT /loaves/{id} has no example of its application/json body",
                "content: {application/json: {schema: {$ref: '#/components/schemas/Loaves'}}}|GET /loaves answers 200 without saying what",
                "content: {application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}}|GET /loaves doesn't say what its 403 looks like",
            })
    void incompleteDocumentFails(String takenAwayAndGap) {
        // given
        var parts = takenAwayAndGap.split("\\|", -1);
        var live = changed(parts[0], "");

        // when, then
        assertFails(() -> contract(UPDATE_AND_BREAK).check(live), parts[1]);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "example: {kind: RYE, grams: 500} | example: {kind: OATS, grams: 500} | has an example that its own schema refuses: /kind",
                "operationId: changeLoaf | operationId: listLoaves | shares its operationId listLoaves",
                "schema: {$ref: '#/components/schemas/Loaves'} | schema: {type: object} | answers 200 with an untyped application/json",
                "schema: {$ref: '#/components/schemas/LoafRequest'} | schema: {type: object} | takes an untyped application/json",
                "- bearer: [] | - {} | demands no token",
                "bearer: {type | basic: {type | demands a token of scheme bearer, which isn't described",
            })
    void misleadingDocumentFails(String old, String replacement, String gap) {
        // given
        var live = changed(old, replacement);

        // when, then
        assertFails(() -> contract(UPDATE_AND_BREAK).check(live), gap);
    }

    @Test
    void openOperationFailsUnlessItIsDeclaredPublic() {
        // given
        var live = changed("operationId: listLoaves", "operationId: listLoaves\n      security: []")
                .replaceFirst(" +'401'.*\n +'403'.*\n", "");

        // when
        contract(UPDATE_AND_BREAK).withPublicOperations("listLoaves").check(live);

        // then
        assertFails(() -> contract(COMPARE).check(live), "GET /loaves demands no token and is not declared public");
    }

    @Test
    void publicOperationThatIsGoneIsNamed() {
        // given
        var contract = contract(COMPARE).withPublicOperations("bakeCake");

        // when, then
        assertFails(() -> contract.check(BAKERY), "bakeCake is declared public and doesn't exist");
    }

    @Test
    void emptyAndUnreadableDocumentsFail() {
        // given
        var contract = contract(UPDATE_AND_BREAK);

        // when, then
        assertFails(() -> contract.check("openapi: 3.1.0"), "describes no operation");
        assertFails(() -> contract.check("{[not yaml"), "can't be parsed");
    }

    private OpenApiContract contract(UpdateRequest request) {
        return new OpenApiContract(committed, request, Set.of());
    }

    private static String changed(String old, String replacement) {
        assertTrue(BAKERY.contains(old), () -> "the test changes nothing: " + old);
        return BAKERY.replace(old, replacement);
    }

    private static String read(Path file) {
        return assertDoesNotThrow(() -> Files.readString(file));
    }
}
