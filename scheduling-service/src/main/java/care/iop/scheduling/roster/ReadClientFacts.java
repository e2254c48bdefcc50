package care.iop.scheduling.roster;

import care.iop.scheduling.authorization.AuthorizedWeeks;
import care.iop.scheduling.curriculum.ReadCurriculumProgress;
import care.iop.scheduling.enrollment.Enrollment;
import care.iop.scheduling.enrollment.NoContactPairs;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.stream.Collectors;

/** Reads what the engine has to know of clients besides their enrollments, in one query for each kind of fact. */
@ApplicationScoped
class ReadClientFacts {

    private final NoContactPairs noContactPairs;
    private final AuthorizedWeeks authorizedWeeks;
    private final ReadCurriculumProgress readCurriculumProgress;
    private final RosterSettings settings;

    ReadClientFacts(
            NoContactPairs noContactPairs,
            AuthorizedWeeks authorizedWeeks,
            ReadCurriculumProgress readCurriculumProgress,
            RosterSettings settings) {
        this.noContactPairs = noContactPairs;
        this.authorizedWeeks = authorizedWeeks;
        this.readCurriculumProgress = readCurriculumProgress;
        this.settings = settings;
    }

    ClientFacts of(Collection<Enrollment> clients, LocalDate weekStartingOn) {
        return new ClientFacts(
                noContactPairs.inForceOf(clients.stream().map(Enrollment::id).toList()),
                authorizedWeeks.of(
                        clients.stream().collect(Collectors.toMap(Enrollment::id, client -> client.preferences()
                                .maxDayMinutes())),
                        weekStartingOn),
                readCurriculumProgress.before(
                        weekStartingOn,
                        clients.stream()
                                .filter(client -> client.plannedEndOn().isPresent())
                                .map(Enrollment::id)
                                .toList()),
                settings.weekendCheckInMinutes());
    }
}
