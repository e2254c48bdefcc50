package care.iop.progress.fhir;

import care.iop.chassis.consent.Notice;
import care.iop.chassis.fhir.FhirRecord;
import care.iop.progress.plan.ObjectiveStatus;
import care.iop.progress.plan.PlanOfCare;
import care.iop.progress.plan.PlanOfCare.Objective;
import care.iop.progress.plan.PlanOfCare.Sessions;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityDetailComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityStatus;
import org.hl7.fhir.r4.model.CarePlan.CarePlanIntent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Goal.GoalLifecycleStatus;
import org.hl7.fhir.r4.model.Narrative.NarrativeStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Timing;
import org.hl7.fhir.r4.model.Timing.UnitsOfTime;
import org.hl7.fhir.utilities.xhtml.NodeType;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;

/** A signed treatment plan as a CarePlan of FHIR R4, and each of its objectives as a Goal. */
final class PlanMapping {

    private static final String CATEGORY = "http://hl7.org/fhir/us/core/CodeSystem/careplan-category";
    private static final String ACHIEVEMENT = "http://terminology.hl7.org/CodeSystem/goal-achievement";
    private static final String TOWARDS = "urn:care:iop:progress:goal-towards";
    private static final String SESSION_KIND = "urn:care:iop:scheduling:session-kind";

    private PlanMapping() {}

    static FhirRecord carePlan(PlanOfCare plan) {
        return new FhirRecord(
                plan.admissionId().toString(),
                plan.patientId(),
                plan.revision() + ended(plan),
                status(plan),
                plan.endedAt() == null ? plan.inForceAt() : plan.endedAt(),
                notice -> carePlan(plan, notice));
    }

    static List<FhirRecord> goals(PlanOfCare plan) {
        return plan.objectives().stream()
                .map(objective -> new FhirRecord(
                        goalId(plan, objective),
                        plan.patientId(),
                        plan.revision() + "-" + objective.notes() + ended(plan),
                        lifecycle(plan, objective).toCode(),
                        changedAt(plan, objective),
                        notice -> goal(plan, objective, notice)))
                .toList();
    }

    private static String goalId(PlanOfCare plan, Objective objective) {
        return plan.admissionId() + "." + objective.key();
    }

    private static String ended(PlanOfCare plan) {
        return plan.endedAt() == null ? "" : "-ended";
    }

    private static Instant changedAt(PlanOfCare plan, Objective objective) {
        var last = plan.endedAt() == null ? plan.inForceAt() : plan.endedAt();
        var noted = objective.standingSince();
        return noted != null && noted.isAfter(last) ? noted : last;
    }

    private static String status(PlanOfCare plan) {
        return (plan.endedAt() == null ? CarePlanStatus.ACTIVE : CarePlanStatus.COMPLETED).toCode();
    }

    /** An objective that was still open when the stay ended is given up with it. */
    private static GoalLifecycleStatus lifecycle(PlanOfCare plan, Objective objective) {
        return switch (objective.standing()) {
            case MET -> GoalLifecycleStatus.COMPLETED;
            case DROPPED -> GoalLifecycleStatus.CANCELLED;
            case IN_PROGRESS, NOT_MET ->
                plan.endedAt() == null ? GoalLifecycleStatus.ACTIVE : GoalLifecycleStatus.CANCELLED;
        };
    }

    private static Goal goal(PlanOfCare plan, Objective objective, Notice notice) {
        var goal = new Goal();
        goal.setLifecycleStatus(lifecycle(plan, objective));
        goal.setAchievementStatus(achievement(objective.standing()));
        goal.setDescription(new CodeableConcept().setText(objective.statement()));
        goal.addExtension(TOWARDS, new StringType(objective.goal()));
        goal.setSubject(Codes.patient(plan.patientId()));
        goal.addTarget().setDue(day(objective.targetOn()));
        if (objective.standingSince() != null) {
            goal.setStatusDateElement(day(LocalDate.ofInstant(objective.standingSince(), ZoneOffset.UTC)));
        }
        goal.addNote().setText(notice.text());
        return goal;
    }

    private static DateType day(LocalDate day) {
        return new DateType(day.toString());
    }

    private static CodeableConcept achievement(ObjectiveStatus standing) {
        var code =
                switch (standing) {
                    case MET -> "achieved";
                    case IN_PROGRESS -> "in-progress";
                    case NOT_MET -> "not-achieved";
                    case DROPPED -> "not-attainable";
                };
        return new CodeableConcept()
                .addCoding(new Coding().setSystem(ACHIEVEMENT).setCode(code));
    }

    private static CarePlan carePlan(PlanOfCare plan, Notice notice) {
        var carePlan = new CarePlan();
        carePlan.setStatus(CarePlanStatus.fromCode(status(plan)));
        carePlan.setIntent(CarePlanIntent.PLAN);
        carePlan.addCategory(
                new CodeableConcept().addCoding(new Coding().setSystem(CATEGORY).setCode("assess-plan")));
        carePlan.setTitle("Treatment plan, revision " + plan.revision());
        carePlan.setSubject(Codes.patient(plan.patientId()));
        carePlan.getPeriod().setStart(Date.from(plan.inForceAt()));
        if (plan.endedAt() != null) {
            carePlan.getPeriod().setEnd(Date.from(plan.endedAt()));
        }
        for (var objective : plan.objectives()) {
            carePlan.addGoal(new Reference("Goal/" + goalId(plan, objective)));
        }
        for (var sessions : plan.sessions()) {
            carePlan.addActivity().setDetail(activity(plan, sessions));
        }
        carePlan.getText().setStatus(NarrativeStatus.GENERATED).setDiv(narrative(plan));
        carePlan.addNote().setText(notice.text());
        return carePlan;
    }

    private static CarePlanActivityDetailComponent activity(PlanOfCare plan, Sessions sessions) {
        var detail = new CarePlanActivityDetailComponent();
        detail.setCode(Codes.own(
                SESSION_KIND,
                sessions.kind(),
                sessions.kind().toLowerCase(Locale.ROOT).replace('_', ' ') + " session"));
        detail.setStatus(plan.endedAt() == null ? CarePlanActivityStatus.INPROGRESS : CarePlanActivityStatus.COMPLETED);
        var timing = new Timing();
        timing.getRepeat()
                .setFrequency(sessions.timesPerWeek())
                .setPeriod(BigDecimal.ONE)
                .setPeriodUnit(UnitsOfTime.WK)
                .setDuration(BigDecimal.valueOf(sessions.minutes()))
                .setDurationUnit(UnitsOfTime.MIN);
        detail.setScheduled(timing);
        return detail;
    }

    private static XhtmlNode narrative(PlanOfCare plan) {
        var div = new XhtmlNode(NodeType.Element, "div");
        div.addTag("p").addText("What is to change:");
        var problems = div.addTag("ul");
        plan.problems().forEach(problem -> problems.addTag("li").addText(problem));
        div.addTag("p").addText("Steps:");
        var steps = div.addTag("ul");
        plan.objectives().forEach(objective -> steps.addTag("li")
                .addText(objective.statement() + " (by " + objective.targetOn() + ", towards: " + objective.goal()
                        + ")"));
        return div;
    }
}
