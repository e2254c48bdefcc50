package care.iop.intake.directory;

import care.iop.chassis.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/**
 * Brings the directory up to date with a list. The same list again changes nothing, programs that it doesn't name stay
 * as they are, and a row with a fault doesn't hold back the others.
 */
@ApplicationScoped
class ImportDirectory {

    private static final int ROWS_AT_A_TIME = 1_000;

    private final DirectoryPrograms programs;
    private final Ids ids;
    private final Clock clock;

    ImportDirectory(DirectoryPrograms programs, Ids ids, Clock clock) {
        this.programs = programs;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    ImportReport from(byte[] file) {
        var listings = ListingReader.read(file);
        var rows = listings.rows();
        int added = 0;
        int changed = 0;
        for (int from = 0; from < rows.size(); from += ROWS_AT_A_TIME) {
            var part = rows.subList(from, Math.min(rows.size(), from + ROWS_AT_A_TIME));
            var known =
                    programs.named(part.stream().map(ProgramListing::externalId).toList());
            for (var listing : part) {
                var program = known.get(listing.externalId());
                if (program == null) {
                    programs.persist(new DirectoryProgram(ids.next(), listing, clock.instant()));
                    added++;
                } else if (program.change(listing, clock.instant())) {
                    changed++;
                }
            }
        }
        return new ImportReport(added, changed, rows.size() - added - changed, listings.refused(), listings.faults());
    }
}
