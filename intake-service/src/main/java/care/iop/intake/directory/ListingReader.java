package care.iop.intake.directory;

import care.iop.chassis.problem.CommonProblem;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.level.LevelOfCare;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the directory's list: CSV (RFC 4180) in UTF-8 with a header, columns in any order, several codes of a cell
 * separated by semicolons. A file that is no such list is a problem; a row with a fault is left out and reported.
 */
final class ListingReader {

    /** The columns of the list, named as in its header. */
    enum Column {
        EXTERNAL_ID,
        NAME,
        LEVELS,
        LATITUDE,
        LONGITUDE,
        STREET,
        CITY,
        STATE,
        POSTAL_CODE,
        PHONE,
        WEBSITE,
        TRACKS,
        HOURS,
        LANGUAGES,
        TELEHEALTH,
        PAYERS,
        SLIDING_FEE,
        SPECIAL_GROUPS,
        MEDICATIONS,
        ACCREDITATIONS,
        LISTED;

        String header() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What was read: the sound rows and the faults of the others. */
    record Listings(List<ProgramListing> rows, int refused, List<RowFault> faults) {}

    private static final int MOST_FAULTS = 1_000;
    private static final int LONGEST_TEXT = 200;
    private static final int MOST_CODES = 30;
    private static final Set<Column> REQUIRED =
            EnumSet.of(Column.EXTERNAL_ID, Column.NAME, Column.LEVELS, Column.LATITUDE, Column.LONGITUDE);
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,3}(\\.\\d{1,15})?");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ().-]{4,28}( ?x[0-9]{1,6})?");
    private static final Pattern WEBSITE = Pattern.compile("https?://[A-Za-z0-9.-]{1,100}(:\\d{1,5})?(/[!-~]{0,150})?");
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}");
    private static final List<String> EMPTY_LINE = List.of("");
    private static final String CODE_ADVICE =
            "Write codes of letters, digits and hyphens, up to 60 characters each, separated by semicolons.";

    private final List<Column> header;
    private final List<ProgramListing> rows = new ArrayList<>();
    private final List<RowFault> faults = new ArrayList<>();
    private final Set<String> externalIds = new HashSet<>();
    private int refused;

    private ListingReader(List<Column> header) {
        this.header = header;
    }

    static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    static Listings read(byte[] file) {
        try (var parser = new CsvFactory().createParser(text(file))) {
            parser.enable(CsvParser.Feature.WRAP_AS_ARRAY);
            parser.nextToken(); // the beginning of all rows; that of the first one follows
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw unusable(1, "is missing", "Begin the file with a line of column names.");
            }
            var reader = new ListingReader(columns(cells(parser)));
            reader.readRows(parser);
            return new Listings(List.copyOf(reader.rows), reader.refused, List.copyOf(reader.faults));
        } catch (JsonProcessingException e) {
            throw unusable(
                    e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
                    "is not CSV",
                    "Put a cell with commas or quotes into double quotes, and double the quotes inside.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readRows(CsvParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.START_ARRAY) {
            int line = parser.currentLocation().getLineNr();
            var cells = cells(parser);
            if (cells.equals(EMPTY_LINE)) {
                continue;
            }
            var listing = new Row(line, cells).listing();
            if (listing.isPresent()) {
                rows.add(listing.get());
            } else {
                refused++;
            }
        }
    }

    private static String text(byte[] file) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new ProblemException(
                    CommonProblem.MALFORMED_REQUEST, "The file is not in UTF-8. Save it as \"CSV UTF-8\".");
        }
    }

    private static List<String> cells(CsvParser parser) throws IOException {
        var cells = new ArrayList<String>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            cells.add(parser.getText().strip());
        }
        return cells;
    }

    private static List<Column> columns(List<String> names) {
        var columns = new ArrayList<Column>();
        for (var name : names) {
            columns.add(Arrays.stream(Column.values())
                    .filter(column -> column.header().equals(name) && !columns.contains(column))
                    .findFirst()
                    .orElseThrow(() -> unusable(
                            1,
                            "has a column that is not known here or comes twice",
                            "The columns are " + headers(EnumSet.allOf(Column.class)) + ".")));
        }
        if (!columns.containsAll(REQUIRED)) {
            throw unusable(1, "lacks a column", "Needed are " + headers(REQUIRED) + ".");
        }
        return columns;
    }

    private static String headers(Set<Column> columns) {
        return columns.stream().map(Column::header).collect(Collectors.joining(", "));
    }

    private static ProblemException unusable(int line, String fault, String advice) {
        return new ProblemException(
                CommonProblem.MALFORMED_REQUEST, "Line " + line + " of the file " + fault + ". " + advice);
    }

    /** One row on its way to a listing. */
    private final class Row {

        private final int line;
        private final List<String> cells;
        private boolean sound = true;

        Row(int line, List<String> cells) {
            this.line = line;
            this.cells = cells;
        }

        Optional<ProgramListing> listing() {
            if (cells.size() != header.size()) {
                fault("", "has " + cells.size() + " cells", "Write " + header.size() + " cells as in the header.");
                return Optional.empty();
            }
            var externalId = required(Column.EXTERNAL_ID);
            var listing = new ProgramListing(
                    externalId,
                    required(Column.NAME),
                    levels(),
                    new GeoPoint(
                            degrees(Column.LATITUDE, GeoPoint::isLatitude, "north between -90 and 90, such as 38.627"),
                            degrees(
                                    Column.LONGITUDE,
                                    GeoPoint::isLongitude,
                                    "east between -180 and 180, such as -90.1994")),
                    text(Column.STREET),
                    text(Column.CITY),
                    text(Column.STATE),
                    text(Column.POSTAL_CODE),
                    matching(Column.PHONE, PHONE, "Write digits with an area code, such as +1 555 0100."),
                    matching(Column.WEBSITE, WEBSITE, "Write an address that begins with https://."),
                    names(Column.TRACKS, HoursTrack.values()),
                    text(Column.HOURS),
                    codes(Column.LANGUAGES, LANGUAGE, "Write BCP 47 tags such as en;es, separated by semicolons."),
                    flag(Column.TELEHEALTH, false),
                    codes(Column.PAYERS, CODE, CODE_ADVICE),
                    flag(Column.SLIDING_FEE, false),
                    codes(Column.SPECIAL_GROUPS, CODE, CODE_ADVICE),
                    names(Column.MEDICATIONS, OpioidUseDisorderMedication.values()),
                    codes(Column.ACCREDITATIONS, CODE, CODE_ADVICE),
                    flag(Column.LISTED, true));
            if (sound && !externalIds.add(externalId)) {
                fault(Column.EXTERNAL_ID, "stands on an earlier line too", "Keep one row for each program.");
            }
            return sound ? Optional.of(listing) : Optional.empty();
        }

        private String cell(Column column) {
            int at = header.indexOf(column);
            return at < 0 ? "" : cells.get(at);
        }

        private String required(Column column) {
            var text = text(column);
            if (text == null) {
                if (cell(column).isEmpty()) {
                    fault(column, "is empty", "Every program needs it.");
                }
                return "";
            }
            return text;
        }

        /** A text that no spreadsheet takes for a formula when the directory is exported again. */
        private @Nullable String text(Column column) {
            var text = cell(column);
            if (text.isEmpty()) {
                return null;
            }
            if ("=+-@".indexOf(text.charAt(0)) >= 0) {
                fault(column, "would run as a formula in a spreadsheet", "Begin it with a letter or a digit.");
                return null;
            }
            if (text.length() > LONGEST_TEXT) {
                fault(column, "is too long", "Write at most " + LONGEST_TEXT + " characters.");
                return null;
            }
            if (text.codePoints().anyMatch(Row::isInvisible)) {
                fault(column, "has a character that can't be shown", "Remove line breaks and control characters.");
                return null;
            }
            return text;
        }

        private static boolean isInvisible(int character) {
            return switch (Character.getType(character)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.SURROGATE,
                        Character.PRIVATE_USE,
                        Character.UNASSIGNED,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR -> true;
                default -> false;
            };
        }

        private double degrees(Column column, Predicate<Double> inRange, String meaning) {
            var text = cell(column);
            if (NUMBER.matcher(text).matches() && inRange.test(Double.valueOf(text))) {
                return Double.parseDouble(text);
            }
            fault(column, "is not a " + column.header(), "Write degrees " + meaning + ".");
            return 0;
        }

        private @Nullable String matching(Column column, Pattern form, String advice) {
            var text = cell(column);
            if (text.isEmpty() || form.matcher(text).matches()) {
                return text.isEmpty() ? null : text;
            }
            fault(column, "has another form", advice);
            return null;
        }

        private boolean flag(Column column, boolean whenEmpty) {
            switch (cell(column).toLowerCase(Locale.ROOT)) {
                case "" -> {
                    return whenEmpty;
                }
                case "yes" -> {
                    return true;
                }
                case "no" -> {
                    return false;
                }
                default -> {
                    fault(column, "is neither yes nor no", "Write yes or no.");
                    return whenEmpty;
                }
            }
        }

        private List<String> levels() {
            var levels = codes(
                    cell(Column.LEVELS),
                    Column.LEVELS,
                    code -> LevelOfCare.of(code).isPresent(),
                    "Write identifiers such as 2.1;2.5, and format the column as text.");
            if (cell(Column.LEVELS).isEmpty()) {
                fault(Column.LEVELS, "is empty", "Every program needs it.");
            }
            return levels;
        }

        private List<String> names(Column column, Enum<?>... known) {
            var names = Arrays.stream(known).map(Enum::name).collect(Collectors.toSet());
            return codes(
                    cell(column).toUpperCase(Locale.ROOT),
                    column,
                    names::contains,
                    "Write one or more of "
                            + Arrays.stream(known).map(Enum::name).collect(Collectors.joining(";")) + ".");
        }

        private List<String> codes(Column column, Pattern form, String advice) {
            return codes(
                    cell(column).toLowerCase(Locale.ROOT),
                    column,
                    code -> form.matcher(code).matches(),
                    advice);
        }

        private List<String> codes(String text, Column column, Predicate<String> allowed, String advice) {
            var codes = Pattern.compile(";")
                    .splitAsStream(text)
                    .map(String::strip)
                    .filter(code -> !code.isEmpty())
                    .distinct()
                    .sorted()
                    .toList();
            if (codes.size() > MOST_CODES) {
                fault(column, "has too many codes", "Write at most " + MOST_CODES + ".");
                return List.of();
            }
            if (!codes.stream().allMatch(allowed)) {
                fault(column, "has a code that can't be taken", advice);
                return List.of();
            }
            return codes;
        }

        private void fault(Column column, String fault, String advice) {
            fault(column.header(), fault, advice);
        }

        private void fault(String column, String fault, String advice) {
            sound = false;
            if (faults.size() < MOST_FAULTS) {
                faults.add(new RowFault(line, column, fault, advice));
            }
        }
    }
}
