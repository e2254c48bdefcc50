package care.iop.intake.placement;

import care.iop.chassis.problem.FieldProblem;
import care.iop.intake.level.CriteriaEdition;
import care.iop.intake.level.LevelOfCare;
import care.iop.intake.person.DateOfBirth;
import care.iop.intake.person.Faultless;
import care.iop.intake.person.PrivateText;
import care.iop.intake.person.TimeZoneName;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a person when a level of care is asked for. Whatever is absent is unknown and never read as zero or no.
 *
 * @param assessedAt the moment that the facts describe; now when absent
 * @param timeZone where today begins and ends; the program's when absent
 * @param patientPreference the level the person asks for: shown to the clinician, without a say in the rules
 */
@Schema(
        description =
                "What is known of a person. Whatever is absent is unknown, never zero or no: what the rules need is then listed as missing.",
        examples = PlacementFacts.EXAMPLE)
record PlacementFacts(
        @Schema(description = "What the placement is for; ADMISSION when absent") @Nullable
        Purpose purpose,

        @Schema(description = "The edition that levels are named in") @NotNull
        CriteriaEdition criteriaEdition,

        @Schema(description = "The moment that the facts describe; now when absent") @Nullable
        Instant assessedAt,

        @Schema(description = "Where a day begins and ends; the program's zone when absent") @Nullable @Faultless
        TimeZoneName timeZone,

        @Nullable @Faultless DateOfBirth birthDate,

        @Nullable @Valid Ratings ratings,

        @Schema(description = "Each substance once; an empty list says that the person was asked and uses none")
        @Nullable
        @Size(max = 20)
        List<@NotNull @Valid SubstanceUse> substances,

        @Nullable @Valid Withdrawal withdrawal,

        @Schema(description = "Daily use of benzodiazepines, barbiturates or similar") @Nullable
        Boolean dailySedativeUse,

        @Schema(description = "False also where it does not apply") @Nullable
        Boolean pregnant,

        @Nullable @Valid SuicideScreen cssrs,

        @Nullable @Valid Phq9Item phq9,

        @Nullable AcuteFlags acuteFlags,

        @Nullable Boolean needs24hSupervision,

        @Nullable Housing housing,

        @Nullable @Valid Availability availability,

        @Schema(description = "The level that the person is treated at now") @Nullable
        LevelOfCare currentLevel,

        @Schema(description = "The level that the person last left; read only when there is no current one") @Nullable
        LevelOfCare priorLevel,

        @Schema(description = "Needed for every purpose but ADMISSION") @Nullable @Valid
        GoalProgress goalProgress,

        @Schema(description = "Shown to the clinician, who may decide by it; the recommendation does not depend on it")
        @Nullable
        LevelOfCare patientPreference,

        @Nullable @Valid ExternalLevel externalLevelOfCare) {

    static final String EXAMPLE = """
            {
              "criteriaEdition": "ASAM4",
              "assessedAt": "2026-09-07T14:30:00Z",
              "timeZone": "America/New_York",
              "birthDate": "1988-04-17",
              "ratings": {
                "d1": {"severity": 1}, "d2": {"severity": 0}, "d3": {"severity": 2},
                "d4": {"severity": 1}, "d5": {"severity": 2}, "d6": {"severity": 1}
              },
              "substances": [{"substance": "ALCOHOL", "criteriaCount": 6, "lastUsedAt": "2026-09-05T20:00:00Z"}],
              "withdrawal": {
                "ciwaAr": {"total": 6, "takenAt": "2026-09-07T14:10:00Z"},
                "pastSeizure": false, "pastDelirium": false, "newHallucinationConfusionOrSeizure": false
              },
              "dailySedativeUse": false,
              "pregnant": false,
              "cssrs": {"takenOn": "2026-09-07", "q1": false, "q2": false, "q6": false},
              "phq9": {"takenOn": "2026-09-07", "item9": 0},
              "acuteFlags": {
                "overdose": false, "alteredConsciousness": false, "chestPain": false,
                "unstableVitals": false, "activeViolenceRisk": false
              },
              "needs24hSupervision": false,
              "housing": {"safe": true, "supportive": true, "soberHome": true, "plan": false},
              "availability": {"hoursPerWeek": 15, "days": ["MONDAY", "WEDNESDAY", "FRIDAY"], "daily": false}
            }""";

    /** Facts can be entered this long before the clock of the service says so: clocks differ. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    /** The six ratings by dimension; one that is absent is unknown. */
    @Schema(name = "PlacementRatings", description = "The six ratings; one that is absent is unknown")
    record Ratings(
            @Schema(description = "Intoxication and withdrawal") @Nullable @Valid
            Rating d1,

            @Schema(description = "Physical health") @Nullable @Valid
            Rating d2,

            @Schema(description = "Emotional, behavioral and cognitive state") @Nullable @Valid
            Rating d3,

            @Schema(description = "Readiness to change") @Nullable @Valid
            Rating d4,

            @Schema(description = "Risk of relapse or continued use") @Nullable @Valid
            Rating d5,

            @Schema(description = "Home and recovery environment") @Nullable @Valid
            Rating d6) {

        @Nullable
        Rating of(Dimension dimension) {
            return switch (dimension) {
                case D1 -> d1;
                case D2 -> d2;
                case D3 -> d3;
                case D4 -> d4;
                case D5 -> d5;
                case D6 -> d6;
            };
        }
    }

    /** One dimension as a clinician rated it. */
    @Schema(name = "PlacementRating", description = "One dimension as a clinician rated it, 0 none to 4 severe")
    record Rating(
            @NotNull @Min(0) @Max(4) Integer severity,

            @Schema(description = "Who rated it") @Nullable @Faultless
            PrivateText rater,

            @Nullable @Faultless PrivateText rationale,
            @Nullable Instant ratedAt) {}

    /** One substance, with the number of diagnostic criteria of a use disorder that are met, 0 to 11. */
    @Schema(name = "SubstanceUse")
    record SubstanceUse(
            @NotNull Substance substance,

            @Schema(description = "Criteria of a use disorder that are met, 0 to 11") @Nullable @Min(0) @Max(11)
            Integer criteriaCount,

            @Nullable Instant lastUsedAt) {}

    /** How withdrawal stands now and what happened in earlier ones. */
    @Schema(name = "WithdrawalStatus")
    record Withdrawal(
            @Schema(description = "Needed after alcohol use within seven days") @Nullable @Valid
            CiwaAr ciwaAr,

            @Schema(description = "Needed after opioid use within seven days") @Nullable @Valid
            Cows cows,

            @Schema(description = "A seizure in an earlier withdrawal") @Nullable
            Boolean pastSeizure,

            @Schema(description = "Delirium in an earlier withdrawal") @Nullable
            Boolean pastDelirium,

            @Schema(description = "New in this withdrawal") @Nullable
            Boolean newHallucinationConfusionOrSeizure) {}

    /** A total of the alcohol withdrawal scale. */
    @Schema(name = "CiwaArTotal")
    record CiwaAr(
            @NotNull @Min(0) @Max(67) Integer total,
            @Nullable Instant takenAt) {}

    /** A total of the opioid withdrawal scale. */
    @Schema(name = "CowsTotal")
    record Cows(
            @NotNull @Min(0) @Max(48) Integer total,
            @Nullable Instant takenAt) {}

    /** The last item of the PHQ-9. */
    @Schema(name = "Phq9Item9")
    record Phq9Item(
            @NotNull LocalDate takenOn,
            @NotNull @Min(0) @Max(3) Integer item9) {}

    /** What makes an emergency now. */
    @Schema(name = "AcuteFlags")
    record AcuteFlags(
            @Nullable Boolean overdose,
            @Nullable Boolean alteredConsciousness,
            @Nullable Boolean chestPain,
            @Nullable Boolean unstableVitals,
            @Nullable Boolean activeViolenceRisk) {}

    /** Where the person lives. */
    @Schema(name = "HousingSituation")
    record Housing(
            @Schema(description = "Nobody there threatens or harms the person") @Nullable
            Boolean safe,

            @Schema(description = "Somebody there supports the recovery") @Nullable
            Boolean supportive,

            @Schema(description = "Nobody there drinks or uses") @Nullable
            Boolean soberHome,

            @Schema(description = "A safe and supportive place to live is arranged") @Nullable
            Boolean plan) {}

    /** When the person can come. */
    @Schema(name = "PlacementAvailability")
    record Availability(
            @Schema(examples = "15") @Nullable @DecimalMin("0") @DecimalMax("168") @Digits(integer = 3, fraction = 2)
            BigDecimal hoursPerWeek,

            @Nullable @Size(max = 7) List<@NotNull DayOfWeek> days,

            @Schema(description = "Whether the person could come every day of a withdrawal treatment") @Nullable
            Boolean daily) {

        /** The same written in one way: days in order and once, hours without trailing zeros. */
        Availability normalized() {
            return new Availability(
                    hoursPerWeek == null
                            ? null
                            : new BigDecimal(hoursPerWeek.stripTrailingZeros().toPlainString()),
                    days == null ? null : List.copyOf(new TreeSet<>(days)),
                    daily);
        }
    }

    /** Goals of the treatment plan that are met, of those that were set. */
    @Schema(name = "GoalProgress")
    record GoalProgress(
            @NotNull @Min(0) @Max(100) Integer goalsMet,
            @NotNull @Min(0) @Max(100) Integer goalsSet) {}

    /** A level that somebody else found, for instance by licensed decision software. */
    @Schema(name = "ExternalLevelOfCare")
    record ExternalLevel(
            @NotNull LevelOfCare level,
            @NotNull CriteriaEdition edition,
            @Nullable @Faultless PrivateText assessor,
            @Nullable LocalDate assessedOn,
            @Nullable @Faultless PrivateText source) {}

    /** The same facts with what the service knows when the sender did not say it. */
    PlacementFacts completed(Instant now, TimeZoneName zone) {
        return with(assessedAt == null ? now : assessedAt, timeZone == null ? zone : timeZone, birthDate);
    }

    /** The same facts of a person whose birth date is on record. */
    PlacementFacts bornOn(DateOfBirth onRecord) {
        return with(assessedAt, timeZone, onRecord);
    }

    private PlacementFacts with(@Nullable Instant moment, @Nullable TimeZoneName zone, @Nullable DateOfBirth born) {
        return new PlacementFacts(
                purpose == null ? Purpose.ADMISSION : purpose,
                criteriaEdition,
                moment,
                zone,
                born,
                ratings,
                substances,
                withdrawal,
                dailySedativeUse,
                pregnant,
                cssrs,
                phq9,
                acuteFlags,
                needs24hSupervision,
                housing,
                availability == null ? null : availability.normalized(),
                currentLevel,
                priorLevel,
                goalProgress,
                patientPreference,
                externalLevelOfCare);
    }

    /** What the placement is for. */
    Purpose purposeOrAdmission() {
        return purpose == null ? Purpose.ADMISSION : purpose;
    }

    /** The moment that completed facts describe. */
    Instant moment() {
        return Objects.requireNonNull(assessedAt, "the facts were not completed");
    }

    /** Where a day of completed facts begins and ends. */
    ZoneId zone() {
        return ZoneId.of(
                Objects.requireNonNull(timeZone, "the facts were not completed").value());
    }

    /** The day of completed facts. */
    LocalDate day() {
        return LocalDate.ofInstant(moment(), zone());
    }

    /** A rating, or null when it is unknown. */
    @Nullable
    Integer severity(Dimension dimension) {
        var rating = ratings == null ? null : ratings.of(dimension);
        return rating == null ? null : rating.severity();
    }

    /** Substances as they are, none when they are unknown. */
    List<SubstanceUse> knownSubstances() {
        return substances == null ? List.of() : substances;
    }

    /** What can't be so, field by field: values that contradict each other, the calendar, or the edition. */
    List<FieldProblem> contradictions(Instant now) {
        var found = new ArrayList<FieldProblem>();
        if (moment().isBefore(EARLIEST) || moment().isAfter(now.plus(CLOCKS_DIFFER))) {
            found.add(new FieldProblem("/assessedAt", "must lie between 2000-01-01 and now"));
            return found;
        }
        if (birthDate != null && birthDate.value().isAfter(day())) {
            found.add(new FieldProblem("/birthDate", "must not lie after the assessment"));
        }
        if (withdrawal != null && withdrawal.ciwaAr() != null) {
            notAfter(found, "/withdrawal/ciwaAr/takenAt", withdrawal.ciwaAr().takenAt());
        }
        if (withdrawal != null && withdrawal.cows() != null) {
            notAfter(found, "/withdrawal/cows/takenAt", withdrawal.cows().takenAt());
        }
        var known = knownSubstances();
        var named = new HashSet<Substance>();
        for (int i = 0; i < known.size(); i++) {
            notAfter(found, "/substances/" + i + "/lastUsedAt", known.get(i).lastUsedAt());
            if (!named.add(known.get(i).substance())) {
                found.add(new FieldProblem("/substances/" + i, "names a substance again; name each once"));
            }
        }
        if (ratings != null) {
            for (var dimension : Dimension.values()) {
                var rating = ratings.of(dimension);
                if (rating != null) {
                    notAfter(found, dimension.pointer() + "/ratedAt", rating.ratedAt());
                }
            }
        }
        notAfter(found, "/cssrs/takenOn", cssrs == null ? null : cssrs.takenOn());
        notAfter(found, "/phq9/takenOn", phq9 == null ? null : phq9.takenOn());
        ofEdition(found, "/currentLevel", currentLevel, criteriaEdition);
        ofEdition(found, "/patientPreference", patientPreference, criteriaEdition);
        if (externalLevelOfCare != null) {
            ofEdition(found, "/externalLevelOfCare/level", externalLevelOfCare.level(), externalLevelOfCare.edition());
            notAfter(found, "/externalLevelOfCare/assessedOn", externalLevelOfCare.assessedOn());
        }
        if (goalProgress != null && goalProgress.goalsMet() > goalProgress.goalsSet()) {
            found.add(new FieldProblem("/goalProgress/goalsMet", "must not be more than goalsSet"));
        }
        return found;
    }

    private void notAfter(List<FieldProblem> found, String pointer, @Nullable Instant at) {
        if (at != null && at.isAfter(moment().plus(CLOCKS_DIFFER))) {
            found.add(new FieldProblem(pointer, "must not lie after the assessment"));
        }
    }

    private void notAfter(List<FieldProblem> found, String pointer, @Nullable LocalDate on) {
        if (on != null && on.isAfter(day())) {
            found.add(new FieldProblem(pointer, "must not lie after the day of the assessment"));
        }
    }

    private static void ofEdition(
            List<FieldProblem> found, String pointer, @Nullable LevelOfCare level, CriteriaEdition edition) {
        if (level != null && !level.belongsTo(edition)) {
            found.add(new FieldProblem(pointer, "is not a level of " + edition + "; check the edition"));
        }
    }
}
