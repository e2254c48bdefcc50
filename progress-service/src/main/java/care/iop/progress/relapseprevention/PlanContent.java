package care.iop.progress.relapseprevention;

import care.iop.chassis.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All that a plan says. Its parts mean each other by their keys. */
@Schema(name = "RelapsePlanContent")
record PlanContent(
        @NotNull @Size(min = 1, max = 20) @Schema(description = "The most telling first")
        List<@NotNull @Valid WarningSign> warningSigns,

        @NotNull @Size(min = 1, max = 20) @Schema(description = "In the order in which the person would try them")
        List<@NotNull @Valid CopingStep> copingSteps,

        @NotNull @Size(max = 10) @Schema(description = "988 and 911 are always shown beside them")
        List<@NotNull @Valid PlanContact> contacts,

        @NotNull @Size(max = 20) List<@NotNull @Valid HighRiskSituation> highRiskSituations,

        @NotNull @Size(max = 14) @Schema(description = "The week's support meetings")
        List<@NotNull @Valid PlannedMeeting> meetings) {

    /** Refuses with 422 what the form alone can't: texts, conditions that fit no field, keys that repeat or mean nothing. */
    void check(String pointer) {
        checkTexts(pointer);
        var steps = uniqueKeys(
                pointer + "/copingSteps",
                copingSteps.stream().map(CopingStep::key).toList());
        var people = uniqueKeys(
                pointer + "/contacts", contacts.stream().map(PlanContact::key).toList());
        uniqueKeys(
                pointer + "/warningSigns",
                warningSigns.stream().map(WarningSign::key).toList());
        for (int i = 0; i < warningSigns.size(); i++) {
            var sign = warningSigns.get(i);
            var at = pointer + "/warningSigns/" + i;
            checkReferences(at + "/steps", sign.steps(), steps, "a coping step");
            checkReferences(at + "/contacts", sign.contacts(), people, "a contact");
            for (int j = 0; j < sign.when().size(); j++) {
                checkCondition(at + "/when/" + j, sign.when().get(j));
            }
        }
    }

    private void checkCondition(String pointer, Condition condition) {
        condition.check(pointer);
        if (condition.field() == SignField.MEETING_MISSED && meetings.isEmpty()) {
            throw ProblemException.invalid(
                    pointer + "/field", "must not be MEETING_MISSED in a plan without meetings; plan one");
        }
    }

    private void checkTexts(String pointer) {
        for (int i = 0; i < warningSigns.size(); i++) {
            warningSigns.get(i).says().check(pointer + "/warningSigns/" + i + "/says");
        }
        for (int i = 0; i < copingSteps.size(); i++) {
            copingSteps.get(i).says().check(pointer + "/copingSteps/" + i + "/says");
        }
        for (int i = 0; i < contacts.size(); i++) {
            contacts.get(i).name().check(pointer + "/contacts/" + i + "/name");
            contacts.get(i).reach().check(pointer + "/contacts/" + i + "/reach");
        }
        for (int i = 0; i < highRiskSituations.size(); i++) {
            var situation = highRiskSituations.get(i);
            var at = pointer + "/highRiskSituations/" + i;
            situation.says().check(at + "/says");
            for (int j = 0; j < situation.strategies().size(); j++) {
                situation.strategies().get(j).check(at + "/strategies/" + j);
            }
        }
        for (int i = 0; i < meetings.size(); i++) {
            meetings.get(i).name().check(pointer + "/meetings/" + i + "/name");
        }
    }

    private static Set<String> uniqueKeys(String pointer, List<String> keys) {
        var seen = new HashSet<String>();
        for (int i = 0; i < keys.size(); i++) {
            if (!seen.add(keys.get(i))) {
                throw ProblemException.invalid(pointer + "/" + i + "/key", "must not be used twice");
            }
        }
        return seen;
    }

    private static void checkReferences(String pointer, List<String> keys, Set<String> known, String what) {
        for (int i = 0; i < keys.size(); i++) {
            if (!known.contains(keys.get(i))) {
                throw ProblemException.invalid(pointer + "/" + i, "must be the key of " + what + " of this plan");
            }
        }
    }

    /** The warning signs that show on this day, in the plan's order. */
    List<WarningSign> showing(ReportedDay day) {
        var meetingPlanned =
                meetings.stream().anyMatch(meeting -> meeting.day() == day.day().getDayOfWeek());
        return warningSigns.stream()
                .filter(sign -> sign.shows(day, meetingPlanned))
                .toList();
    }

    /** The steps for these signs, in the order of signs and of the steps in each. */
    List<CopingStep> stepsFor(List<WarningSign> signs) {
        return signs.stream()
                .flatMap(sign -> sign.steps().isEmpty()
                        ? copingSteps.stream()
                        : sign.steps().stream().flatMap(this::step))
                .distinct()
                .toList();
    }

    /** The contacts for these signs, in the plan's order. */
    List<PlanContact> contactsFor(List<WarningSign> signs) {
        if (signs.stream().anyMatch(sign -> sign.contacts().isEmpty())) {
            return contacts;
        }
        var chosen = signs.stream().flatMap(sign -> sign.contacts().stream()).collect(Collectors.toSet());
        return contacts.stream()
                .filter(contact -> chosen.contains(contact.key()))
                .toList();
    }

    /** The situations that these triggers speak of. */
    List<HighRiskSituation> situationsOf(Set<Trigger> triggers) {
        return highRiskSituations.stream()
                .filter(situation -> situation.trigger() != null && triggers.contains(situation.trigger()))
                .toList();
    }

    /** The signs of these keys, in the plan's order. */
    List<WarningSign> signsOf(List<String> keys) {
        return warningSigns.stream().filter(sign -> keys.contains(sign.key())).toList();
    }

    /** The steps of these keys, in the order of the keys. */
    List<CopingStep> stepsOf(List<String> keys) {
        return keys.stream().flatMap(this::step).toList();
    }

    private Stream<CopingStep> step(String key) {
        return copingSteps.stream().filter(step -> step.key().equals(key));
    }
}
