package care.iop.progress.fhir;

import care.iop.chassis.fhir.FhirRecord;
import care.iop.chassis.fhir.SearchParameters;
import care.iop.chassis.instrument.InstrumentDefinition;
import care.iop.chassis.instrument.Instruments;
import care.iop.progress.assessment.RecordedResults;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Finds answers to instruments. */
@ApplicationScoped
class FindQuestionnaireResponses {

    private final RecordedResults results;
    private final Instruments instruments;
    private final ZoneId zone;

    FindQuestionnaireResponses(
            RecordedResults results,
            Instruments instruments,
            @ConfigProperty(name = "iop.progress.alert-clocks.zone", defaultValue = "America/New_York") ZoneId zone) {
        this.results = results;
        this.instruments = instruments;
        this.zone = zone;
    }

    Optional<FhirRecord> byId(String text) {
        var id = SearchParameters.uuid(text);
        return id == null ? Optional.empty() : results.find(id).map(QuestionnaireResponseMapping::record);
    }

    List<FhirRecord> of(UUID patientId, QuestionnaireResponseSearch search) {
        var authored = search.authored().asMoments(zone);
        var changed = search.lastUpdated();
        return results
                .of(
                        patientId,
                        new RecordedResults.Wanted(
                                SearchParameters.uuids(search.ids()),
                                instruments(search.questionnaires()),
                                QuestionnaireResponseMapping.standings(search.statuses()),
                                authored.from(),
                                authored.before(),
                                changed.from(),
                                changed.before(),
                                search.page().after().orElse(null)),
                        search.page().rowsToQuery())
                .stream()
                .map(QuestionnaireResponseMapping::record)
                .toList();
    }

    private @Nullable Set<String> instruments(@Nullable Set<String> canonicals) {
        return canonicals == null
                ? null
                : instruments.all().stream()
                        .filter(instrument -> canonicals.contains(QuestionnaireResponseMapping.canonical(instrument)))
                        .map(InstrumentDefinition::code)
                        .collect(Collectors.toSet());
    }
}
