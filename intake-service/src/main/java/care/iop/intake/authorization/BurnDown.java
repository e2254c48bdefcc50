package care.iop.intake.authorization;

import care.iop.intake.admission.Stay;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How an authorization stands on a day, and how long it will last: what was delivered, what is booked, and, for weeks in which
 * nothing is booked yet, what the prescribed minutes will take. Pure: the same facts give the same answer.
 *
 * @param until the last day that this authorization has to cover
 * @param exhaustsOn the day on which the first service's last unit is used, or the validity ends before treatment does; absent
 *     when everything lasts beyond what can be foreseen
 * @param firstUncoveredOn the first day of treatment that is not covered; absent when it lasts
 * @param reviewDueOn when the payer has to be asked for more; absent when nothing more is needed
 */
record BurnDown(
        LocalDate asOf,
        LocalDate until,
        @Nullable LocalDate exhaustsOn,
        @Nullable LocalDate firstUncoveredOn,
        @Nullable LocalDate reviewDueOn,
        List<OfService> services,
        List<Reason> reasons) {

    BurnDown {
        services = List.copyOf(services);
        reasons = List.copyOf(reasons);
    }

    /**
     * What is asked.
     *
     * @param plannedEndOn when treatment is planned to end; absent when nobody has said
     * @param reviewDueOn the day that the payer named for a concurrent review
     * @param coveredFrom from which day another authorization of the same services covers the stay
     * @param stay absent before the admission
     * @param sessions of the stay, at least from the Monday of the week of {@code validFrom} on
     */
    record Question(
            List<AuthorizedService> services,
            LocalDate validFrom,
            LocalDate validTo,
            @Nullable LocalDate plannedEndOn,
            @Nullable LocalDate reviewDueOn,
            @Nullable LocalDate coveredFrom,
            @Nullable Stay stay,
            List<BookedSession> sessions,
            LocalDate asOf) {

        Question {
            services = List.copyOf(services);
            sessions = List.copyOf(sessions);
        }

        private LocalDate until() {
            var stayEnd = stay == null ? null : stay.dischargedOn();
            return Stream.of(
                            Optional.ofNullable(plannedEndOn).orElse(validTo),
                            stayEnd,
                            coveredFrom == null ? null : coveredFrom.minusDays(1))
                    .filter(Objects::nonNull)
                    .min(Comparator.naturalOrder())
                    .orElse(validTo);
        }
    }

    /**
     * One service of the authorization.
     *
     * @param deliveredUnits made of marked sessions within the validity
     * @param scheduledUnits what booked sessions add to them that nobody has marked
     * @param weeks units delivered and scheduled by week, from the present one on
     */
    record OfService(
            String code,
            UnitRule rule,
            int approvedUnits,
            int deliveredUnits,
            int scheduledUnits,
            List<Week> weeks,
            @Nullable LocalDate exhaustsOn,
            @Nullable LocalDate firstUncoveredOn) {

        OfService {
            weeks = List.copyOf(weeks);
        }

        /** What was approved and is not delivered; below zero when more was delivered than approved. */
        int remainingUnits() {
            return approvedUnits - deliveredUnits;
        }
    }

    /** Units of one week, by its Monday. */
    record Week(LocalDate startsOn, int units) {}

    /** Why the forecast is as it is. */
    record Reason(Code code, String text) {}

    /** The kinds of reason. */
    enum Code {
        UNITS_RUN_OUT,
        VALIDITY_ENDS,
        LASTS,
        NOT_ADMITTED,
        BELOW_THE_RULE,
        ATTENDANCE_MISSING,
        PRESCRIPTION_USED,
        END_NOT_PLANNED,
        STAY_ENDED,
        COVERED_BY_ANOTHER,
        REVIEW_DAY_OF_PAYER
    }

    /** The answer. */
    static BurnDown of(Question question, ForecastPolicy policy) {
        var until = question.until();
        var reasons = new ArrayList<Reason>();
        var services = question.services().stream()
                .map(service -> new Counting(question, policy, service, until).count(reasons))
                .toList();
        addReasonsOfStay(question, reasons);
        var exhaustsOn = earliest(services.stream().map(OfService::exhaustsOn));
        var firstUncoveredOn = earliest(services.stream().map(OfService::firstUncoveredOn));
        return new BurnDown(
                question.asOf(),
                until,
                exhaustsOn,
                firstUncoveredOn,
                reviewDueOn(question, policy, services, reasons),
                services,
                reasons);
    }

    private static void addReasonsOfStay(Question question, List<Reason> reasons) {
        var stay = question.stay();
        if (stay == null) {
            reasons.add(new Reason(Code.NOT_ADMITTED, "Nobody is admitted yet: only the validity is foreseen."));
        } else if (stay.dischargedOn() != null) {
            reasons.add(new Reason(
                    Code.STAY_ENDED, "The stay ended on " + stay.dischargedOn() + ": nothing is needed after it."));
        }
        if (question.plannedEndOn() == null) {
            reasons.add(new Reason(
                    Code.END_NOT_PLANNED,
                    "No planned end is given: the last day of the validity, " + question.validTo()
                            + ", stands for it."));
        }
        if (question.coveredFrom() != null) {
            reasons.add(new Reason(
                    Code.COVERED_BY_ANOTHER,
                    "From " + question.coveredFrom() + " on another authorization covers the stay."));
        }
    }

    /**
     * The payer's own day, or so many days before the first service runs out, whichever comes first; where nobody planned the
     * end, the end of the validity counts as running out, for treatment may go on.
     */
    private static @Nullable LocalDate reviewDueOn(
            Question question, ForecastPolicy policy, List<OfService> services, List<Reason> reasons) {
        var runsOut = earliest(services.stream()
                .filter(service -> service.firstUncoveredOn() != null)
                .map(service -> service.exhaustsOn() == null ? service.firstUncoveredOn() : service.exhaustsOn()));
        var stay = question.stay();
        var mayGoOn = question.plannedEndOn() == null
                && question.coveredFrom() == null
                && (stay == null || stay.dischargedOn() == null);
        var end = runsOut == null && mayGoOn ? question.validTo() : runsOut;
        var before = end == null ? null : end.minusDays(policy.reviewDaysBefore());
        var ofPayer = question.reviewDueOn();
        if (ofPayer != null && (before == null || !before.isBefore(ofPayer))) {
            reasons.add(new Reason(Code.REVIEW_DAY_OF_PAYER, "The payer wants the review by " + ofPayer + "."));
        }
        return earliest(Stream.of(Optional.ofNullable(before), Optional.ofNullable(ofPayer))
                .map(day -> day.orElse(null)));
    }

    private static @Nullable LocalDate earliest(Stream<@Nullable LocalDate> days) {
        LocalDate earliest = null;
        for (var day : days.filter(Objects::nonNull).toList()) {
            if (earliest == null || day.isBefore(earliest)) {
                earliest = day;
            }
        }
        return earliest;
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** One service counted day by day. */
    private static final class Counting {

        private final Question question;
        private final ForecastPolicy policy;
        private final AuthorizedService service;
        private final LocalDate until;
        private final SortedMap<LocalDate, Day> days = new TreeMap<>();
        private final SortedMap<LocalDate, Integer> weeks = new TreeMap<>();
        private int delivered;
        private int scheduled;
        private int belowTheRule;
        private int unmarked;
        private @Nullable LocalDate firstPrescribed;
        private @Nullable LocalDate exhaustsOn;
        private @Nullable LocalDate firstUncoveredOn;
        private boolean unitsRunOut;

        Counting(Question question, ForecastPolicy policy, AuthorizedService service, LocalDate until) {
            this.question = question;
            this.policy = policy;
            this.service = service;
            this.until = until;
        }

        OfService count(List<Reason> reasons) {
            for (var session : question.sessions()) {
                if (session.state() != BookedSession.State.WITHDRAWN
                        && service.rule().counts(session.kind())) {
                    days.computeIfAbsent(session.on(), on -> new Day()).add(session);
                }
            }
            days.forEach(this::countBooked);
            foresee();
            addReasons(reasons);
            return new OfService(
                    service.code(),
                    service.rule(),
                    service.units(),
                    delivered,
                    scheduled,
                    weeks.tailMap(monday(question.asOf())).entrySet().stream()
                            .filter(week -> week.getValue() > 0)
                            .map(week -> new Week(week.getKey(), week.getValue()))
                            .toList(),
                    exhaustsOn,
                    firstUncoveredOn);
        }

        private void countBooked(LocalDate on, Day day) {
            weeks.putIfAbsent(monday(on), 0);
            if (on.isBefore(question.validFrom()) || on.isAfter(question.validTo())) {
                return;
            }
            var deliveredHere = service.rule().units(day.delivered);
            var expected = service.rule().units(day.expected());
            delivered += deliveredHere;
            scheduled += expected - deliveredHere;
            weeks.merge(monday(on), expected, Integer::sum);
            if (on.isBefore(question.asOf())) {
                unmarked += day.booked.size();
                if (deliveredHere == 0 && day.booked.isEmpty() && day.deliveredMinutes() > 0) {
                    belowTheRule++;
                }
            }
        }

        /** Goes through the days until treatment is planned to end, or the first that is not covered. */
        private void foresee() {
            var used = 0;
            for (var on = question.validFrom(); !on.isAfter(until) && firstUncoveredOn == null; on = on.plusDays(1)) {
                var units = expectedOn(on);
                if (units == 0) {
                    continue;
                }
                if (on.isAfter(question.validTo())) {
                    firstUncoveredOn = on;
                    exhaustsOn = exhaustsOn == null ? question.validTo() : exhaustsOn;
                } else if (used + units > service.units()) {
                    firstUncoveredOn = on;
                    unitsRunOut = true;
                    exhaustsOn = used < service.units() ? on : exhaustsOn;
                } else {
                    used += units;
                    exhaustsOn = used == service.units() ? on : null;
                }
            }
        }

        private int expectedOn(LocalDate on) {
            var day = days.get(on);
            if (day != null) {
                var units = service.rule().units(day.expected());
                if (units > 0) {
                    return units;
                }
            }
            return on.isAfter(question.asOf()) && !isBooked(monday(on)) ? prescribedOn(on) : 0;
        }

        /** A week counts by what is booked in it as soon as that makes a unit. */
        private boolean isBooked(LocalDate monday) {
            return days.subMap(monday, monday.plusDays(7)).values().stream()
                    .anyMatch(day -> service.rule().units(day.expected()) > 0);
        }

        /** The units of a week are spread from Monday to Friday: three of them on Monday, Wednesday and Friday. */
        private int prescribedOn(LocalDate on) {
            var stay = question.stay();
            if (stay == null) {
                return 0;
            }
            var units = service.rule().unitsPerWeek(stay.minutesPerWeekOn(on), policy.treatmentDaysPerWeek());
            var lastDay = Math.max(policy.treatmentDaysPerWeek(), 5) - 1;
            var here = 0;
            for (var unit = 0; unit < units; unit++) {
                var day = units == 1 ? lastDay / 2 : Math.round((float) lastDay * unit / (units - 1));
                here += day == on.getDayOfWeek().getValue() - 1 ? 1 : 0;
            }
            if (here > 0 && firstPrescribed == null) {
                firstPrescribed = on;
            }
            return here;
        }

        private void addReasons(List<Reason> reasons) {
            var code = service.code();
            if (firstUncoveredOn == null) {
                reasons.add(new Reason(
                        Code.LASTS,
                        code + ": " + (service.units() - delivered) + " of " + service.units()
                                + " units remain, and last until " + until + "."));
            } else if (unitsRunOut) {
                reasons.add(new Reason(
                        Code.UNITS_RUN_OUT,
                        code + ": " + service.units() + " units are used up before " + firstUncoveredOn
                                + ", a day of treatment."));
            } else {
                reasons.add(new Reason(
                        Code.VALIDITY_ENDS,
                        code + ": the authorization is valid until " + question.validTo()
                                + ", and treatment goes on on " + firstUncoveredOn + "."));
            }
            if (firstPrescribed != null) {
                reasons.add(new Reason(
                        Code.PRESCRIPTION_USED,
                        code + ": weeks in which nothing is booked count by the prescribed minutes, from "
                                + firstPrescribed + " on."));
            }
            if (belowTheRule > 0) {
                reasons.add(new Reason(
                        Code.BELOW_THE_RULE,
                        code + ": on " + belowTheRule + " days treatment was given, but too little for a unit."));
            }
            if (unmarked > 0) {
                reasons.add(new Reason(
                        Code.ATTENDANCE_MISSING,
                        code + ": " + unmarked + " past sessions are not marked, and count as scheduled."));
            }
        }
    }

    /** The sessions of one day that count. */
    private static final class Day {

        private final List<Integer> delivered = new ArrayList<>();
        private final List<Integer> booked = new ArrayList<>();

        void add(BookedSession session) {
            switch (session.state()) {
                case MARKED -> delivered.add(session.deliveredMinutes());
                case BOOKED -> booked.add(session.plannedMinutes());
                case WITHDRAWN -> throw new IllegalArgumentException("a session that was given up doesn't count");
            }
        }

        List<Integer> expected() {
            var all = new ArrayList<>(delivered);
            all.addAll(booked);
            return all;
        }

        int deliveredMinutes() {
            return delivered.stream().mapToInt(Integer::intValue).sum();
        }
    }
}
