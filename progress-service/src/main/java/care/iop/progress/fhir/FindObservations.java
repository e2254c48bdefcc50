package care.iop.progress.fhir;

import care.iop.chassis.fhir.FhirRecord;
import care.iop.chassis.fhir.SearchParameters;
import care.iop.chassis.fhir.SearchTokens;
import care.iop.chassis.instrument.InstrumentDefinition;
import care.iop.chassis.instrument.Instruments;
import care.iop.progress.assessment.RecordedResults;
import care.iop.progress.checkin.RecordedCheckIns;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Finds scores and check-ins: two kinds of rows that make one list, in the order of their identifiers. */
@ApplicationScoped
class FindObservations {

    private final RecordedResults results;
    private final RecordedCheckIns checkIns;
    private final Instruments instruments;
    private final ZoneId zone;

    FindObservations(
            RecordedResults results,
            RecordedCheckIns checkIns,
            Instruments instruments,
            @ConfigProperty(name = "iop.progress.alert-clocks.zone", defaultValue = "America/New_York") ZoneId zone) {
        this.results = results;
        this.checkIns = checkIns;
        this.instruments = instruments;
        this.zone = zone;
    }

    Optional<FhirRecord> byId(String text) {
        var id = SearchParameters.uuid(text);
        return id == null
                ? Optional.empty()
                : results.find(id).map(ObservationMapping::record).or(() -> checkIns.find(id)
                        .map(ObservationMapping::record));
    }

    List<FhirRecord> of(UUID patientId, ObservationSearch search) {
        var most = search.page().rowsToQuery();
        var ids = SearchParameters.uuids(search.ids());
        var after = search.page().after().orElse(null);
        return Stream.concat(scores(patientId, search, ids, after, most), checkIns(patientId, search, ids, after, most))
                .sorted(Comparator.comparing(FhirRecord::id))
                .limit(most)
                .toList();
    }

    private Stream<FhirRecord> scores(
            UUID patientId, ObservationSearch search, @Nullable Set<UUID> ids, @Nullable UUID after, int most) {
        var taken = search.taken().asMoments(zone);
        var changed = search.lastUpdated();
        return results
                .of(
                        patientId,
                        new RecordedResults.Wanted(
                                ids,
                                instruments(search.codes()),
                                null,
                                taken.from(),
                                taken.before(),
                                changed.from(),
                                changed.before(),
                                after),
                        most)
                .stream()
                .map(ObservationMapping::record);
    }

    private @Nullable Set<String> instruments(@Nullable Set<String> tokens) {
        return tokens == null
                ? null
                : instruments.all().stream()
                        .filter(instrument -> SearchTokens.mean(
                                        tokens, Codes.LOINC, instrument.loinc().total())
                                || SearchTokens.mean(tokens, Codes.INSTRUMENT, instrument.code()))
                        .map(InstrumentDefinition::code)
                        .collect(Collectors.toSet());
    }

    private Stream<FhirRecord> checkIns(
            UUID patientId, ObservationSearch search, @Nullable Set<UUID> ids, @Nullable UUID after, int most) {
        if (!SearchTokens.mean(search.codes(), Codes.CHECK_IN, ObservationMapping.DAILY_CHECK_IN)) {
            return Stream.empty();
        }
        var days = search.taken().asDays(zone);
        var changed = search.lastUpdated();
        return checkIns
                .of(
                        patientId,
                        new RecordedCheckIns.Wanted(
                                ids, days.firstDay(), days.dayBefore(), changed.from(), changed.before(), after),
                        most)
                .stream()
                .map(ObservationMapping::record);
    }
}
