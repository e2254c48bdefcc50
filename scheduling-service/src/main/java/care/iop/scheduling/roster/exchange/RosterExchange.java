package care.iop.scheduling.roster.exchange;

import care.iop.scheduling.roster.engine.problem.PlacedSession;
import care.iop.scheduling.roster.engine.problem.Preferences;
import care.iop.scheduling.roster.engine.problem.Roster;
import care.iop.scheduling.roster.engine.problem.RosterClient;
import care.iop.scheduling.roster.engine.problem.RosterClinician;
import care.iop.scheduling.roster.engine.problem.RosterCohort;
import care.iop.scheduling.roster.engine.problem.RosterProblem;
import care.iop.scheduling.roster.engine.problem.RosterRoom;
import care.iop.scheduling.roster.engine.problem.SessionToPlace;
import care.iop.scheduling.roster.engine.problem.WeekHours;
import care.iop.scheduling.roster.engine.problem.WeekLimits;
import care.iop.scheduling.roster.engine.problem.WeekWindow;
import care.iop.scheduling.roster.engine.problem.WeeklyBand;
import care.iop.scheduling.roster.engine.problem.Weights;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads and writes exchange documents. What the format does not know (a fixed facilitator, a weekly band, tracks of one's own,
 * clients without a group) is added by the optional fields {@code facilitator}, {@code minHours} and {@code maxHours} of a
 * client, and {@code needsGroup}; a document without them means what it always meant.
 */
public final class RosterExchange {

    private static final int ANY_HOURS = 7 * 24 * 60;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private RosterExchange() {}

    /**
     * The week that a document describes. Sessions start on whole hours when everything in the document does, otherwise on
     * quarter hours.
     *
     * @throws ExchangeException naming the field that can't be read
     */
    public static RosterProblem readProblem(JsonNode document) {
        Field root = new Field("", document);
        List<RosterClinician> clinicians = root.get("clinicians").list(RosterExchange::clinician);
        List<RosterCohort> cohorts = root.get("cohorts").list(RosterExchange::cohort);
        List<RosterClient> clients = root.get("clients").list(RosterExchange::client);
        List<RosterRoom> rooms = root.get("rooms").list(RosterExchange::room);
        int step = isWholeHours(clinicians, cohorts, clients) ? 60 : WeekWindow.GRID_MINUTES;
        return root.build(
                () -> new RosterProblem(step, Words.TRACKS, clinicians, rooms, cohorts, clients, Weights.DEFAULT));
    }

    private static boolean isWholeHours(
            List<RosterClinician> clinicians, List<RosterCohort> cohorts, List<RosterClient> clients) {
        Stream<WeekWindow> windows = Stream.of(
                        clinicians.stream().flatMap(c -> c.availability().windows().stream()),
                        cohorts.stream().flatMap(c -> c.slots().stream()),
                        clients.stream().flatMap(c -> c.availability().windows().stream()))
                .flatMap(each -> each);
        return windows.allMatch(window -> window.startMinute() % 60 == 0 && window.endMinute() % 60 == 0)
                && clients.stream()
                        .flatMap(client -> client.sessions().stream())
                        .allMatch(session -> session.minutes() % 60 == 0);
    }

    private static RosterClinician clinician(Field field) {
        return field.build(() -> new RosterClinician(
                field.get("id").text(),
                Set.copyOf(new HashSet<>(field.get("credentials").list(each -> each.oneOf(Words.CREDENTIALS)))),
                Set.copyOf(new HashSet<>(field.get("modalities").list(each -> each.oneOf(Words.MODALITIES)))),
                hours(field.get("avail")),
                field.get("maxHours").minutes(),
                field.get("targetHours").minutes()));
    }

    private static RosterCohort cohort(Field field) {
        return field.build(() -> new RosterCohort(
                field.get("id").text(),
                track(field.get("track")),
                field.get("slots").list(RosterExchange::window),
                field.get("capacity").whole(),
                field.get("minSize").whole(),
                field.get("gender").oneOf(Words.GROUP_GENDERS),
                field.get("trauma").flag(),
                field.get("modality").oneOf(Words.MODALITIES),
                field.get("tele").flag(),
                field.get("facilitator").textOrAbsent()));
    }

    private static RosterClient client(Field field) {
        Field modality = field.get("modality");
        Field track = field.get("prefTrack");
        Field least = field.get("minHours");
        Field most = field.get("maxHours");
        return field.build(() -> new RosterClient(
                field.get("id").text(),
                field.get("priority").whole(),
                field.get("gender").oneOf(Words.GENDERS),
                field.get("trauma").flag(),
                field.get("teleOnly").flag(),
                field.get("telehealth").flag(),
                field.get("needsGroup").flag(true),
                new Preferences(
                        track.isAbsent() ? null : track(track),
                        modality.isAbsent() ? null : modality.oneOf(Words.MODALITIES),
                        field.get("wantsGender").flag(false),
                        field.get("targetDays").whole()),
                new WeekLimits(
                        field.get("maxDays").whole(),
                        field.get("maxDayHours").minutes(),
                        new WeeklyBand(
                                least.isAbsent() ? 0 : least.minutes(), most.isAbsent() ? ANY_HOURS : most.minutes())),
                field.get("primary").textOrAbsent(),
                new HashSet<>(field.get("team").list(Field::text)),
                hours(field.get("avail")),
                field.get("sessions").list(RosterExchange::session),
                new HashSet<>(field.get("avoid").listOrEmpty(Field::text))));
    }

    private static SessionToPlace session(Field field) {
        return field.build(() -> new SessionToPlace(
                field.get("id").text(),
                field.get("kind").oneOf(Words.KINDS),
                field.get("hours").minutes()));
    }

    private static RosterRoom room(Field field) {
        return new RosterRoom(field.get("id").text(), field.get("type").oneOf(Words.ROOMS));
    }

    private static String track(Field field) {
        if (Words.TRACKS.stream().noneMatch(track -> track.id().equals(field.text()))) {
            throw field.fault("must be M (morning), A (afternoon) or E (evening), but is %s.".formatted(field.text()));
        }
        return field.text();
    }

    private static WeekHours hours(Field field) {
        return new WeekHours(field.list(RosterExchange::window));
    }

    private static WeekWindow window(Field field) {
        if (field.node() == null || field.node().size() != 3) {
            throw field.fault("must be a day, an hour to start and an hour to end, for example [0, 9, 12].");
        }
        return field.build(() -> new WeekWindow(
                day(field.get(0)), field.get(1).minutes(), field.get(2).minutes()));
    }

    private static DayOfWeek day(Field field) {
        if (field.whole() < 0 || field.whole() > 6) {
            throw field.fault("must be 0 (Monday) to 6 (Sunday), but is %d.".formatted(field.whole()));
        }
        return DayOfWeek.of(field.whole() + 1);
    }

    /**
     * The roster of a week that a document holds. A room that the document leaves open stays open.
     *
     * @throws ExchangeException naming the field that can't be read or speaks of what is not in the problem
     */
    public static Roster readRoster(RosterProblem problem, JsonNode document) {
        Field root = new Field("", document);
        Map<String, SessionToPlace> prescribed = new TreeMap<>();
        problem.clients().forEach(client -> client.sessions().forEach(each -> prescribed.put(each.id(), each)));
        Map<String, PlacedSession> sessions = new TreeMap<>();
        root.get("sessions").members().forEach((id, field) -> {
            SessionToPlace session = prescribed.get(id);
            if (session == null) {
                throw field.fault("is a session that the problem does not have.");
            }
            int start = field.get("start").minutes();
            WeekWindow when =
                    field.build(() -> new WeekWindow(day(field.get("day")), start, start + session.minutes()));
            sessions.put(
                    id,
                    new PlacedSession(
                            id,
                            field.get("clinician").text(),
                            when,
                            field.get("room").textOrAbsent()));
        });
        Map<String, String> cohortByClient = new TreeMap<>();
        root.get("cohort").members().forEach((client, cohort) -> cohortByClient.put(client, cohort.text()));
        Map<String, String> facilitators = new TreeMap<>();
        root.get("facilitator").members().forEach((cohort, leader) -> facilitators.put(cohort, leader.text()));
        Map<String, List<String>> rooms = new TreeMap<>();
        if (!root.get("cohortRooms").isAbsent()) {
            root.get("cohortRooms")
                    .members()
                    .forEach((cohort, list) -> rooms.put(
                            cohort,
                            list.list(Field::textOrAbsent).stream()
                                    .filter(Objects::nonNull)
                                    .toList()));
        }
        return Roster.of(cohortByClient, facilitators, rooms, sessions);
    }

    /** The document of a week. */
    public static ObjectNode write(String name, RosterProblem problem) {
        ObjectNode document = JSON.objectNode().put("name", name);
        ArrayNode clinicians = document.putArray("clinicians");
        problem.clinicians().forEach(each -> clinicians.add(clinician(each)));
        ArrayNode cohorts = document.putArray("cohorts");
        problem.cohorts().forEach(each -> cohorts.add(cohort(each)));
        ArrayNode clients = document.putArray("clients");
        problem.clients().forEach(each -> clients.add(client(each)));
        ArrayNode rooms = document.putArray("rooms");
        problem.rooms()
                .forEach(
                        each -> rooms.addObject().put("id", each.id()).put("type", Words.of(Words.ROOMS, each.type())));
        return document;
    }

    private static ObjectNode clinician(RosterClinician clinician) {
        ObjectNode node = JSON.objectNode().put("id", clinician.id());
        texts(
                node.putArray("credentials"),
                clinician.credentials().stream()
                        .map(c -> Words.of(Words.CREDENTIALS, c))
                        .sorted());
        texts(
                node.putArray("modalities"),
                clinician.modalities().stream()
                        .map(m -> Words.of(Words.MODALITIES, m))
                        .sorted());
        windows(node.putArray("avail"), clinician.availability().windows());
        hours(node, "maxHours", clinician.maxMinutes());
        hours(node, "targetHours", clinician.targetMinutes());
        return node;
    }

    private static ObjectNode cohort(RosterCohort cohort) {
        ObjectNode node = JSON.objectNode().put("id", cohort.id()).put("track", cohort.trackId());
        windows(node.putArray("slots"), cohort.slots());
        node.put("gender", Words.of(Words.GROUP_GENDERS, cohort.gender()))
                .put("trauma", cohort.traumaTrack())
                .put("modality", Words.of(Words.MODALITIES, cohort.modality()))
                .put("tele", cohort.tele())
                .put("capacity", cohort.capacity())
                .put("minSize", cohort.minSize());
        if (cohort.facilitatorId() != null) {
            node.put("facilitator", cohort.facilitatorId());
        }
        return node;
    }

    private static ObjectNode client(RosterClient client) {
        ObjectNode node = JSON.objectNode()
                .put("id", client.id())
                .put("gender", Words.of(Words.GENDERS, client.gender()))
                .put("trauma", client.trauma())
                .put("teleOnly", client.teleOnly())
                .put("telehealth", client.telehealth())
                .put("priority", client.priority())
                .put("prefTrack", client.preferences().trackId());
        if (client.preferences().modality() != null) {
            node.put("modality", Words.of(Words.MODALITIES, client.preferences().modality()));
        }
        node.put("wantsGender", client.preferences().ownGenderGroup()).put("primary", client.primaryTherapistId());
        texts(node.putArray("team"), client.careTeam().stream().sorted());
        windows(node.putArray("avail"), client.availability().windows());
        node.put("targetDays", client.preferences().targetDays())
                .put("maxDays", client.limits().mostDays());
        hours(node, "maxDayHours", client.limits().maxDayMinutes());
        ArrayNode sessions = node.putArray("sessions");
        client.sessions().forEach(session -> {
            ObjectNode each =
                    sessions.addObject().put("id", session.id()).put("kind", Words.of(Words.KINDS, session.kind()));
            hours(each, "hours", session.minutes());
        });
        texts(node.putArray("avoid"), client.noContact().stream().sorted());
        if (!client.needsGroup()) {
            node.put("needsGroup", false);
        }
        WeeklyBand band = client.limits().band();
        if (band.minMinutes() > 0 || band.maxMinutes() < ANY_HOURS) {
            hours(node, "minHours", band.minMinutes());
            hours(node, "maxHours", band.maxMinutes());
        }
        return node;
    }

    /** The document of a roster. */
    public static ObjectNode write(RosterProblem problem, Roster roster) {
        ObjectNode document = JSON.objectNode();
        ObjectNode cohort = document.putObject("cohort");
        problem.clients()
                .forEach(client ->
                        cohort.put(client.id(), roster.cohortByClient().get(client.id())));
        ObjectNode facilitator = document.putObject("facilitator");
        roster.facilitatorByCohort().forEach(facilitator::put);
        ObjectNode sessions = document.putObject("sessions");
        roster.sessions().forEach((id, placed) -> {
            ObjectNode node = sessions.putObject(id)
                    .put("clinician", placed.clinicianId())
                    .put("day", placed.when().day().getValue() - 1);
            hours(node, "start", placed.when().startMinute());
            if (placed.roomId() != null) {
                node.put("room", placed.roomId());
            }
        });
        ObjectNode rooms = document.putObject("cohortRooms");
        roster.roomsByCohort().forEach((id, list) -> texts(rooms.putArray(id), list.stream()));
        return document;
    }

    private static void texts(ArrayNode array, Stream<String> texts) {
        texts.forEach(array::add);
    }

    private static void windows(ArrayNode array, List<WeekWindow> windows) {
        windows.forEach(window -> {
            ArrayNode node = array.addArray().add(window.day().getValue() - 1);
            hours(node, window.startMinute());
            hours(node, window.endMinute());
        });
    }

    private static void hours(ObjectNode node, String name, int minutes) {
        if (minutes % 60 == 0) {
            node.put(name, minutes / 60);
        } else {
            node.put(name, minutes / 60.0);
        }
    }

    private static void hours(ArrayNode array, int minutes) {
        if (minutes % 60 == 0) {
            array.add(minutes / 60);
        } else {
            array.add(minutes / 60.0);
        }
    }
}
