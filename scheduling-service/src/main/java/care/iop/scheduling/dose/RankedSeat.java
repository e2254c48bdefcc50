package care.iop.scheduling.dose;

import care.iop.scheduling.roster.OpenPlaces.OpenPlace;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A free seat with what speaks for it.
 *
 * @param covers missing minutes of the week that it covers
 * @param addsDay whether it adds a day of treatment to the week
 * @param makeUpFor the missed session that it makes up for
 * @param title what it teaches, in the curriculum's words
 * @param staysMissed the module of the missed session that it does not teach, in the curriculum's words
 */
record RankedSeat(
        OpenPlace place,
        boolean inWeek,
        int covers,
        boolean addsDay,
        @Nullable UUID makeUpFor,
        @Nullable String moduleCode,
        boolean givesMissedModule,
        @Nullable String title,
        @Nullable String staysMissed) {

    MakeUpsView.Seat view(int rank) {
        var time = place.time();
        var session = place.session();
        return new MakeUpsView.Seat(
                rank,
                session == null ? null : session.id(),
                place.kind(),
                place.seriesId(),
                time.sessionOn(),
                time.startsAt().atZone(ZoneId.of(time.zone())).toLocalTime(),
                time.startsAt(),
                time.endsAt(),
                place.place().clinicianId(),
                covers,
                inWeek,
                addsDay,
                makeUpFor,
                moduleCode,
                givesMissedModule,
                place.text() + ": " + hours() + module() + ".");
    }

    private String hours() {
        if (!inWeek) {
            return "makes up in the days after; this week's hours stay short";
        }
        if (covers > 0) {
            return "covers %d missing minutes this week%s".formatted(covers, addsDay ? ", on a further day" : "");
        }
        return addsDay ? "adds a day this week" : "this week";
    }

    private String module() {
        if (givesMissedModule) {
            return "; teaches \"" + title + "\", which was missed";
        }
        return staysMissed == null ? "" : "; \"" + staysMissed + "\" stays missed";
    }
}
