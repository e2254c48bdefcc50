package care.iop.intake.admission;

import care.iop.intake.level.LevelOfCare;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a stay gives to TEDS and to the National Outcome Measures. TEDS writes -9 where a value is missing. */
record ReportingRecord(
        @Schema(required = true) UUID admissionId,
        @Schema(required = true) LocalDate admittedOn,

        @Schema(
                required = true,
                description =
                        "TEDS SERVICES of the level at the admission: 6 ambulatory intensive outpatient, 7 non-intensive outpatient, 8 ambulatory withdrawal management; -9 for a residential level",
                examples = "6")
        int tedsServices,

        @Schema(description = "TEDS REASON, 1 to 7; absent before the discharge", examples = "1") @Nullable
        Integer tedsReason,

        @Schema(description = "The state's own code for the end reason, which is not a TEDS code") @Nullable
        String stateReasonCode,

        @Schema(description = "To the last contact; absent before the discharge") @Nullable
        LengthOfStay lengthOfStay,

        @Schema(required = true) TedsCodes atAdmission,
        @Schema(required = true) TedsCodes atDischarge,

        @Schema(
                required = true,
                description =
                        "Those of the National Outcome Measures with a value at both the admission and the discharge")
        List<OutcomeMeasure> outcomeMeasures) {

    private static final int MISSING = -9;

    /** Codes of the TEDS public-use files; state submission codes differ from them. */
    record TedsCodes(
            @Schema(required = true, description = "PSOURCE")
            int referralSource,

            @Schema(required = true, description = "EMPLOY") int employment,

            @Schema(required = true, description = "LIVARAG")
            int livingSituation,

            @Schema(required = true, description = "ARRESTS: 0 none, 1 once, 2 more often")
            int arrests,

            @Schema(
                    required = true,
                    description = "FREQ_ATND_SELF_HELP: 1 none, 2: 1-3, 3: 4-7, 4: 8 or more in 30 days")
            int selfHelp) {

        static TedsCodes of(@Nullable OutcomeData data) {
            if (data == null) {
                return new TedsCodes(MISSING, MISSING, MISSING, MISSING, MISSING);
            }
            return new TedsCodes(
                    code(data.referralSource()),
                    code(data.employment()),
                    code(data.livingSituation()),
                    data.arrestsPast30Days() == null ? MISSING : Math.min(2, data.arrestsPast30Days()),
                    selfHelp(data.selfHelpAttendancePast30Days()));
        }

        private static int code(OutcomeData.@Nullable TedsCoded value) {
            return value == null ? MISSING : value.tedsCode();
        }

        private static int selfHelp(@Nullable Integer meetings) {
            if (meetings == null) {
                return MISSING;
            }
            if (meetings == 0) {
                return 1;
            }
            if (meetings <= 3) {
                return 2;
            }
            return meetings <= 7 ? 3 : 4;
        }
    }

    /** One outcome that is known at both ends. */
    record OutcomeMeasure(
            @Schema(required = true) Measure measure,
            @Schema(required = true) boolean atAdmission,
            @Schema(required = true) boolean atDischarge) {}

    /** What is true of a person at one end of a stay. */
    enum Measure {
        EMPLOYED,
        STABLY_HOUSED,
        NO_ARRESTS,
        ABSTINENT_FROM_ALCOHOL,
        ABSTINENT_FROM_DRUGS,
        ATTENDS_SELF_HELP;

        @Nullable
        Boolean holds(OutcomeData data) {
            return switch (this) {
                case EMPLOYED ->
                    data.employment() == null
                            ? null
                            : Boolean.valueOf(data.employment() == OutcomeData.Employment.FULL_TIME
                                    || data.employment() == OutcomeData.Employment.PART_TIME);
                case STABLY_HOUSED ->
                    data.livingSituation() == null
                            ? null
                            : Boolean.valueOf(data.livingSituation() != OutcomeData.LivingSituation.HOMELESS);
                case NO_ARRESTS ->
                    data.arrestsPast30Days() == null ? null : Boolean.valueOf(data.arrestsPast30Days() == 0);
                case ABSTINENT_FROM_ALCOHOL -> abstinent(data.substances(), true);
                case ABSTINENT_FROM_DRUGS -> abstinent(data.substances(), false);
                case ATTENDS_SELF_HELP ->
                    data.selfHelpAttendancePast30Days() == null
                            ? null
                            : Boolean.valueOf(data.selfHelpAttendancePast30Days() > 0);
            };
        }

        /** No day of use in the past 30; unknown when nobody asked, or when a substance is named without its days. */
        private static @Nullable Boolean abstinent(@Nullable List<OutcomeData.Use> uses, boolean alcohol) {
            if (uses == null) {
                return null;
            }
            var days = uses.stream()
                    .filter(use -> (use.substance() == OutcomeData.Substance.ALCOHOL) == alcohol)
                    .map(OutcomeData.Use::daysUsedPast30)
                    .toList();
            if (days.stream().anyMatch(used -> used != null && used > 0)) {
                return false;
            }
            return days.stream().allMatch(Objects::nonNull) ? Boolean.TRUE : null;
        }
    }

    /** The measures with a value at both ends; nothing is assumed about a missing one. */
    static List<OutcomeMeasure> measures(@Nullable OutcomeData atAdmission, @Nullable OutcomeData atDischarge) {
        if (atAdmission == null || atDischarge == null) {
            return List.of();
        }
        return Arrays.stream(Measure.values())
                .flatMap(measure -> {
                    var before = measure.holds(atAdmission);
                    var after = measure.holds(atDischarge);
                    return before == null || after == null
                            ? Stream.<OutcomeMeasure>empty()
                            : Stream.of(new OutcomeMeasure(measure, before, after));
                })
                .toList();
    }

    static int services(LevelOfCare level) {
        return switch (level) {
            case LEVEL_2_1, LEVEL_2_5, LEVEL_2_7 -> 6;
            case LEVEL_0_5, LEVEL_1, LEVEL_1_0, LEVEL_1_5, LEVEL_1_7 -> 7;
            case LEVEL_1_WM, LEVEL_2_WM -> 8;
            case LEVEL_3_1, LEVEL_3_3, LEVEL_3_5, LEVEL_3_7, LEVEL_4, LEVEL_3_2_WM, LEVEL_3_7_WM, LEVEL_4_WM -> MISSING;
        };
    }
}
