package care.iop.intake.admission;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.caller.Caller;
import care.iop.chassis.http.IfMatch;
import care.iop.chassis.id.Ids;
import care.iop.chassis.outbox.Outbox;
import care.iop.chassis.outbox.OutgoingEvent;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.IntakeProblem;
import care.iop.intake.level.LevelOfCare;
import care.iop.intake.level.ServedLevels;
import care.iop.intake.level.WeeklyMinutes;
import care.iop.intake.patient.Patients;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Carries a stay on: to another level, on leave and back, to its discharge. Of two who change it at once, one wins. */
@ApplicationScoped
class ChangeAdmission {

    /** How far ahead a change of level can be entered: our own bound, since those who plan hear of it at once. */
    private static final int MAX_DAYS_AHEAD = 14;

    private final Admissions admissions;
    private final PlannedContacts contacts;
    private final ContactCalendar calendar;
    private final Patients patients;
    private final ServedLevels servedLevels;
    private final EpisodeSettings settings;
    private final EndReasonCodes codes;
    private final Outbox outbox;
    private final AccessAudit audit;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;
    private final Event<TreatmentEnded> treatmentEnded;
    private final Event<StayChanged> stayChanged;

    ChangeAdmission(
            Admissions admissions,
            PlannedContacts contacts,
            ContactCalendar calendar,
            Patients patients,
            ServedLevels servedLevels,
            EpisodeSettings settings,
            EndReasonCodes codes,
            Outbox outbox,
            AccessAudit audit,
            Caller caller,
            Ids ids,
            Clock clock,
            Event<TreatmentEnded> treatmentEnded,
            Event<StayChanged> stayChanged) {
        this.admissions = admissions;
        this.contacts = contacts;
        this.calendar = calendar;
        this.patients = patients;
        this.servedLevels = servedLevels;
        this.settings = settings;
        this.codes = codes;
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
        this.treatmentEnded = treatmentEnded;
        this.stayChanged = stayChanged;
    }

    /** Goes on at another level, program, phase or dose; aftercare plans its contacts, and leaving it cancels the rest. */
    @Transactional
    Admission changeLevel(UUID id, @Nullable String ifMatch, LevelChangeRequest placement) {
        var admission = read(id, ifMatch);
        if (!placement.levelOfCare().belongsTo(placement.criteriaEdition())) {
            throw ProblemException.invalid(
                    "/levelOfCare", "is not a level of " + placement.criteriaEdition() + "; check the edition");
        }
        if (placement.startsOn().isAfter(today().plusDays(MAX_DAYS_AHEAD))) {
            throw ProblemException.invalid("/startsOn", "must lie at most " + MAX_DAYS_AHEAD + " days ahead");
        }
        if (placement.phaseOrTreatment() == Phase.AFTERCARE && !servedLevels.isContinuing(placement.levelOfCare())) {
            throw ProblemException.invalid("/phase", "AFTERCARE is not given at level " + placement.levelOfCare());
        }
        var before = admission.phase();
        var minutes = prescription(placement.levelOfCare(), placement.prescribedMinutesPerWeek());
        var changed = admission.changeLevel(ids.next(), placement, minutes, caller.subject(), clock.instant());
        if (before == Phase.AFTERCARE && admission.phase() == Phase.TREATMENT) {
            cancelAftercare(id);
        } else if (before == Phase.TREATMENT && admission.phase() == Phase.AFTERCARE) {
            plan(id, ContactKind.AFTERCARE, calendar.aftercareFrom(placement.startsOn()));
        }
        return tell(admission, LevelOfCareChanged.TYPE, changed);
    }

    /** Notes that the person is away and expected back. */
    @Transactional
    Admission startLeave(UUID id, @Nullable String ifMatch, LeaveRequest request) {
        var admission = read(id, ifMatch);
        requireNotAhead("/startsOn", request.startsOn());
        return tell(admission, LeaveStarted.TYPE, admission.startLeave(ids.next(), request, clock.instant()));
    }

    /** Notes that the person is back. */
    @Transactional
    Admission endLeave(UUID id, @Nullable String ifMatch, LeaveEndRequest request) {
        var admission = read(id, ifMatch);
        requireNotAhead("/lastDayOn", request.lastDayOn());
        return tell(admission, LeaveEnded.TYPE, admission.endLeave(request.lastDayOn(), clock.instant()));
    }

    /** Ends the stay, cancels what is left of aftercare and plans the follow-ups. */
    @Transactional
    Admission discharge(UUID id, @Nullable String ifMatch, DischargeRequest request) {
        var admission = read(id, ifMatch);
        requireNotAhead("/dischargedOn", request.dischargedOn());
        admission.discharge(request, clock.instant());
        requireLost(request);
        cancelAftercare(id);
        plan(id, ContactKind.FOLLOW_UP, calendar.followUpsAfter(request.dischargedOn(), request.reason()));
        treatmentEnded.fire(new TreatmentEnded(admission.patientId()));
        return tell(admission, PatientDischarged.TYPE, admission.discharged(request, codes.teds(request.reason())));
    }

    /** Takes what was asked at one end of the stay; nobody outside hears of it. */
    @Transactional
    Admission record(UUID id, @Nullable String ifMatch, OutcomeOccasion occasion, OutcomeData data) {
        var admission = read(id, ifMatch);
        check(data, admission);
        admission.record(occasion, data, clock.instant());
        admissions.flush();
        audit.wrote("Admission", id, admission.patientId());
        return admission;
    }

    private Admission read(UUID id, @Nullable String ifMatch) {
        var admission = admissions.requireLocked(id);
        IfMatch.require(ifMatch, admission.version());
        return admission;
    }

    private Admission tell(Admission admission, String type, Object event) {
        admissions.flush();
        outbox.add(new OutgoingEvent(PatientAdmitted.TOPIC, type, admission.id(), admission.version(), event));
        stayChanged.fire(new StayChanged(admission.id(), admission.patientId()));
        audit.wrote("Admission", admission.id(), admission.patientId());
        return admission;
    }

    private void plan(UUID admissionId, ContactKind kind, List<LocalDate> days) {
        contacts.persist(days.stream().map(day -> new PlannedContact(ids.next(), admissionId, kind, day)));
    }

    private void cancelAftercare(UUID admissionId) {
        contacts.owedInAftercare(admissionId).forEach(contact -> contact.cancel(today()));
    }

    private int prescription(LevelOfCare level, @Nullable Integer asked) {
        var band = servedLevels
                .minutesDuringStayAt(level)
                .orElseThrow(() -> new ProblemException(
                        IntakeProblem.LEVEL_NOT_SERVED,
                        "The program does not give level " + level
                                + ". Discharge as TRANSFERRED to a place that does."));
        if (asked != null && !band.admit(asked)) {
            throw ProblemException.invalid(
                    "/prescribedMinutesPerWeek",
                    "must be a multiple of " + WeeklyMinutes.STEP + " from " + band.minimum() + " to " + band.maximum()
                            + " at level " + level);
        }
        return asked == null ? band.standard() : asked;
    }

    private void requireNotAhead(String pointer, LocalDate day) {
        if (day.isAfter(today())) {
            throw ProblemException.invalid(pointer, "must not be in the future");
        }
    }

    /** Nobody is given up as lost before the program has tried, or waited. */
    private void requireLost(DischargeRequest request) {
        var rules = settings.discharge();
        var attempts = request.outreachAttempts() == null ? 0 : request.outreachAttempts();
        if (request.reason() == EndReason.LOST_CONTACT
                && attempts < rules.lostAfterAttempts()
                && ChronoUnit.DAYS.between(request.lastContactOn(), request.dischargedOn()) < rules.lostAfterDays()) {
            throw ProblemException.invalid(
                    "/reason",
                    "LOST_CONTACT needs " + rules.lostAfterDays() + " days without contact or "
                            + rules.lostAfterAttempts()
                            + " attempts to reach the person: our own policy, for a clinical owner to confirm");
        }
    }

    private void check(OutcomeData data, Admission admission) {
        var first = data.firstContactOn();
        var offered = data.firstAppointmentOfferedOn();
        var birth = patients.findById(admission.patientId()).birthDate().value();
        if (first != null && (first.isAfter(admission.admittedOn()) || first.isBefore(birth))) {
            throw ProblemException.invalid("/firstContactOn", "must not be after the admission or before the birth");
        }
        if (offered != null && (offered.isAfter(today()) || offered.isBefore(first == null ? birth : first))) {
            throw ProblemException.invalid(
                    "/firstAppointmentOfferedOn", "must not be before the first contact or in the future");
        }
        var uses = data.substances() == null ? List.<OutcomeData.Use>of() : data.substances();
        var named = EnumSet.noneOf(OutcomeData.Substance.class);
        var age = ChronoUnit.YEARS.between(birth, today());
        for (var i = 0; i < uses.size(); i++) {
            var use = uses.get(i);
            if (!named.add(use.substance())) {
                throw ProblemException.invalid("/substances/" + i + "/substance", "must not be named twice");
            }
            if (use.ageOfFirstUse() != null && use.ageOfFirstUse() > age) {
                throw ProblemException.invalid(
                        "/substances/" + i + "/ageOfFirstUse", "must not be more than the person's age");
            }
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
