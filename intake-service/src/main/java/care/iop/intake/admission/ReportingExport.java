package care.iop.intake.admission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a file of records holds: one of the reports that states and SAMHSA ask for. */
enum ReportingExport {
    /** One line for each admission, with the codes of the TEDS public-use files; -9 where a value is missing. */
    TEDS_ADMISSIONS(
            "ADMISSION_ID",
            "ADMITTED_ON",
            "SERVICES",
            "PSOURCE",
            "EMPLOY",
            "LIVARAG",
            "ARRESTS",
            "FREQ_ATND_SELF_HELP") {
        @Override
        Stream<List<Object>> lines(ReportingRecord record) {
            var codes = record.atAdmission();
            return Stream.of(List.of(
                    record.admissionId(),
                    record.admittedOn(),
                    record.tedsServices(),
                    codes.referralSource(),
                    codes.employment(),
                    codes.livingSituation(),
                    codes.arrests(),
                    codes.selfHelp()));
        }
    },
    /** One line for each discharge, with the codes of the TEDS public-use files; -9 where a value is missing. */
    TEDS_DISCHARGES(
            "ADMISSION_ID",
            "ADMITTED_ON",
            "SERVICES",
            "REASON",
            "STATE_REASON",
            "LOS",
            "LOS_DAYS_2004",
            "LOS_DAYS_2005",
            "EMPLOY",
            "EMPLOY_D",
            "LIVARAG",
            "LIVARAG_D",
            "ARRESTS",
            "ARRESTS_D",
            "FREQ_ATND_SELF_HELP",
            "FREQ_ATND_SELF_HELP_D") {
        @Override
        Stream<List<Object>> lines(ReportingRecord record) {
            var before = record.atAdmission();
            var after = record.atDischarge();
            var stay = record.lengthOfStay();
            return Stream.of(List.of(
                    record.admissionId(),
                    record.admittedOn(),
                    record.tedsServices(),
                    orMissing(record.tedsReason()),
                    record.stateReasonCode() == null ? "" : record.stateReasonCode(),
                    stay == null ? MISSING : Integer.valueOf(stay.tedsCode()),
                    stay == null ? MISSING : Integer.valueOf(stay.teds2004Days()),
                    stay == null ? MISSING : Integer.valueOf(stay.teds2005Days()),
                    before.employment(),
                    after.employment(),
                    before.livingSituation(),
                    after.livingSituation(),
                    before.arrests(),
                    after.arrests(),
                    before.selfHelp(),
                    after.selfHelp()));
        }
    },
    /** One line for each of the National Outcome Measures that is known at both ends of a stay that ended: 1 true, 0 not. */
    NATIONAL_OUTCOME_MEASURES("ADMISSION_ID", "MEASURE", "AT_ADMISSION", "AT_DISCHARGE") {
        @Override
        Stream<List<Object>> lines(ReportingRecord record) {
            return record.outcomeMeasures().stream()
                    .map(measure -> List.of(
                            record.admissionId(),
                            measure.measure(),
                            measure.atAdmission() ? 1 : 0,
                            measure.atDischarge() ? 1 : 0));
        }
    };

    private static final Integer MISSING = -9;

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final List<String> columns;

    ReportingExport(String... columns) {
        this.columns = List.copyOf(Arrays.asList(columns));
    }

    /** The lines that a stay gives, in the order of the columns. */
    abstract Stream<List<Object>> lines(ReportingRecord record);

    /** Whether the months are those of discharges, and not of admissions. */
    boolean isOfDischarges() {
        return this != TEDS_ADMISSIONS;
    }

    /** A file of comma-separated values: a line of column names, and the lines of these stays. */
    String csv(List<ReportingRecord> records) {
        var schema = CsvSchema.builder();
        columns.forEach(schema::addColumn);
        var lines = Stream.concat(Stream.of(columns), records.stream().flatMap(this::lines))
                .map(line -> line.stream().map(String::valueOf).toArray(String[]::new))
                .toList();
        try {
            return CSV.writer(schema.build()).writeValueAsString(lines);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Integer orMissing(@Nullable Integer code) {
        return code == null ? MISSING : code;
    }
}
