package care.iop.scheduling.roster;

import care.iop.scheduling.clinician.Clinician;
import care.iop.scheduling.clinician.Clinicians;
import care.iop.scheduling.program.SessionKind;
import care.iop.scheduling.room.Room;
import care.iop.scheduling.room.Rooms;
import care.iop.scheduling.session.AllSessionSeries;
import care.iop.scheduling.session.SessionSeries;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What staff call a program's clinicians, rooms and groups, for sentences. Clients have no name here. */
final class PlainNames {

    private static final String UUID_PATTERN = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern IDENTIFIER = Pattern.compile(UUID_PATTERN);
    private static final Pattern CLIENT = Pattern.compile("\\b([Cc])lient " + UUID_PATTERN);
    private static final Pattern SESSION = Pattern.compile("\\b[Ss]ession " + UUID_PATTERN + "/([A-Z]+)/\\d+");

    private final Map<UUID, String> clinicians;
    private final Map<UUID, String> rooms;
    private final Map<UUID, String> series;

    PlainNames(List<Clinician> clinicians, List<Room> rooms, List<SessionSeries> series) {
        this.clinicians = clinicians.stream().collect(Collectors.toMap(Clinician::id, Clinician::name));
        this.rooms = rooms.stream().collect(Collectors.toMap(Room::id, Room::name));
        this.series = series.stream().collect(Collectors.toMap(SessionSeries::id, SessionSeries::name));
    }

    static PlainNames of(UUID programId, Clinicians clinicians, Rooms rooms, AllSessionSeries series) {
        return new PlainNames(clinicians.ofProgram(programId), rooms.ofProgram(programId), series.ofProgram(programId));
    }

    String clinician(@Nullable UUID id) {
        return id == null ? "nobody" : clinicians.getOrDefault(id, "a clinician of another program");
    }

    String room(@Nullable UUID id) {
        return id == null ? "no room" : rooms.getOrDefault(id, "a room of another program");
    }

    String series(UUID id) {
        return series.getOrDefault(id, "a group of another program");
    }

    /** For example {@code Individual session} or {@code Group MORNING GROUP}. */
    String session(SessionKind kind, @Nullable UUID seriesId) {
        var what =
                switch (kind) {
                    case GROUP -> "Group";
                    case SKILLS -> "Skills workshop";
                    case INDIVIDUAL -> "Individual session";
                    case FAMILY -> "Family session";
                    case VOCATIONAL -> "Vocational session";
                    case MEDICATION -> "Medication visit";
                    case CHECK_IN -> "Check-in";
                };
        return seriesId == null ? what : what + " " + series(seriesId);
    }

    /** A sentence of the engine, which speaks in identifiers, as staff would say it. */
    String say(String sentence) {
        var told =
                SESSION.matcher(sentence).replaceAll(session -> session.group(1).toLowerCase(Locale.ROOT) + " session");
        told = CLIENT.matcher(told).replaceAll(client -> client.group(1).equals("C") ? "The client" : "the client");
        return IDENTIFIER.matcher(told).replaceAll(id -> Matcher.quoteReplacement(name(UUID.fromString(id.group()))));
    }

    private String name(UUID id) {
        return clinicians.containsKey(id)
                ? clinician(id)
                : rooms.containsKey(id) ? room(id) : series.containsKey(id) ? series(id) : "someone";
    }

    /** For example {@code Mon 09:00–10:00}. */
    static String when(LocalDate day, LocalTime from, LocalTime until) {
        return "%s %s–%s".formatted(day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH), from, until);
    }
}
