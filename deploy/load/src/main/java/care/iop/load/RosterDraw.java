package care.iop.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Draws a program's week in the exchange format. How tight it is follows from one number, the load: the share of the staff's
 * target hours, of the seats and of the offices that the clients would take if nobody stood in anybody's way. 0.75 is an
 * easy week, 0.95 a tight one, and with 1.2 a fifth more is asked for than there is.
 */
final class RosterDraw {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int[][] TRACK_HOURS = {{8, 13}, {12, 17}, {16, 21}};
    private static final String[] TRACKS = {"M", "A", "E"};
    private static final String[] MODALITIES = {"CBT", "MI", "DBT"};
    private static final int[][] GROUP_DAYS = {{0, 2, 4}, {0, 1, 3}, {1, 2, 3}, {1, 3, 4}, {0, 2, 3}};
    private static final int GROUP_HOURS = 3;
    private static final int CAPACITY = 12;

    private final SplittableRandom random;
    private final int clients;
    private final double load;
    private final List<String> therapists = new ArrayList<>();
    private final List<String> traumaInformed = new ArrayList<>();
    private final List<String> families = new ArrayList<>();
    private final List<String> vocationals = new ArrayList<>();
    private final List<String> prescribers = new ArrayList<>();

    private RosterDraw(int clients, double load, long seed) {
        this.random = new SplittableRandom(seed);
        this.clients = clients;
        this.load = load;
    }

    static ObjectNode week(int clients, double load, long seed) {
        return new RosterDraw(clients, load, seed).draw("drawn-%d-%s-%d".formatted(clients, load, seed));
    }

    private ObjectNode draw(String name) {
        ObjectNode week = JSON.createObjectNode().put("name", name);
        int cohorts = Math.max(2, (int) Math.ceil(clients / (CAPACITY * load)));
        clinicians(week.putArray("clinicians"), cohorts);
        cohorts(week.putArray("cohorts"), cohorts);
        clients(week.putArray("clients"));
        rooms(week.putArray("rooms"), cohorts);
        return week;
    }

    /** A client takes about 1.3 individual, 1 family, 0.8 vocational and 0.3 medication hours a week. */
    private void clinicians(ArrayNode list, int cohorts) {
        double therapy = (1.3 * clients + GROUP_HOURS * 3 * cohorts) / load;
        staff(list, "T", therapists, therapy / 24, "THERAPIST", "GROUP");
        staff(list, "F", families, 1.0 * clients / load / 24, "FAMILY");
        staff(list, "V", vocationals, 0.8 * clients / load / 24, "VOC");
        staff(list, "P", prescribers, 0.3 * clients / load / 24, "MED");
    }

    private void staff(ArrayNode list, String letter, List<String> ids, double number, String... credentials) {
        for (int i = 0; i < Math.max(1, Math.ceil(number)); i++) {
            String id = letter + i;
            ids.add(id);
            ObjectNode clinician = list.addObject().put("id", id).put("gender", chance(50) ? "F" : "M");
            ArrayNode may = clinician.putArray("credentials");
            for (String credential : credentials) {
                may.add(credential);
            }
            ArrayNode modalities = clinician.putArray("modalities");
            int first = random.nextInt(MODALITIES.length);
            modalities.add(MODALITIES[first]).add(MODALITIES[(first + 1) % MODALITIES.length]);
            if (i % 3 == 0) {
                modalities.add("TRAUMA");
                if (letter.equals("T")) {
                    traumaInformed.add(id);
                }
            }
            int start = 8 + 2 * random.nextInt(3);
            ArrayNode hours = clinician.putArray("avail");
            for (int day = 0; day < 5; day++) {
                hours.addArray().add(day).add(start).add(start + 9);
            }
            clinician.put("maxHours", 30).put("targetHours", 24);
        }
    }

    private void cohorts(ArrayNode list, int number) {
        for (int i = 0; i < number; i++) {
            int track = i % TRACKS.length;
            int start = Math.min(TRACK_HOURS[track][0] + random.nextInt(3), TRACK_HOURS[track][1] - GROUP_HOURS);
            ObjectNode cohort = list.addObject().put("id", "G" + i).put("track", TRACKS[track]);
            ArrayNode slots = cohort.putArray("slots");
            for (int day : GROUP_DAYS[random.nextInt(GROUP_DAYS.length)]) {
                slots.addArray().add(day).add(start).add(start + GROUP_HOURS);
            }
            cohort.put("gender", i % 9 == 8 ? (chance(50) ? "F" : "M") : "ANY")
                    .put("trauma", i % 7 == 6)
                    .put("modality", MODALITIES[random.nextInt(MODALITIES.length)])
                    .put("tele", i % 12 == 11)
                    .put("capacity", CAPACITY)
                    .put("minSize", 4);
        }
    }

    private void clients(ArrayNode list) {
        for (int i = 0; i < clients; i++) {
            boolean trauma = chance(25);
            int track = random.nextInt(TRACKS.length);
            ObjectNode client = list.addObject()
                    .put("id", "C" + i)
                    .put("gender", chance(50) ? "F" : "M")
                    .put("trauma", trauma)
                    .put("teleOnly", clients >= 12 * CAPACITY && chance(5));
            client.put("telehealth", client.get("teleOnly").booleanValue() || chance(20))
                    .put("priority", 1 + random.nextInt(3))
                    .put("prefTrack", TRACKS[track])
                    .put("modality", MODALITIES[random.nextInt(MODALITIES.length)])
                    .put("wantsGender", chance(10));
            List<String> own = trauma && !traumaInformed.isEmpty() ? traumaInformed : therapists;
            String primary = any(own);
            client.put("primary", primary);
            Set<String> team = new LinkedHashSet<>(List.of(primary, any(own), any(own)));
            team.addAll(List.of(any(families), any(vocationals), any(vocationals), any(prescribers)));
            ArrayNode ids = client.putArray("team");
            team.forEach(ids::add);
            ArrayNode hours = client.putArray("avail");
            boolean anyTime = chance(50);
            for (int day = 0; day < 5; day++) {
                int from = anyTime ? 8 : Math.max(8, TRACK_HOURS[track][0] - 1);
                hours.addArray().add(day).add(from).add(anyTime ? 21 : Math.min(21, TRACK_HOURS[track][1] + 2));
            }
            client.put("targetDays", 3 + random.nextInt(3)).put("maxDays", 5).put("maxDayHours", 5);
            sessions(client.putArray("sessions"), "C" + i);
            ArrayNode avoid = client.putArray("avoid");
            if (i > 0 && chance(5)) {
                avoid.add("C" + random.nextInt(i));
            }
        }
    }

    private void sessions(ArrayNode list, String client) {
        int number = 0;
        session(list, client + "." + number++, "IND", 1);
        if (chance(30)) {
            session(list, client + "." + number++, "IND", 1);
        }
        if (chance(50)) {
            session(list, client + "." + number++, "FAM", 2);
        }
        if (chance(40)) {
            session(list, client + "." + number++, "VOC", 2);
        }
        if (chance(30)) {
            session(list, client + "." + number, "MED", 1);
        }
    }

    private static void session(ArrayNode list, String id, String kind, int hours) {
        list.addObject().put("id", id).put("kind", kind).put("hours", hours);
    }

    /** Offices for the sessions in person, and group rooms for a third of the groups at once. */
    private void rooms(ArrayNode list, int cohorts) {
        int groupRooms = (int) Math.ceil(cohorts / 2.5);
        for (int i = 0; i < groupRooms; i++) {
            list.addObject().put("id", "R" + i).put("type", "GROUP");
        }
        int offices = (int) Math.ceil(3.4 * clients * 0.8 / 45 / Math.min(1, load));
        for (int i = 0; i < offices; i++) {
            list.addObject().put("id", "O" + i).put("type", "OFFICE");
        }
    }

    private String any(List<String> ids) {
        return ids.get(random.nextInt(ids.size()));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
