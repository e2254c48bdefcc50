package care.iop.intake.admission;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What TEDS admission and discharge records, the National Outcome Measures and state reports ask for beside what the
 * admission knows itself. Everything is optional: absent means not asked or not known, and is never read as zero or none.
 */
@Schema(
        description =
                "What TEDS records, the National Outcome Measures and state reports ask for, as it was at the admission or at the discharge. Absent means not asked or not known, and is never read as zero or none.",
        examples = """
                {
                  "firstContactOn": "2026-08-31",
                  "firstAppointmentOfferedOn": "2026-09-02",
                  "referralSource": "HEALTH_PROVIDER",
                  "arrestsPast30Days": 0,
                  "employment": "UNEMPLOYED",
                  "livingSituation": "INDEPENDENT",
                  "selfHelpAttendancePast30Days": 4,
                  "substances": [
                    {"substance": "ALCOHOL", "daysUsedPast30": 20, "route": "ORAL", "ageOfFirstUse": 15}
                  ]
                }""")
record OutcomeData(
        @Schema(description = "Not after the admission") @Nullable
        LocalDate firstContactOn,

        @Schema(description = "From the first contact on") @Nullable
        LocalDate firstAppointmentOfferedOn,

        @Nullable Source referralSource,
        @Nullable @Min(0) @Max(96) Integer arrestsPast30Days,
        @Nullable Employment employment,
        @Nullable LivingSituation livingSituation,

        @Schema(description = "Meetings attended, which can be several a day") @Nullable @Min(0) @Max(99)
        Integer selfHelpAttendancePast30Days,

        @Schema(description = "At most three, the main one first; empty when asked and none, absent when not asked")
        @Nullable
        @Size(max = 3)
        @Valid
        List<@NotNull Use> substances) {

    /** Something that the TEDS public-use files have a code for. */
    interface TedsCoded {

        int tedsCode();
    }

    /** Who referred, with the code of TEDS PSOURCE. */
    enum Source implements TedsCoded {
        INDIVIDUAL(1),
        SUBSTANCE_USE_PROVIDER(2),
        HEALTH_PROVIDER(3),
        SCHOOL(4),
        EMPLOYER(5),
        COMMUNITY(6),
        COURT(7);

        private final int tedsCode;

        Source(int tedsCode) {
            this.tedsCode = tedsCode;
        }

        @Override
        public int tedsCode() {
            return tedsCode;
        }
    }

    /** With the code of TEDS EMPLOY. */
    enum Employment implements TedsCoded {
        FULL_TIME(1),
        PART_TIME(2),
        UNEMPLOYED(3),
        NOT_IN_LABOR_FORCE(4);

        private final int tedsCode;

        Employment(int tedsCode) {
            this.tedsCode = tedsCode;
        }

        @Override
        public int tedsCode() {
            return tedsCode;
        }
    }

    /** With the code of TEDS LIVARAG. Dependent means supervised, or with parents or family. */
    enum LivingSituation implements TedsCoded {
        HOMELESS(1),
        DEPENDENT(2),
        INDEPENDENT(3);

        private final int tedsCode;

        LivingSituation(int tedsCode) {
            this.tedsCode = tedsCode;
        }

        @Override
        public int tedsCode() {
            return tedsCode;
        }
    }

    /** The groups of substances that TEDS tells apart. */
    enum Substance {
        ALCOHOL,
        COCAINE,
        CANNABIS,
        HEROIN,
        NON_PRESCRIBED_METHADONE,
        OTHER_OPIOIDS,
        PCP,
        HALLUCINOGENS,
        METHAMPHETAMINE,
        OTHER_AMPHETAMINES,
        OTHER_STIMULANTS,
        BENZODIAZEPINES,
        OTHER_TRANQUILIZERS,
        BARBITURATES,
        OTHER_SEDATIVES,
        INHALANTS,
        OVER_THE_COUNTER,
        OTHER
    }

    /** The usual route, as TEDS tells them apart. */
    enum Route {
        ORAL,
        SMOKING,
        INHALATION,
        INJECTION,
        OTHER
    }

    /** Use of one substance. */
    @Schema(name = "SubstanceUse")
    record Use(
            @NotNull Substance substance,
            @Nullable @Min(0) @Max(30) Integer daysUsedPast30,
            @Nullable Route route,

            @Schema(description = "Years; not more than the person's age") @Nullable @Min(0) @Max(120)
            Integer ageOfFirstUse) {}
}
