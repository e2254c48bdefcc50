package care.iop.load;

import care.iop.chassis.testing.TestTokens;
import care.iop.load.simulation.Person;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The reports of the days that are still open, each sent once with its person's own token, which is signed ahead. */
final class CheckInReports {

    private final List<Person> people;
    private final List<String> tokens;
    private final AtomicInteger next = new AtomicInteger();

    CheckInReports(List<Person> people) {
        this.people = people;
        this.tokens = people.parallelStream()
                .map(person -> TestTokens.forPatient(Requests.ORGANIZATION, person.patientId()))
                .toList();
    }

    /** Sends the next report; an error when there is none left or it is not taken. */
    void send(KeepAliveConnection connection) throws IOException {
        int number = next.getAndIncrement();
        int day = number / people.size();
        if (day >= ProgressNetwork.OPEN_DAYS) {
            throw new IOException("every open day has been reported: take more episodes or fewer seconds");
        }
        var person = people.get(number % people.size());
        var report = person.days().get(person.days().size() - ProgressNetwork.OPEN_DAYS + day);
        var answer = connection.post(
                "/progress/api/patients/" + person.patientId() + "/check-ins",
                tokens.get(number % people.size()),
                "",
                ProgressNetwork.report(report));
        Dashboards.expect(answer, 201, "a check-in");
    }

    /** How many have been sent. */
    int sent() {
        return next.get();
    }
}
