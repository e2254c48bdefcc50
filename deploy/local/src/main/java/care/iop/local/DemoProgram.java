package care.iop.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The program of {@code demo-program.json}: the sample week of an intensive outpatient program, in three tracks. */
final class DemoProgram {
    /** Always the same, so that a later story finds the program again. */
    static final UUID ID = UUID.fromString("019a0000-0000-7000-8000-000000000001");

    private final Api scheduler;
    private final ObjectNode file = Resources.json("demo-program.json");

    DemoProgram(Api scheduler) {
        this.scheduler = scheduler;
    }

    /** Creates what is missing; returns whether anything was. */
    boolean load() {
        boolean created = false;
        if (scheduler.ask("/scheduling/api/programs/" + ID).status() == 404) {
            ObjectNode program = (ObjectNode) file.get("program");
            scheduler.post("/scheduling/api/programs", program.put("id", ID.toString()));
            created = true;
        }
        created |= add("/scheduling/api/rooms", file.get("rooms"));
        created |= add("/scheduling/api/clinicians", file.get("clinicians"));
        created |= add("/scheduling/api/session-series", file.get("series"));
        return created;
    }

    ZoneId zone() {
        return ZoneId.of(file.at("/program/zone").textValue());
    }

    /** What it consists of, in words. */
    String description() {
        return file.at("/program/name").textValue() + ", "
                + file.at("/program/zone").textValue() + ": "
                + file.at("/program/tracks").size() + " tracks, "
                + file.get("clinicians").size() + " clinicians, "
                + file.get("rooms").size()
                + " rooms; a week is 3 × 3 h group and skills, 2 × 1 h individual, 2 h family, "
                + "2 h vocational";
    }

    private boolean add(String path, JsonNode wanted) {
        Set<String> present = scheduler.all(path + "?limit=200&programId=" + ID).stream()
                .map(item -> item.path("name").asText())
                .collect(Collectors.toSet());
        boolean added = false;
        for (JsonNode item : wanted) {
            if (!present.contains(item.get("name").textValue())) {
                scheduler.post(path, ((ObjectNode) item).put("programId", ID.toString()));
                added = true;
            }
        }
        return added;
    }
}
