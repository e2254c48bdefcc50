package care.iop.scheduling.fhir;

import static care.iop.scheduling.Clinic.RIVERSIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.SearchStyleEnum;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.interceptor.BearerTokenAuthInterceptor;
import ca.uhn.fhir.rest.gclient.DateClientParam;
import ca.uhn.fhir.rest.gclient.ReferenceClientParam;
import ca.uhn.fhir.rest.gclient.TokenClientParam;
import ca.uhn.fhir.rest.server.exceptions.AuthenticationException;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import care.iop.chassis.testing.TestTokens;
import care.iop.chassis.testing.fhir.Hospital;
import care.iop.scheduling.Clinic;
import care.iop.scheduling.Clinic.Client;
import care.iop.scheduling.Clinic.DemoProgram;
import care.iop.scheduling.Database;
import care.iop.scheduling.ServiceTest;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URL;
import java.time.LocalDate;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Appointment.ParticipationStatus;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Slot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An EHR that was written with HAPI's client, and knows nothing of us but FHIR R4, gets along. */
@ServiceTest
class GenericClientTest {

    private static final FhirContext FHIR = FhirContext.forR4();
    private static final LocalDate SATURDAY = Clinic.weekAhead().plusDays(5);

    @Inject
    Database database;

    @TestHTTPResource("/fhir")
    URL base;

    private Hospital hospital;
    private DemoProgram program;
    private Client client;

    @BeforeEach
    void admit() {
        hospital = Machines.hospital(database, RIVERSIDE);
        hospital.register(true);
        program = Clinic.demoProgram(RIVERSIDE);
        client = Clinic.admitAvailable(program, "08:00", "13:00");
    }

    private IGenericClient ehr(String token) {
        var ehr = FHIR.newRestfulGenericClient(base.toString());
        ehr.registerInterceptor(new BearerTokenAuthInterceptor(token));
        return ehr;
    }

    private IGenericClient ehr() {
        return ehr(TestTokens.system(RIVERSIDE, hospital.scopes().toArray(String[]::new)));
    }

    private Slot freeSlot() {
        var found = ehr().search()
                .forResource(Slot.class)
                .where(new ReferenceClientParam("schedule.actor").hasId("HealthcareService/" + program.id()))
                .and(new DateClientParam("start").exactly().day(SATURDAY.toString()))
                .and(new TokenClientParam("status").exactly().code("free"))
                .returnBundle(Bundle.class)
                .execute();
        return (Slot) found.getEntryFirstRep().getResource();
    }

    private Appointment asked(Slot slot) {
        var appointment = new Appointment();
        appointment.setStatus(AppointmentStatus.BOOKED);
        appointment.addSlot(new Reference(slot.getIdElement().toUnqualifiedVersionless()));
        appointment
                .addParticipant()
                .setActor(new Reference("Patient/" + client.patientId()))
                .setStatus(ParticipationStatus.ACCEPTED);
        return appointment;
    }

    @Test
    void readsSearchesBooksAndCancels() {
        // given
        hospital.consent(client.patientId());
        var ehr = ehr();

        // when
        var statement = ehr.capabilities().ofType(CapabilityStatement.class).execute();
        var booked = ehr.create().resource(asked(freeSlot())).execute();
        var read = ehr.read()
                .resource(Appointment.class)
                .withId(booked.getId().getIdPart())
                .execute();
        var found = ehr.search()
                .forResource(Appointment.class)
                .where(Appointment.PATIENT.hasId("Patient/" + client.patientId()))
                .and(Appointment.STATUS.exactly().code("booked"))
                .usingStyle(SearchStyleEnum.POST)
                .returnBundle(Bundle.class)
                .execute();
        read.setStatus(AppointmentStatus.CANCELLED);
        var cancelled = ehr.update().resource(read).execute();

        // then
        assertThat(statement.getRestFirstRep().getResource())
                .extracting(resource -> resource.getType())
                .contains("Appointment", "Slot");
        assertThat(booked.getCreated()).isTrue();
        assertThat(found.getEntry()).hasSize(1);
        assertThat(found.getEntryFirstRep().getResource().getIdElement().getIdPart())
                .isEqualTo(booked.getId().getIdPart());
        assertThat(((Appointment) cancelled.getResource()).getStatus()).isEqualTo(AppointmentStatus.CANCELLED);
    }

    @Test
    void asksForJsonByParameterOrNotAtAll() {
        // given
        hospital.consent(client.patientId());
        var ehr = ehr();
        ehr.setEncoding(EncodingEnum.JSON);
        var id = ehr.create().resource(asked(freeSlot())).execute().getId().getIdPart();

        // when
        var found = ehr.search()
                .forResource(Appointment.class)
                .where(Appointment.PATIENT.hasId("Patient/" + client.patientId()))
                .usingStyle(SearchStyleEnum.POST)
                .returnBundle(Bundle.class)
                .execute();

        // then
        assertThat(found.getEntry()).hasSize(1);
        assertThat(ehr.read().resource(Appointment.class).withId(id).execute().getStatus())
                .isEqualTo(AppointmentStatus.BOOKED);
        ehr.setEncoding(EncodingEnum.XML);
        assertThatThrownBy(
                        () -> ehr.read().resource(Appointment.class).withId(id).execute())
                .isInstanceOfSatisfying(
                        BaseServerResponseException.class,
                        refused -> assertThat(refused.getStatusCode()).isEqualTo(406));
    }

    @Test
    void followsPages() {
        // given
        hospital.consent(client.patientId());
        for (int week = 0; week < 3; week++) {
            Clinic.book(client, program.series().get("CHECK_IN"), SATURDAY.plusWeeks(week))
                    .then()
                    .statusCode(201);
        }
        var ehr = ehr();

        // when
        var page = ehr.search()
                .forResource(Appointment.class)
                .where(Appointment.PATIENT.hasId("Patient/" + client.patientId()))
                .count(2)
                .returnBundle(Bundle.class)
                .execute();
        var next = ehr.loadPage().next(page).execute();

        // then
        assertThat(page.getEntry()).hasSize(2);
        assertThat(next.getEntry()).hasSize(1);
        assertThat(next.getLink(Bundle.LINK_NEXT)).isNull();
    }

    @Test
    void isRefusedInFhirsWords() {
        // given
        var asked = asked(freeSlot());
        var ehr = ehr();

        // when, then
        assertThatThrownBy(() -> ehr.create().resource(asked).execute())
                .isInstanceOfSatisfying(UnprocessableEntityException.class, refused -> assertThat(
                                ((OperationOutcome) refused.getOperationOutcome())
                                        .getIssueFirstRep()
                                        .getExpression()
                                        .get(0)
                                        .getValue())
                        .isEqualTo("Appointment.participant[0].actor"));
        hospital.consent(client.patientId());
        var id = ehr.create().resource(asked).execute().getId().toUnqualifiedVersionless();
        var stale =
                ehr.read().resource(Appointment.class).withId(id.getIdPart()).execute();
        stale.setStatus(AppointmentStatus.CANCELLED);
        stale.getMeta().setVersionId("77");
        stale.setId(id.withVersion("77"));
        assertThatThrownBy(() -> ehr.update().resource(stale).execute())
                .isInstanceOfAny(PreconditionFailedException.class, ResourceVersionConflictException.class);
        assertThatThrownBy(() -> ehr.read()
                        .resource(Appointment.class)
                        .withId("019a2b3c-0000-7000-8000-00000000000a")
                        .execute())
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> ehr(TestTokens.system(RIVERSIDE, "system/Slot.rs"))
                        .read()
                        .resource(Appointment.class)
                        .withId(id.getIdPart())
                        .execute())
                .isInstanceOf(ForbiddenOperationException.class);
        assertThatThrownBy(() -> ehr(TestTokens.expired(RIVERSIDE, "scheduler"))
                        .read()
                        .resource(Slot.class)
                        .withId("1")
                        .execute())
                .isInstanceOf(AuthenticationException.class);
    }
}
